"""When somebody may come: 明天下午三点半, 周六上午, after 7pm.

`words`, `starts` and `tokens` find expressions, `days` and `clocks` read their words, `sides` and `spans` put them
together, `expression` makes a window of time, `visiting` judges whether it is an appointment at all.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo
from itertools import islice

from nlp.appointments.expression import window_of
from nlp.appointments.starts import may_begin
from nlp.appointments.tokens import Token, expressions
from nlp.appointments.visiting import clause_of
from nlp.normalise import Text
from nlp.understanding import Appointment

_TRIES = 200
"""Nobody names more times than these in one message; a pasted timetable does not hold up the others."""


_NEARBY = 16
_STOP = re.compile(r"[。!?;\n]")


def find_appointment(text: Text, now: datetime, zone: tzinfo) -> Appointment | None:
    """The first time ahead at which the writer can receive someone; `now` aware, results in `zone`."""
    if not text.latin and not may_begin(text.plain):
        return None
    runs = islice(expressions(text.plain, text.latin), _TRIES)
    for run in runs:
        clause = clause_of(text.plain, run[0].start, run[-1].end)
        if clause is None:
            continue
        local = _whole_minute(now.astimezone(zone))
        window = window_of(run, local)
        if window is not None and clause.fits(window):
            if (
                not window.has_clock
                and (following := next(runs, None))
                and _closer(text.plain, run, following)
            ):
                run = [*run, *following]
                window = window_of(run, local) or window
            return Appointment(window.start, window.end, _written(text, run[0].start, run[-1].end))
    return None


def _closer(plain: str, run: list[Token], following: list[Token]) -> bool:
    """今天下午来,三点到五点都行: the hours of the day that was just named."""
    kinds = {token.kind for token in following}
    if "clock" not in kinds or not kinds.isdisjoint({"day", "later"}):
        return False
    if len({token.word for token in (*run, *following) if token.kind == "part"}) > 1:
        return False
    start = following[0].start
    if start - run[-1].end > _NEARBY or _STOP.search(plain, run[-1].end, start):
        return False
    return clause_of(plain, start, following[-1].end) is not None


def _written(text: Text, start: int, end: int) -> str:
    if "(" in text.plain[start:end] and text.plain[end : end + 1] == ")":
        end += 1
    return text.as_written(start, end).strip(" ,，")


def _whole_minute(moment: datetime) -> datetime:
    """Rounded up, so that nothing that begins "now" begins in the past."""
    floor = moment.replace(second=0, microsecond=0)
    return floor if floor == moment else floor + timedelta(minutes=1)
