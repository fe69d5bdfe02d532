from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk import quiet
from tests.desk.jinxiu import COMMUNITY, at, shown

instants = st.integers(0, 60 * 24 * 400).map(lambda n: at("2026-01-01 00:00") + timedelta(minutes=n))


@pytest.mark.parametrize(
    ("clock", "silent"),
    [("20:59", False), ("21:00", True), ("00:00", True), ("08:29", True), ("08:30", False), ("12:00", False)],
)
def test_quiet_hours_hold_nine_in_the_evening_and_not_half_past_eight(clock: str, silent: bool) -> None:
    assert quiet.is_quiet(at(f"2026-03-04 {clock}"), COMMUNITY) is silent


@pytest.mark.parametrize(
    ("planned", "visit", "promise"),
    [
        ("2026-03-04 22:00", "03-05 09:00", "03-05 08:30"),
        ("2026-03-04 03:00", "03-04 09:00", "03-04 08:30"),
        ("2026-03-04 08:40", "03-04 08:40", "03-04 08:40"),
        ("2026-12-31 23:30", "01-01 09:00", "01-01 08:30"),
    ],
)
def test_what_falls_in_the_night_waits_for_the_morning(planned: str, visit: str, promise: str) -> None:
    assert shown(quiet.until_visiting_time(at(planned), COMMUNITY)) == visit
    assert shown(quiet.until_morning(at(planned), COMMUNITY)) == promise


@pytest.mark.parametrize(
    ("start", "minutes", "lands"),
    [
        ("2026-03-04 20:00", 30, "03-04 20:30"),
        ("2026-03-04 20:50", 30, "03-05 08:50"),
        ("2026-03-04 23:00", 10, "03-05 08:40"),
        ("2026-03-04 20:50", 10, "03-05 08:30"),
        ("2026-03-04 20:00", 60 * 14, "03-06 09:00"),
    ],
)
def test_time_stands_still_in_quiet_hours(start: str, minutes: int, lands: str) -> None:
    assert shown(quiet.awake_after(at(start), timedelta(minutes=minutes), COMMUNITY)) == lands


@given(instants, st.integers(1, 5000))
def test_nothing_that_waits_lands_in_the_night(start: datetime, minutes: int) -> None:
    lands = quiet.awake_after(start, timedelta(minutes=minutes), COMMUNITY)
    assert not quiet.is_quiet(lands, COMMUNITY)
    assert lands >= start + timedelta(minutes=minutes)
    assert not quiet.is_quiet(quiet.until_visiting_time(start, COMMUNITY), COMMUNITY)
