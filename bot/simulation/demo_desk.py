"""The demo: a simulation that keeps its database, its clock and its chats between starts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo
from pathlib import Path

from bot.messages import Attachment, Outgoing
from bot.simulation import showing
from bot.simulation.clock_file import ClockFile
from bot.simulation.history import History
from bot.simulation.pictures import kept_picture
from bot.simulation.stage import Simulation
from bot.transcripts.casting import check
from bot.transcripts.lines import Transcript
from bot.transcripts.playing import Mismatch, Player
from bot.transcripts.reading import read_file
from bot.web.demo.desk import Entry, Evidence, Step, TicketLine

PAUSE = 1.2
"""Seconds of real time that end a story in the demo, whose own clock stands still."""


class DemoDesk:
    """Implements bot.web.demo.desk.DemoDesk. `open_simulation(fresh)` opens the database, a new one if asked."""

    def __init__(
        self,
        open_simulation: Callable[[bool], Simulation],
        start: datetime,
        clock: ClockFile,
        media: Path,
        flows: Sequence[tuple[str, Path]],
    ) -> None:
        self._open = open_simulation
        self._start = start
        self._clock = clock
        self._flows = flows
        self._media = media
        self.history = History(media)
        self._pauses: dict[str, asyncio.Task[None]] = {}
        self.sim = open_simulation(False)

    async def begin(self) -> None:
        """Shows what was said before, and sets the clock where it stood."""
        self._attach()
        await self.sim.restore(self.history)
        await self.advance(self._clock.read() or self._start)

    def _attach(self) -> None:
        self.sim.on_incoming = self.history.wrote
        self.sim.on_sent = self._said
        self.community = self.sim.community.name

    def _said(self, message: Outgoing, key: str, at: datetime) -> None:
        self.history.said(message, key, at)

    @property
    def zone(self) -> tzinfo:
        return self.sim.zone

    @property
    def owners(self) -> tuple[str, ...]:
        community = self.sim.community
        return (*dict.fromkeys(r.name for r in community.roster), *community.strangers)

    @property
    def staff(self) -> tuple[tuple[str, str], ...]:
        return tuple((s.name, showing.job(self.sim.community, s)) for s in self.sim.community.staff)

    @property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        return {g.name: g.members for g in self.sim.community.groups.values()}

    @property
    def revision(self) -> int:
        return self.history.revision

    def now(self) -> datetime:
        return self.sim.present

    def next_event(self) -> datetime | None:
        return self.sim.next_event()

    def entries(self, chat: str) -> Sequence[Entry]:
        return self.history.entries(chat)

    def tickets(self) -> Sequence[TicketLine]:
        return showing.tickets(self.sim.app, self.sim.community)

    def timeline(self, ticket_id: int) -> Sequence[Step]:
        return showing.timeline(self.sim, ticket_id)

    def evidence(self, ticket_id: int) -> tuple[str, Sequence[Evidence]]:
        return showing.evidence(self.sim, ticket_id)

    async def write(
        self, person: str, text: str, media: tuple[str, ...] = (), group: str | None = None
    ) -> None:
        attachments = tuple(self._attachment(each) for each in media)
        await self.sim.happen(person, group, text=text, attachments=attachments)
        self.sim.forget_received()
        if group is None and person not in self.sim.community.staff_by_name:
            self._pause_after(person)

    def _attachment(self, media: str) -> Attachment:
        if Path(media).is_file():
            return kept_picture(Path(media), self._media)
        return self.sim.attachment(media)

    def _pause_after(self, person: str) -> None:
        before = self._pauses.pop(person, None)
        if before is not None:
            before.cancel()
        self._pauses[person] = asyncio.create_task(self._end_story())

    async def _end_story(self) -> None:
        await asyncio.sleep(PAUSE)
        await self.sim.end_story()

    async def tap(self, person: str, token: str, key: str, group: str | None = None) -> None:
        await self.sim.tap(person, token, key, group)

    async def advance(self, to: datetime) -> None:
        await self.sim.advance(to)
        self.sim.forget_received()
        self._clock.write(to)
        self.history.revision += 1

    async def start_over(self) -> None:
        """A new database; the clock goes back to the start."""
        for task in self._pauses.values():
            task.cancel()
        self.sim.app.storage.close()
        self.sim = self._open(True)
        self.history.clear()
        self._attach()
        await self.advance(self._start)

    async def play(
        self, path: Path, pace: float, on_line: Callable[[str], None], stop: Callable[[], bool]
    ) -> None:
        """Starts over without a clock, for the transcript sets its own."""
        script, written = _read(path)
        await self.start_over()
        self.sim.forget_clock()
        check(script, self.sim)
        misses: list[Mismatch] = []
        player = Player(self.sim, misses.append)
        for line in script.lines:
            if stop():
                break
            on_line(written[line.line_no - 1].strip())
            await player.step(line)
            self._moved()
            await asyncio.sleep(pace)
        await player.pause()
        self._moved()
        if misses:
            raise misses[0]

    def _moved(self) -> None:
        now = self.sim.now()
        if now is not None:
            self._clock.write(now)
        self.history.revision += 1

    def scenarios(self) -> Sequence[tuple[str, Path]]:
        return self._flows


def _read(path: Path) -> tuple[Transcript, list[str]]:
    """The script, and its lines as they are written."""
    return read_file(path), path.read_text(encoding="utf-8").splitlines()
