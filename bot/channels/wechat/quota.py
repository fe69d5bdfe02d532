"""How many messages a person may still be sent, as WeChat counts: 5 in the 48 hours after a message of theirs, 3 in the
minute after a touch of the menu or a follow. Each opening starts its own count anew; the platform has the last word.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.channels.tencent.notes import Begin, Noting
from bot.channels.wechat.inbound import NAME, Opens

_RULES: Mapping[str, tuple[int, timedelta]] = {
    "event": (3, timedelta(minutes=1)),
    "message": (5, timedelta(hours=48)),
}
"""In the order in which they are used up: the minute first, for it is over soon."""
_KIND = "quota"


@dataclass(frozen=True, slots=True)
class Standing:
    """`is_open`: something may be sent, as far as we know; `left` so many. Unknown people may be tried."""

    is_open: bool
    left: int


UNKNOWN = Standing(True, 1)


class Quota:
    """One account's counts, in the database. Openings wait in memory for the next `flush`, at most a second."""

    def __init__(self, begin: Begin, account: str, now: Callable[[], datetime]) -> None:
        self._begin = begin
        self._account = account
        self._now = now
        self._fresh: dict[str, dict[str, Any]] = {}

    def opened(self, chat: str, by: Opens) -> None:
        """The person wrote, touched the menu or followed."""
        if by:
            most, _ = _RULES[by]
            self._fresh.setdefault(chat, {})[by] = [self._now().timestamp(), most]

    def standing(self, chat: str) -> Standing:
        with self._begin() as work:
            counts = self._counts(work, chat)
        if not counts:
            return UNKNOWN
        living = self._living(counts)
        return Standing(bool(living), sum(counts[by][1] for by in living))

    def spend(self, chat: str) -> None:
        """One message went."""

        def one_less(counts: dict[str, Any]) -> None:
            for by in self._living(counts):
                if counts[by][1] > 0:
                    counts[by] = [counts[by][0], counts[by][1] - 1]
                    return

        self._change(chat, one_less)

    def used_up(self, chat: str) -> None:
        """The platform says that it is."""
        now = self._now().timestamp()
        self._change(chat, lambda counts: counts.update({by: [now, 0] for by in counts or ("message",)}))

    def closed(self, chat: str) -> None:
        """The platform says that nothing is open."""
        self._change(chat, lambda counts: counts.update({"message": [0, 0], "event": [0, 0]}))

    def flush(self) -> None:
        """Writes what was opened since the last time, in one transaction."""
        if not self._fresh:
            return
        with self._begin() as work:
            for chat in list(self._fresh):
                self._put(work, chat, self._counts(work, chat))
            work.commit()
        self._fresh.clear()

    def _change(self, chat: str, change: Callable[[dict[str, Any]], None]) -> None:
        with self._begin() as work:
            counts = self._counts(work, chat)
            change(counts)
            self._put(work, chat, counts)
            work.commit()
        self._fresh.pop(chat, None)

    def _counts(self, work: Noting, chat: str) -> dict[str, Any]:
        stored = work.notes.get(NAME, self._account, _KIND, chat) or {}
        return {**stored, **self._fresh.get(chat, {})}

    def _put(self, work: Noting, chat: str, counts: Mapping[str, Any]) -> None:
        work.notes.put(NAME, self._account, _KIND, chat, counts, self._now())

    def _living(self, counts: Mapping[str, Any]) -> list[str]:
        now = self._now()
        return [
            by
            for by, (_, span) in _RULES.items()
            if by in counts and now < datetime.fromtimestamp(counts[by][0], UTC) + span
        ]
