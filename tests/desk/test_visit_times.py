from typing import Any

import pytest

from bot.desk import visit_times
from tests.desk.jinxiu import CALENDAR, COMMUNITY, a_ticket, at, shown


@pytest.mark.parametrize(
    ("ticket", "first", "second"),
    [
        ({}, "03-05 10:00", "-"),
        ({"kind": "complaint", "grade": "minor"}, "03-05 10:00", "-"),
        ({"tags": ("leak",)}, "03-06 10:00", "-"),
        ({"urgency": "emergency"}, "03-04 14:00", "03-07 10:00"),
        ({"urgency": "emergency", "tags": ("leak",)}, "03-04 14:00", "03-07 10:00"),
        ({"urgency": "urgent"}, "03-05 10:00", "-"),
    ],
)
def test_d02_each_sort_is_visited_in_its_time(ticket: dict[str, Any], first: str, second: str) -> None:
    done = at("2026-03-04 10:00")
    assert shown(visit_times.first_visit_at(a_ticket(**ticket), done, COMMUNITY, CALENDAR)) == first
    assert shown(visit_times.second_visit_at(a_ticket(**ticket), done, COMMUNITY, CALENDAR)) == second


def test_d02_a_visit_of_the_night_waits_until_nine() -> None:
    burst, done = a_ticket(urgency="emergency"), at("2026-03-04 18:30")
    assert shown(visit_times.first_visit_at(burst, done, COMMUNITY, CALENDAR)) == "03-05 09:00"


def test_d04_silence_is_reminded_after_a_day_and_phoned_after_two() -> None:
    asked = at("2026-03-05 10:00")
    assert shown(visit_times.reminder_at(asked, COMMUNITY, CALENDAR)) == "03-06 10:00"
    assert shown(visit_times.phone_task_at(asked, COMMUNITY, CALENDAR)) == "03-07 10:00"
