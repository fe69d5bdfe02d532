"""A stage that answers what it was told to answer, and writes down what was done on it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta, timezone
from typing import Literal

from bot.transcripts.stage import Received

CHINA = timezone(timedelta(hours=8))


class ScriptedStage:
    """Answers to a written text come when its story ends, answers to a tap (by its token) at once."""

    def __init__(self, answers: dict[str, list[Received]] | None = None) -> None:
        self.zone = CHINA
        self.people = frozenset({"王女士", "老李", "小吴", "Mr Smith"})
        self.groups = frozenset({"工程群", "保洁群"})
        self.done: list[str] = []
        self._answers = answers or {}
        self._now: datetime | None = None
        self._received: list[Received] = []
        self._pending: list[str] = []

    def now(self) -> datetime | None:
        return self._now

    def received(self) -> Sequence[Received]:
        return self._received

    async def write(
        self, person: str, text: str, media: tuple[str, ...] = (), group: str | None = None
    ) -> None:
        self.done.append(f"{person} writes {text} {list(media)} in {group}")
        self._pending.append(text)

    async def tap(self, person: str, token: str, key: str, group: str | None = None) -> None:
        self.done.append(f"{person} taps {token} on {key} in {group}")
        self._answer(token)

    async def end_story(self) -> None:
        self.done.append("pause")
        pending, self._pending = self._pending, []
        for text in pending:
            self._answer(text)

    async def advance(self, to: datetime) -> None:
        self.done.append(f"clock {to:%H:%M}")
        self._now = to
        self._answer(f"{to:%H:%M}")

    def _answer(self, occasion: str) -> None:
        self._received.extend(self._answers.get(occasion, []))


def got(
    to: str,
    text: str,
    *buttons: str,
    key: str = "m1",
    kind: Literal["message", "edit", "notice"] = "message",
    attachments: tuple[str, ...] = (),
) -> Received:
    """A message at 10:00 in China; each button's token is `key/label`."""
    at = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
    return Received(at, to, kind, text, buttons, attachments, key, tuple(f"{key}/{each}" for each in buttons))


@asynccontextmanager
async def made(stage: ScriptedStage) -> AsyncIterator[ScriptedStage]:
    yield stage
