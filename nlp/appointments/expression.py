"""From the tokens of one expression to a window of time that is not over."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import NamedTuple

from nlp.appointments.clocks import CLOSING, OPENING
from nlp.appointments.sides import sides_of
from nlp.appointments.spans import Span
from nlp.appointments.tokens import Token
from nlp.numerals import HAN, value_of

_A_BIT = frozenset({"一点", "一点儿", "1点"})
_AFTER_WORK = "下班"
"""下班后 has no end, as everything with 以后."""
_DAY_NUMBER = re.compile(rf"(?:\d+|[{HAN}]+)[号日]")
_QUANTITY = re.compile(rf"\d+|[{HAN}]+")
_WORDED = {"half": 0.5, "two": 2.0, "three": 3.0, "半": 0.5}


class Window(NamedTuple):
    start: datetime | None
    end: datetime | None
    has_day: bool
    has_clock: bool
    ahead: bool = False
    """A day after today is named."""
    begun: bool = False
    """It is today's and has begun (今天上午, at ten)."""
    has_part: bool = False
    """A part of the day that was named."""
    only_day_number: bool = False
    """No more than 8号, which also names a gate or a house."""


def window_of(run: list[Token], now: datetime) -> Window | None:
    """`now` in the community's zone. `None` for what makes no sense or is over."""
    if run[0].kind == "later":
        return _later(run[0].word, now)
    if len(run) == 1 and run[0].word in _A_BIT:
        return None
    sides = sides_of(run, now)
    if sides is None:
        return None
    first, second = sides
    kinds = [token.kind for token in run]
    after, before = "after" in kinds or "after_word" in kinds, "before" in kinds or "before_word" in kinds
    after = after or (second is None and first.part is not None and first.part.startswith(_AFTER_WORK))
    start, end = Span(now, first, second, after, before).bounds()
    if start is None and end is None:
        return None
    ahead = first.day is not None and first.day.last > now.date() and start != now
    day_number = (
        run[0].word[-1] in "号日" and first.only_day and _DAY_NUMBER.fullmatch(run[0].word) is not None
    )
    has_day, has_clock = first.day is not None, first.clock is not None
    return Window(start, end, has_day, has_clock, ahead, start == now, first.part is not None, day_number)


def _later(word: str, now: datetime) -> Window | None:
    """半小时后, 3天后, in 20 minutes."""
    amount = _amount(word)
    if re.search("天|day", word):
        day = datetime.combine(now.date() + timedelta(days=int(amount)), time(), now.tzinfo)
        return Window(day + OPENING, day + CLOSING, True, False, amount > 0)
    minutes = amount if re.search("分|min", word) else amount * 60
    return Window(now + timedelta(minutes=minutes), None, True, True)


def _amount(word: str) -> float:
    """一个半小时 → 1.5, 半小时 → 0.5, in an hour → 1."""
    if quantity := _QUANTITY.search(word):
        return (value_of(quantity.group()) or 0) + (0.5 if "半" in word else 0)
    return next((amount for said, amount in _WORDED.items() if said in word.lower()), 1.0)
