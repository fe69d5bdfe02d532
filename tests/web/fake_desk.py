"""A desk for the page's own tests: one matter goes its whole way, in a few canned sentences."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.web.demo.desk import Entry, Evidence, Step, TicketLine
from tests.web.fake_chats import FakeChats
from tests.web.fake_tickets import FakeTicket

START = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
LOUD = ("爆", "困人")


class FakeDesk:
    """Implements DemoDesk. A leak goes to 工程群, rubbish to 保洁群; 爆 and 困人 are emergencies."""

    def __init__(self, scenarios: Path) -> None:
        self._scenarios = scenarios
        self.revision = 0
        self._begin()

    def _begin(self) -> None:
        self._now = START
        self._chats = FakeChats(self._now)
        self._tickets: list[FakeTicket] = []
        self._due: list[tuple[datetime, Callable[[], None]]] = []
        self._ids = count(1)

    @property
    def community(self) -> str:
        return "锦绣花园"

    @property
    def zone(self) -> tzinfo:
        return ZoneInfo("Asia/Shanghai")

    @property
    def owners(self) -> tuple[str, ...]:
        return ("王女士", "李先生", "陈阿姨", "周先生", "Mr Smith", "黃太", "新住户")

    @property
    def staff(self) -> tuple[tuple[str, str], ...]:
        return (
            ("老李", "工程 · 领班"), ("小吴", "工程 · 维修"), ("孙经理", "工程 · 经理"),
            ("小张", "保洁 · 员工"), ("许主管", "保洁 · 主管"), ("小马", "秩序 · 保安"), ("赵队", "秩序 · 队长"),
            ("小陈", "客服 · 助理"), ("刘经理", "客服 · 经理"), ("周主任", "主任"), ("钱会计", "财务"),
        )  # fmt: skip

    @property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        return {
            "工程群": ("老李", "小吴", "孙经理", "小陈"),
            "保洁群": ("小张", "许主管", "小陈"),
            "秩序群": ("小马", "赵队", "小陈"),
            "客服群": ("小陈", "刘经理"),
            "管理群": ("孙经理", "许主管", "赵队", "刘经理", "周主任"),
            "财务群": ("钱会计", "刘经理"),
        }

    def now(self) -> datetime:
        return self._now

    def next_event(self) -> datetime | None:
        return min((at for at, _ in self._due), default=None)

    def entries(self, chat: str) -> Sequence[Entry]:
        return self._chats.of(chat)

    def tickets(self) -> Sequence[TicketLine]:
        return [ticket.line() for ticket in reversed(self._tickets)]

    def timeline(self, ticket_id: int) -> Sequence[Step]:
        return tuple(self._tickets[ticket_id - 1].steps)

    def evidence(self, ticket_id: int) -> tuple[str, Sequence[Evidence]]:
        return self._tickets[ticket_id - 1].evidence()

    def scenarios(self) -> Sequence[tuple[str, Path]]:
        return [(path.stem, path) for path in sorted(self._scenarios.glob("*.txt"))]

    async def write(
        self, person: str, text: str, media: tuple[str, ...] = (), group: str | None = None
    ) -> None:
        photos = tuple(Path(medium) for medium in media)
        self._chats.say(group or person, person, text, photos=photos)
        self.revision += 1
        waiting = next((t for t in self._tickets if t.asks == person), None)
        if waiting:
            waiting.finish(text)
            self._due.append((self._now + timedelta(days=1), waiting.visit))
        elif group is None and person in self.owners and text:
            self._open(person, text)
        self.revision += 1

    def _open(self, person: str, text: str) -> None:
        ticket = FakeTicket(next(self._ids), person, text, self._chats)
        self._tickets.append(ticket)
        if ticket.urgency == "emergency":
            self._dispatch(ticket)
        else:
            ticket.restate()

    def _dispatch(self, ticket: FakeTicket) -> None:
        ticket.dispatch()
        self._due.append((self._now + timedelta(minutes=10), ticket.remind))

    async def tap(self, person: str, token: str, key: str, group: str | None = None) -> None:
        verb, _, number = token.partition(":")
        ticket = self._tickets[int(number) - 1]
        if verb == "confirm":
            self._dispatch(ticket)
        else:
            ticket.tapped(verb, person, key)
        self.revision += 1

    async def advance(self, to: datetime) -> None:
        for at, act in sorted((due for due in self._due if due[0] <= to), key=lambda due: due[0]):
            self._now = self._chats.now = at
            act()
        self._due = [due for due in self._due if due[0] > to]
        self._now = self._chats.now = to
        self.revision += 1

    async def start_over(self) -> None:
        self._begin()
        self.revision += 1

    async def play(
        self, path: Path, pace: float, on_line: Callable[[str], None], stop: Callable[[], bool]
    ) -> None:
        await self.start_over()
        for line in _lines(path):
            if stop():
                return
            on_line(line)
            await self._play_line(line)
            await asyncio.sleep(pace)

    async def _play_line(self, line: str) -> None:
        if hours := re.fullmatch(r"\+ (\d+)h", line):
            await self.advance(self._now + timedelta(hours=int(hours[1])))
            return
        who, said = line.split(": ") if ": " in line else ("", "")
        person, _, group = who.partition(" in ")
        if said.startswith("["):
            entry, token = self._chats.button(group or person, said.strip("[]"))
            await self.tap(person, token, entry.key, group or None)
        elif said:
            await self.write(person, said, (), group or None)


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
