from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.config import Span, WorkingTime
from bot.desk.calendar import Calendar, NeverWorks, calendar_of
from bot.desk.holidays import NONE, Holidays, china
from tests.desk.jinxiu import CALENDAR, COMMUNITY, at, shown

SHANGHAI = ZoneInfo("Asia/Shanghai")


def a_calendar(holidays: Holidays = NONE, zone: str = "Asia/Shanghai", **changes: object) -> Calendar:
    written = {"days": ["周一", "周二"], "hours": ["08:30-12:00", "14:00-18:00"], **changes}
    return Calendar(WorkingTime.model_validate(written), ZoneInfo(zone), holidays)


def wh(amount: float) -> Span:
    return Span(amount, "wh")


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 3, 4), True),  # Wednesday
        (date(2026, 3, 7), True),  # Saturday: the pattern's sixth day
        (date(2026, 3, 8), False),  # Sunday
        (date(2026, 2, 17), False),  # 春节
        (date(2026, 2, 14), True),  # Saturday, make-up day
        (date(2026, 1, 4), True),  # Sunday, make-up day
        (date(2026, 9, 20), True),  # Sunday, make-up day
        (date(2026, 10, 1), False),  # 国庆
        (date(2026, 10, 7), False),
        (date(2026, 10, 8), True),
    ],
)
def test_statutory_days_off_and_make_up_days_go_before_the_week(day: date, works: bool) -> None:
    assert CALENDAR.is_workday(day) is works


def test_every_announced_holiday_is_off_and_every_make_up_day_is_on() -> None:
    table = china()
    assert not any(CALENDAR.is_workday(day) for day in table.off)
    assert all(CALENDAR.is_workday(day) for day in table.on)


def test_the_editable_table_goes_before_the_holidays() -> None:
    festival = date(2026, 2, 17)
    calendar = a_calendar(china(), on=[festival], off=[date(2026, 3, 2)])
    assert calendar.is_workday(festival)
    assert not calendar.is_workday(date(2026, 3, 2))  # a Monday


def test_after_the_last_known_year_the_week_and_the_table_decide() -> None:
    calendar = a_calendar(china(), off=["2035-10-01"])
    assert not calendar.is_workday(date(2035, 10, 1))  # a Monday, by the table
    assert calendar.is_workday(date(2035, 10, 2))
    assert not calendar.is_workday(date(2035, 10, 3))


def test_it_says_for_which_years_it_only_guesses() -> None:
    last = CALENDAR.last_year
    assert last is not None
    assert not CALENDAR.guesses(last)
    assert CALENDAR.guesses(last + 1)
    assert not a_calendar(NONE).guesses(2099)


@pytest.mark.parametrize(
    ("clock", "working", "is_open"),
    [
        ("08:29", False, False),
        ("08:30", True, True),
        ("11:59", True, True),
        ("12:00", False, True),
        ("13:59", False, True),
        ("14:00", True, True),
        ("17:59", True, True),
        ("18:00", False, False),
    ],
)
def test_lunch_is_open_and_not_working(clock: str, working: bool, is_open: bool) -> None:
    assert CALENDAR.is_working(at(f"2026-03-04 {clock}")) is working
    assert CALENDAR.is_open(at(f"2026-03-04 {clock}")) is is_open
    assert not CALENDAR.is_working(at(f"2026-03-08 {clock}"))
    assert not CALENDAR.is_open(at(f"2026-03-08 {clock}"))


