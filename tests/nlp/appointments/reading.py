"""Appointments as one line: "03-05 15:30 .. 03-05 18:00", with "-" where an end is open."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from nlp.appointments import find_appointment
from nlp.normalise import normalise
from nlp.understanding import Appointment

SHANGHAI = ZoneInfo("Asia/Shanghai")
WEDNESDAY_TEN = datetime(2026, 3, 4, 10, 0, tzinfo=SHANGHAI)


def appointment(text: str, now: datetime = WEDNESDAY_TEN) -> Appointment | None:
    return find_appointment(normalise(text), now.astimezone(UTC), SHANGHAI)


def line(text: str, now: datetime = WEDNESDAY_TEN) -> str:
    found = appointment(text, now)
    if found is None:
        return ""
    return " .. ".join(m.strftime("%m-%d %H:%M") if m else "-" for m in (found.start, found.end))
