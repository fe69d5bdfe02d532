"""Implements bot.web.demo.wire.desk.ChannelsDesk on a running desk behind the doubles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Protocol

from bot.app import App
from bot.simulation import showing
from bot.simulation.channels.talk import Talk
from bot.simulation.channels.wire import Wire
from bot.simulation.platforms.telegram import TelegramDouble
from bot.simulation.platforms.wechat import WechatDouble
from bot.simulation.platforms.wecom import WecomDouble
from bot.web.demo.cast import Role
from bot.web.demo.desk import Entry, TicketLine
from bot.web.demo.wire.desk import Exchange


class Hands(Protocol):
    """What people do on one platform. `follow` shows what has appeared there since."""

    people: tuple[str, ...]

    async def write(self, person: str, text: str, pictures: Sequence[Path], group: str | None) -> None: ...
    async def tap(self, person: str, token: str, key: str, group: str | None) -> None: ...
    def follow(self) -> None: ...


@dataclass(frozen=True)
class Platforms:
    wechat: WechatDouble
    wecom: WecomDouble
    telegram: TelegramDouble


class DeskOnDoubles:
    def __init__(
        self,
        app: App,
        now: Callable[[], datetime],
        platforms: Platforms,
        hands: Sequence[Hands],
        talk: Talk,
        wire: Wire,
        roles: tuple[Role, ...],
        groups: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._app, self._now, self.platforms, self._talk, self.wire = app, now, platforms, talk, wire
        self._hands = {person: one for one in hands for person in one.people}
        self._all = tuple(hands)
        self._community = app.settings.communities[0]
        self.roles = roles
        self.groups = groups

    @property
    def community(self) -> str:
        return self._community.name

    @property
    def zone(self) -> tzinfo:
        return self._community.zone

    @property
    def revision(self) -> int:
        for hands in self._all:
            hands.follow()
        return self._talk.revision + self.wire.revision

    def now(self) -> datetime:
        return self._now()

    def entries(self, chat: str) -> Sequence[Entry]:
        return self._talk.entries(chat)

    def tickets(self) -> Sequence[TicketLine]:
        return showing.tickets(self._app, self._community)

    async def write(
        self, person: str, text: str, media: tuple[str, ...] = (), group: str | None = None
    ) -> None:
        await self._hands[person].write(person, text, [Path(one) for one in media], group)

    async def tap(self, person: str, token: str, key: str, group: str | None = None) -> None:
        await self._hands[person].tap(person, token, key, group)

    def exchanges(self) -> Sequence[Exchange]:
        return self.wire.exchanges()

    def forget_exchanges(self) -> None:
        self.wire.forget()

    def expire_tokens(self) -> None:
        self.platforms.wechat.expire_tokens()
        self.platforms.wecom.state.tokens.clear()

    def throttle(self) -> None:
        wechat, wecom, telegram = self.platforms.wechat, self.platforms.wecom, self.platforms.telegram
        wechat.refuse("/cgi-bin/message/custom/send", 45011, "api minute-quota reach limit")
        wecom.refuse("/cgi-bin/message/send", 45009, "api freq out of limit")
        wecom.refuse("/cgi-bin/webhook/send", 45009, "api freq out of limit")
        telegram.refuse("sendMessage", 429, "Too Many Requests: retry after 3", retry_after=3)
