"""When somebody may come: 明天下午三点半, 周六上午, after 7pm.

`words`, `starts` and `tokens` find expressions, `days` and `clocks` read their words, `sides` and `spans` put them
together, `expression` makes a window of time, `visiting` judges whether it is an appointment at all. `following` joins
what two clauses tell of one visit, `several` chooses among several days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from itertools import islice

from nlp.appointments.expression import Window, window_of
from nlp.appointments.following import completed, on_day_of, within
from nlp.appointments.several import first_choice, meant, other_day
from nlp.appointments.starts import starts
from nlp.appointments.tokens import Token, expressions
from nlp.appointments.visiting import clause_of
from nlp.normalise import Text
from nlp.understanding import Appointment

_TRIES = 200
"""Nobody names more times than these in one message; a pasted timetable does not hold up the others."""
_MORE = 2
"""So many of the next times are looked at for more about the same visit."""


def find_appointment(text: Text, now: datetime, zone: tzinfo) -> Appointment | None:
    """The first time ahead at which the writer can receive someone; `now` aware, results in `zone`."""
    plain, latin = text.plain, text.latin
    likely = starts(plain, latin)
    if not likely:
        return None
    runs = islice(expressions(plain, latin, likely), _TRIES)
    passed: list[Token] | None = None
    for said in runs:
        run = meant(said, plain) if latin else said
        clause = clause_of(plain, run[0].start, run[-1].end, latin)
        if clause is None and len(run) > 1 and (other := other_day(run)):
            run, clause = other, clause_of(plain, other[0].start, other[-1].end, latin)
        run = first_choice(run)
        if clause is not None:
            local = _whole_minute(now.astimezone(zone))
            if passed is not None and (whole := on_day_of(passed, run, plain)) is not None:
                run = whole
            window = window_of(run, local)
            if window is not None and clause.fits(window):
                return _appointment(text, run, window, runs, local)
        passed = run
    return None


def _appointment(
    text: Text, run: list[Token], window: Window, runs: Iterator[list[Token]], local: datetime
) -> Appointment:
    """With what the next clauses say of the same visit."""
    end = run[-1].end
    for following in islice(runs, _MORE):
        fuller = _fuller(text, run, window, following, local)
        if fuller is not None:
            window, end = fuller, following[-1].end
            break
    return Appointment(window.start, window.end, _written(text, run[0].start, end))


def _fuller(
    text: Text, run: list[Token], window: Window, following: list[Token], local: datetime
) -> Window | None:
    """The window of both, where the next time tells more of the same visit."""
    both = completed(run, following, text.plain)
    more = window_of(both, local) if both is not None else None
    if more is None and not window.has_clock and following[0].kind == "day" and len(following) > 1:
        more = within(window_of(following, local), window)
    if more is None:
        return None
    clause = clause_of(text.plain, following[0].start, following[-1].end, text.latin)
    return more if clause is not None and not clause.past else None


def _written(text: Text, start: int, end: int) -> str:
    if "(" in text.plain[start:end] and text.plain[end : end + 1] == ")":
        end += 1
    return text.as_written(start, end).strip(" ,，")


def _whole_minute(moment: datetime) -> datetime:
    """Rounded up, so that nothing that begins "now" begins in the past."""
    if not (moment.second or moment.microsecond):
        return moment
    return moment.replace(second=0, microsecond=0) + timedelta(minutes=1)
