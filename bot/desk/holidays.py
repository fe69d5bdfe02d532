"""Public holidays and make-up days (调休), as tables of dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache


@dataclass(frozen=True, slots=True)
class Holidays:
    """`off` and `on` are known up to the end of `last_year`; None: nothing to run out."""

    off: frozenset[date] = frozenset()
    on: frozenset[date] = frozenset()
    last_year: int | None = None


NONE = Holidays()


@cache
def china() -> Holidays:
    """As the State Council announced them. Its own is_workday calls every Saturday off, hence the tables."""
    from chinese_calendar import constants

    off, on = frozenset(constants.holidays), frozenset(constants.workdays)
    return Holidays(off, on, max(day.year for day in off))
