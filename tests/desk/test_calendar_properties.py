from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.config import Span
from tests.desk.jinxiu import CALENDAR, COMMUNITY

instants = st.datetimes(datetime(2025, 1, 1), datetime(2027, 6, 1)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001
minutes = st.integers(1, 60 * 60)


def work(amount: int) -> Span:
    return Span(amount / 60, "wh")


def in_working_time(at: datetime) -> bool:
    """A landing may also be a stretch's end."""
    return CALENDAR.is_working(at) or CALENDAR.is_working(at - timedelta(microseconds=1))


@given(instants, minutes)
def test_a_limit_never_lands_outside_working_time(at: datetime, amount: int) -> None:
    assert in_working_time(CALENDAR.add(at, work(amount)))


@given(instants, minutes, minutes)
def test_two_limits_one_after_another_are_their_sum(at: datetime, a: int, b: int) -> None:
    twice = CALENDAR.after(CALENDAR.after(at, timedelta(minutes=a)), timedelta(minutes=b))
    assert twice == CALENDAR.after(at, timedelta(minutes=a + b))


@given(instants, instants, minutes)
def test_who_starts_later_ends_no_earlier(one: datetime, other: datetime, amount: int) -> None:
    first, second = sorted((one, other))
    assert CALENDAR.add(first, work(amount)) <= CALENDAR.add(second, work(amount))


@given(instants, minutes, minutes)
def test_more_work_ends_later(at: datetime, a: int, b: int) -> None:
    assert (a < b) == (CALENDAR.add(at, work(a)) < CALENDAR.add(at, work(b)))


@given(instants, minutes)
def test_measuring_undoes_adding(at: datetime, amount: int) -> None:
    length = timedelta(minutes=amount)
    assert CALENDAR.worked(at, CALENDAR.after(at, length)) == length


@given(instants)
def test_the_next_opening_is_open_and_nothing_before_it_is(at: datetime) -> None:
    opening = CALENDAR.next_opening(at)
    assert opening >= at
    assert CALENDAR.is_open(opening)
    assert CALENDAR.worked(at, opening) == timedelta()


@given(instants)
def test_working_implies_open_and_a_workday(at: datetime) -> None:
    if CALENDAR.is_working(at):
        assert CALENDAR.is_open(at)
        assert CALENDAR.is_workday(at.astimezone(COMMUNITY.zone).date())


@given(instants, instants, instants)
def test_worked_time_adds_up(a: datetime, b: datetime, c: datetime) -> None:
    a, b, c = sorted((a, b, c))
    assert CALENDAR.worked(a, b) + CALENDAR.worked(b, c) == CALENDAR.worked(a, c)
