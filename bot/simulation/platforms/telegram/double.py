"""The platform with one bot account."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx

from bot.simulation.platforms.telegram.outage import Outage
from bot.simulation.platforms.telegram.state import ApiError, Chat, Json, State
from bot.simulation.platforms.telegram.updates import Updates
from bot.simulation.platforms.telegram.voices import Group, Voice

NOON = datetime(2026, 3, 4, 4, 0, tzinfo=UTC)


class TelegramDouble:
    """`token` looks like a real one, `7000001:…`; `now` is the platform's clock."""

    def __init__(
        self, token: str, *, username: str = "huiyin_bot", now: Callable[[], datetime] = lambda: NOON
    ) -> None:
        self.state = State(token, username, now)
        self.updates = Updates(self.state.stamp)
        self.outage = Outage()

    def person(
        self, name: str, *, phone: str = "", language: str = "zh-hans", started: bool = False
    ) -> Voice:
        """Somebody with a Telegram account, in the private chat with the bot; the bot may write once they wrote."""
        number = 1000 + next(self.state.numbers)
        user = {"id": number, "is_bot": False, "first_name": name, "language_code": language}
        chat = Chat(number, "private", user=user, started=started)
        self.state.chats[number] = chat
        return Voice(self, user, chat, phone=phone)

    def group(self, title: str, *members: Voice, topics: tuple[int, ...] = (), plain: bool = False) -> Group:
        """A group with the bot in it: a supergroup, a `plain` one, or a forum if it has topics."""
        number = next(self.state.numbers)
        chat = Chat(
            -number if plain else -1_000_000_000_000 - number,
            "group" if plain else "supergroup",
            title,
            topics=dict.fromkeys(topics, True),
        )
        self.state.chats[chat.id] = chat
        return Group(self, chat, {member.name: member for member in members})

    def refuse(self, method: str, code: int, description: str, *, after: int = 0, **parameters: int) -> None:
        """A later call of the method fails, the next one or the one `after` so many that pass.

        `refuse("sendMessage", 429, "Too Many Requests: retry after 3", retry_after=3)`
        """
        queue = self.state.refusals.setdefault(method.lower(), [])
        queue.extend([*[None] * after, ApiError(code, description, **parameters)])

    def forget_taps(self) -> None:
        """As if time had passed: open taps can no longer be answered."""
        self.state.queries.clear()

    def lead_webhook_to(self, app: Any) -> None:
        """What the public address of the webhook leads to: an ASGI app."""
        self.updates.door = httpx.ASGITransport(app=app)

    async def inject(self, kind: str, payload: Json) -> Json:
        """Any update at all, also of kinds that nobody knows."""
        return await self.updates.add(kind, payload)

    async def redeliver(self, update: Json, times: int = 1) -> None:
        for _ in range(times):
            await self.updates.repeat(update)

    def called(self, method: str) -> list[Json]:
        """The parameters of every call of the method."""
        return [call.params for call in self.state.calls if call.method == method.lower()]
