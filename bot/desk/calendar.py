"""Working time of a community: which days, which hours, and adding and measuring in it.

Times are aware; answers are UTC. A stretch of work holds its start and not its end, but a length of working time
that runs out exactly at a stretch's end lands there (12:00, not 14:00).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.config import Community, Span, WorkingTime
from bot.desk.holidays import NONE, Holidays, china

Stretch = tuple[datetime, datetime]

_DAY = timedelta(days=1)
_LOOK_AHEAD = 800
"""Days without work after which there is no point in looking further."""


class NeverWorks(Exception):
    """No working day within two years: `off` covers everything."""


class Calendar:
    """`working_time.off` and `on` go before `holidays`, and those before the weekly pattern."""

    def __init__(self, working_time: WorkingTime, zone: ZoneInfo, holidays: Holidays) -> None:
        self._time = working_time
        self._zone = zone
        self._holidays = holidays
        self._days: dict[date, tuple[Stretch, ...]] = {}

    def is_workday(self, day: date) -> bool:
        """`day` is a date of the community's zone."""
        if day in self._time.on or day in self._time.off:
            return day in self._time.on
        if day in self._holidays.off or day in self._holidays.on:
            return day in self._holidays.on
        return day.weekday() in self._time.days

    def is_working(self, at: datetime) -> bool:
        """Within working hours; lunch is not."""
        return any(start <= at < end for start, end in self._work_of(self._day(at)))

    def is_open(self, at: datetime) -> bool:
        """Between the first opening and the last closing of a working day, lunch included (A11)."""
        work = self._work_of(self._day(at))
        return bool(work) and work[0][0] <= at < work[-1][1]

    def next_opening(self, at: datetime) -> datetime:
        """`at` itself while open, else the next morning that opens. Raises NeverWorks."""
        return at.astimezone(UTC) if self.is_open(at) else next(self._from(at))[0]

    def next_working(self, at: datetime) -> datetime:
        """`at` itself in working hours, else when work goes on (14:00 after lunch). Raises NeverWorks."""
        return max(next(self._from(at))[0], at.astimezone(UTC))

    def add(self, at: datetime, span: Span) -> datetime:
        """`wh` runs in working hours only; the other units are plain time. Raises NeverWorks."""
        return self.after(at, span.length) if span.working else at.astimezone(UTC) + span.length

    def after(self, at: datetime, work: timedelta) -> datetime:
        """When so much working time has passed since `at`; it starts with the next opening. Raises NeverWorks."""
        at = at.astimezone(UTC)
        for start, end in self._from(at):
            start = max(start, at)
            if work <= end - start:
                return start + work
            work -= end - start
        raise NeverWorks

    def worked(self, since: datetime, until: datetime) -> timedelta:
        """How much working time lies between the two; zero where `until` is not later."""
        total = timedelta()
        day = self._day(since)
        while day <= self._day(until):
            for start, end in self._work_of(day):
                total += max(min(end, until) - max(start, since), timedelta())
            day += _DAY
        return total

    @property
    def last_year(self) -> int | None:
        """The last year whose public holidays are known; None where none are respected."""
        return self._holidays.last_year

    def guesses(self, year: int) -> bool:
        """That year goes by the week and the editable table alone, as its holidays are not known yet."""
        return self.last_year is not None and year > self.last_year

    def _day(self, at: datetime) -> date:
        return at.astimezone(self._zone).date()

    def _from(self, at: datetime) -> Iterator[Stretch]:
        """The stretches that are not over at `at`, in order."""
        day, idle = self._day(at), 0
        while idle < _LOOK_AHEAD:
            work = self._work_of(day)
            yield from (stretch for stretch in work if stretch[1] > at)
            idle = 0 if work else idle + 1
            day += _DAY
        raise NeverWorks

    def _work_of(self, day: date) -> tuple[Stretch, ...]:
        if day not in self._days:
            self._days[day] = tuple(self._stretches(day)) if self.is_workday(day) else ()
        return self._days[day]

    def _stretches(self, day: date) -> Iterator[Stretch]:
        for hours in self._time.hours:
            start = datetime.combine(day, hours.start, self._zone)
            yield start.astimezone(UTC), datetime.combine(day, hours.end, self._zone).astimezone(UTC)


def calendar_of(community: Community) -> Calendar:
    """The same calendar for every community of the same working time and zone."""
    return _shared(community.working_time, community.zone)


@lru_cache(maxsize=1024)
def _shared(working_time: WorkingTime, zone: ZoneInfo) -> Calendar:
    return Calendar(working_time, zone, china() if working_time.holidays == "china" else NONE)
