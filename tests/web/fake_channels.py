"""A desk on three platforms for the page's own tests: every line is answered, and every line is an exchange."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from bot.simulation.channels.talk import Talk
from bot.web.demo.cast import Role
from bot.web.demo.desk import Entry, TicketLine
from bot.web.demo.wire.desk import Exchange, Half

NOON = datetime(2026, 3, 4, 4, 0, tzinfo=UTC)


class FakeChannels:
    """Implements ChannelsDesk. A line with 限流 is refused."""

    roles = (
        Role("owner", (("王女士", ""),), ("王女士",)),
        Role("staff", (("老李", "工程"),), ("工程群", "老李")),
        Role("manager", (("Mr Smith", ""),), ("Mr Smith",)),
    )

    def __init__(self) -> None:
        self._talk = Talk(lambda: NOON)
        self._exchanges: list[Exchange] = []

    @property
    def community(self) -> str:
        return "锦绣花园"

    @property
    def zone(self) -> tzinfo:
        return ZoneInfo("Asia/Shanghai")

    @property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        return {"工程群": ("老李",)}

    @property
    def revision(self) -> int:
        return self._talk.revision

    def now(self) -> datetime:
        return NOON

    def entries(self, chat: str) -> Sequence[Entry]:
        return self._talk.entries(chat)

    def tickets(self) -> Sequence[TicketLine]:
        return ()

    async def write(
        self, person: str, text: str, media: tuple[str, ...] = (), group: str | None = None
    ) -> None:
        error = "45009 api freq out of limit" if "限流" in text else ""
        asked, answered = Half("<Encrypt>" + "c2VhbGVk" * 60, text), Half(error or "success")
        number = len(self._exchanges) + 1
        self._exchanges.append(
            Exchange(
                number, NOON, "wechat", True, "POST", "/wechat?nonce=1", asked, answered, 200, error, 3.0
            )
        )
        self._talk.wrote(group or person, person, text)
        self._talk.said("工程群", "card", text, buttons=(("接单", "t"),))

    async def tap(self, person: str, token: str, key: str, group: str | None = None) -> None:
        self._talk.said("工程群", key, "已接单")

    def exchanges(self) -> Sequence[Exchange]:
        return self._exchanges

    def forget_exchanges(self) -> None:
        self._exchanges = []

    def expire_tokens(self) -> None: ...

    def throttle(self) -> None: ...
