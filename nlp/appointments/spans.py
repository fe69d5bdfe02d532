"""From and to of what was said, on the day that was meant, as far as it is not over."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from nlp.appointments.clocks import CLOSING, OPENING, Clock, part_of
from nlp.appointments.days import Days
from nlp.appointments.sides import Side

Bounds = tuple[datetime | None, datetime | None]

_DAYTIME = range(8, 21)
_NOON, _MIDNIGHT = 720, 1440
_MORNING = 480
"""Minutes: an hour that could be either is of the morning from eight on, else of the afternoon."""


class Span(NamedTuple):
    """`after` 以后, `before` 之前."""

    now: datetime
    first: Side
    second: Side | None
    after: bool
    before: bool

    def bounds(self) -> Bounds:
        """Open ends are `None`; both where everything is over."""
        start, end = self._spread()
        if start is None:
            return None, None
        if self.after:
            return max(start, self.now), None
        if self.before:
            limit = start if self.first.clock else (end or start)
            return (None, limit) if limit > self.now else (None, None)
        if end is None:
            return (start, None) if start >= self.now else (None, None)
        return (max(start, self.now), end) if end > self.now else (None, None)

    def _spread(self) -> Bounds:
        """On the day that was said, or on the next one that makes sense."""
        days = self.first.day
        if days is None:
            return self._next_occurrence()
        start, end = self._on(days)
        if days.floating and start is not None and (end or start) <= self.now and not self.after:
            step = timedelta(days=days.floating)
            return start + step, end + step if end else None
        return start, end

    def _next_occurrence(self) -> Bounds:
        """The next time that a clock shows this, by day rather than by night."""
        today = self.now.date()
        options: list[tuple[datetime, datetime | None]] = []
        for day in (today, today + timedelta(days=1)):
            for late in (False, True):
                start, end = self._on(Days(day, day), late)
                if start is not None and ((end or start) > self.now or (self.after and day == today)):
                    options.append((start, end))
        by_day = [o for o in options if _by_day(*o)]
        return min(by_day or options, key=lambda o: o[0], default=(None, None))

    def _on(self, days: Days, late: bool | None = None) -> Bounds:
        """`late`: an hour that could be either is of the afternoon; `None`: whichever is likely."""
        midnight = last = self._midnight(days.first)
        if self.second is not None or days.last != days.first:
            last = self._midnight(self._last_day(days))
        if self.first.clock is not None:
            return self._by_clock(self.first.clock, midnight, last, late)
        span = part_of(self.first.part) if self.first.part is not None else (OPENING, CLOSING)
        if span is None or late:
            return None, None
        return midnight + span[0], last + self._closing(span[1])

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self.now.tzinfo)

    def _last_day(self, days: Days) -> date:
        if self.second is None or self.second.day is None:
            return days.last
        last = self.second.day.last
        if self.second.day.floating and last < days.first:
            last += timedelta(days=self.second.day.floating)
        return max(last, days.last)

    def _closing(self, otherwise: timedelta) -> timedelta:
        """明天上午到下午3点 ends at three, 明天上午或下午 with the afternoon."""
        if self.second is not None and self.second.clock is not None:
            return timedelta(minutes=self.second.clock.minutes)
        if self.second is not None and self.second.part:
            part = part_of(self.second.part)
            return part[1] if part else otherwise
        return otherwise

    def _by_clock(self, clock: Clock, midnight: datetime, last: datetime, late: bool | None) -> Bounds:
        minutes = _minutes_of(clock, late, midnight, self.now)
        if minutes is None:
            return None, None
        start = midnight + timedelta(minutes=minutes)
        until = clock.until
        if self.second is not None and self.second.clock is not None:
            until = self.second.clock.minutes
        if until is None:
            return start, None
        if until <= minutes and last == midnight and until + _NOON <= _MIDNIGHT:
            until += _NOON  # 下午3点到5点, 上午10点到3点
        end = last + timedelta(minutes=until)
        return (start, end) if end > start else (start, None)


def _by_day(start: datetime, end: datetime | None) -> bool:
    return start.hour in _DAYTIME and (end is None or (end - timedelta(minutes=1)).hour in _DAYTIME)


def _minutes_of(clock: Clock, late: bool | None, midnight: datetime, now: datetime) -> int | None:
    """Minutes since midnight; `None` where `late` makes no sense for this clock."""
    minutes = clock.minutes
    if clock.sure:
        return None if late else minutes
    if late is not None:
        return minutes if not late else (minutes + _NOON if minutes < _NOON else None)
    likely = minutes if minutes >= _MORNING else minutes + _NOON
    if likely < _NOON and midnight + timedelta(minutes=likely) < now:
        return likely + _NOON
    return likely
