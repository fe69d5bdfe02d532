"""When somebody may come: 明天下午三点半, 周六上午, after 7pm.

`words`, `starts` and `tokens` find expressions, `days` and `clocks` read their words, `sides` and `spans` put them
together, `expression` makes a window of time, `visiting` judges whether it is an appointment at all.
"""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from itertools import islice

from nlp.appointments.expression import window_of
from nlp.appointments.tokens import expressions
from nlp.appointments.visiting import clause_of
from nlp.normalise import Text
from nlp.understanding import Appointment

_TRIES = 200
"""Nobody names more times than these in one message; a pasted timetable does not hold up the others."""


def find_appointment(text: Text, now: datetime, zone: tzinfo) -> Appointment | None:
    """The first time ahead at which the writer can receive someone; `now` aware, results in `zone`."""
    for run in islice(expressions(text.plain), _TRIES):
        clause = clause_of(text.plain, run[0].start, run[-1].end)
        if clause is None:
            continue
        window = window_of(run, _whole_minute(now.astimezone(zone)))
        if window is not None and clause.fits(window):
            return Appointment(window.start, window.end, _written(text, run[0].start, run[-1].end))
    return None


def _written(text: Text, start: int, end: int) -> str:
    if "(" in text.plain[start:end] and text.plain[end : end + 1] == ")":
        end += 1
    return text.as_written(start, end).strip(" ,，")


def _whole_minute(moment: datetime) -> datetime:
    """Rounded up, so that nothing that begins "now" begins in the past."""
    floor = moment.replace(second=0, microsecond=0)
    return floor if floor == moment else floor + timedelta(minutes=1)
