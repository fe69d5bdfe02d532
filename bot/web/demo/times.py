"""Times as a chat shows them."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from bot.web.demo.words import Words

PAUSE = timedelta(minutes=5)
"""A chat shows the time again after a silence this long."""


def day(at: datetime, words: Words) -> str:
    return words.month_day.format(at=at)


def stamp(at: datetime, now: datetime, zone: tzinfo, words: Words) -> str:
    """`10:05`, with the day before it when that is not today."""
    at, now = at.astimezone(zone), now.astimezone(zone)
    clock = f"{at:%H:%M}"
    return clock if at.date() == now.date() else f"{day(at, words)} {clock}"


def weekday(at: datetime, words: Words) -> str:
    return words.weekdays[at.weekday()]


def is_pause(before: datetime | None, at: datetime) -> bool:
    return before is None or at - before >= PAUSE