@pytest.mark.parametrize(
    ("start", "hours", "lands"),
    [
        ("2026-03-04 10:00", 0.5, "03-04 10:30"),
        ("2026-03-04 10:00", 2, "03-04 12:00"),  # not 14:00
        ("2026-03-04 10:00", 2.5, "03-04 14:30"),
        ("2026-03-04 12:00", 0.5, "03-04 14:30"),
        ("2026-03-04 13:10", 1, "03-04 15:00"),
        ("2026-03-04 14:00", 4, "03-04 18:00"),  # not next morning
        ("2026-03-04 18:00", 1, "03-05 09:30"),
        ("2026-03-04 21:30", 0.5, "03-05 09:00"),
        ("2026-03-04 06:00", 0.5, "03-04 09:00"),
        ("2026-03-04 10:00", 8, "03-05 10:30"),
        ("2026-03-04 10:00", 24, "03-07 11:30"),
        ("2026-03-07 17:00", 2, "03-09 09:30"),  # over Sunday
        ("2026-02-14 17:30", 1, "02-24 09:00"),  # over the spring festival
        ("2026-02-27 17:30", 1, "02-28 09:00"),  # into a make-up Saturday
    ],
)
def test_working_hours_stop_at_lunch_at_night_and_on_days_off(start: str, hours: float, lands: str) -> None:
    assert shown(CALENDAR.add(at(start), wh(hours))) == lands


@pytest.mark.parametrize(
    ("span", "lands"),
    [("15 min", "03-07 18:05"), ("1 h", "03-07 18:50"), ("1 days", "03-08 17:50"), ("3 s", "03-07 17:50")],
)
def test_plain_units_run_through_the_night(span: str, lands: str) -> None:
    assert shown(CALENDAR.add(at("2026-03-07 17:50"), Span.parse(span))) == lands


@pytest.mark.parametrize(
    ("start", "opening", "working"),
    [
        ("2026-03-04 10:00", "03-04 10:00", "03-04 10:00"),
        ("2026-03-04 12:30", "03-04 12:30", "03-04 14:00"),
        ("2026-03-04 03:00", "03-04 08:30", "03-04 08:30"),
        ("2026-03-07 18:00", "03-09 08:30", "03-09 08:30"),
        ("2026-09-30 23:00", "10-08 08:30", "10-08 08:30"),
    ],
)
def test_next_opening_and_next_work(start: str, opening: str, working: str) -> None:
    assert shown(CALENDAR.next_opening(at(start))) == opening
    assert shown(CALENDAR.next_working(at(start))) == working


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        ("2026-03-04 10:00", "2026-03-04 15:00", 3),
        ("2026-03-04 12:00", "2026-03-04 14:00", 0),
        ("2026-03-04 20:00", "2026-03-05 09:00", 0.5),
        ("2026-03-07 08:30", "2026-03-09 08:30", 7.5),
        ("2026-03-04 15:00", "2026-03-04 10:00", 0),
    ],
)
def test_worked_time_between_two_instants(since: str, until: str, hours: float) -> None:
    assert CALENDAR.worked(at(since), at(until)) == timedelta(hours=hours)


def test_answers_are_utc_whatever_zone_is_asked_in() -> None:
    local = at("2026-03-04 10:00").astimezone(SHANGHAI)
    for answer in (
        CALENDAR.add(local, wh(1)),
        CALENDAR.add(local, Span(1, "h")),
        CALENDAR.next_opening(local),
        CALENDAR.next_working(local),
    ):
        assert answer.tzinfo is UTC


def test_a_change_to_summer_time_moves_the_opening_in_utc() -> None:
    calendar = a_calendar(zone="Europe/London", days=["周五", "周一"])
    friday = at("2026-03-28 00:00")  # 16:00 on Friday 27th in London; clocks change on the 29th
    assert calendar.add(friday, wh(3)).isoformat() == "2026-03-30T08:30:00+00:00"


def test_a_community_that_never_works_is_named_as_such() -> None:
    shut = a_calendar(off=[date(2026, 1, 1) + timedelta(days=n) for n in range(1200)])
    with pytest.raises(NeverWorks):
        shut.add(at("2026-01-02 10:00"), wh(1))


def test_communities_of_the_same_hours_share_a_calendar() -> None:
    twin = COMMUNITY.model_copy(update={"id": "twin"})
    other = COMMUNITY.model_copy(update={"zone": ZoneInfo("Asia/Hong_Kong")})
    assert calendar_of(twin) is calendar_of(COMMUNITY)
    assert calendar_of(other) is not calendar_of(COMMUNITY)
