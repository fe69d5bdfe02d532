"""What an expression says before and behind 到: a day, a part of the day, a clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nlp.appointments.clocks import Clock, clock_of
from nlp.appointments.days import Days, days_of
from nlp.appointments.tokens import Token


@dataclass(slots=True)
class Side:
    day: Days | None = None
    part: str | None = None
    clock: Clock | None = None
    clock_word: str = ""

    @property
    def only_day(self) -> bool:
        return self.day is not None and self.part is None and self.clock is None

    @property
    def empty(self) -> bool:
        return self.day is None and self.part is None and self.clock is None


def sides_of(run: list[Token], now: datetime) -> tuple[Side, Side | None] | None:
    """`None` where a day or a clock does not exist."""
    sides = [Side()]
    for token in run:
        if token.kind == "day" and sides[-1].only_day and (nearer := _nearer(token, sides[-1], now)):
            sides[-1].day = nearer  # 3月9日(下周一), 这周末,周日下午
            continue
        if token.kind == "link" or (token.kind == "day" and sides[-1].only_day):
            if len(sides) == 2:
                break
            sides.append(Side())
        if token.kind in {"day", "part", "clock"} and not _put(sides, token, now):
            return None
    first, second = sides[0], sides[1] if len(sides) == 2 else None
    if second is not None and first.day is None and second.day is not None:  # 2-4pm tomorrow
        first.day, second.day = second.day, None
    return None if first.empty else (first, second)


def _nearer(token: Token, side: Side, now: datetime) -> Days | None:
    """The day of this token, where it is one of the days that were named before."""
    days, before = days_of(token.word, now.date()), side.day
    if days is None or before is None or not before.first <= days.first <= before.last:
        return None
    return before if days.last > before.last else days


def _put(sides: list[Side], token: Token, now: datetime) -> bool:
    """False where the word names no day or no clock. A second word of a kind is ignored."""
    side = sides[-1]
    if token.kind == "day" and side.day is None:
        side.day = days_of(token.word, now.date())
        if token.word.lower() == "tonight":
            side.part = "tonight"
        return side.day is not None
    if token.kind == "part" and side.part is None:
        side.part = token.word
        if side.clock is not None:  # at 3 in the afternoon
            side.clock = clock_of(side.clock_word, side.part)
    elif token.kind == "clock" and side.clock is None:
        said_before = sides[0].part if len(sides) == 2 and side.day is None else None
        side.clock, side.clock_word = clock_of(token.word, side.part or said_before), token.word
        return side.clock is not None
    return True
