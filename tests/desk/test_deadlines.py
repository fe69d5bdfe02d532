from datetime import timedelta
from typing import Any

import pytest

from bot.config import Span
from bot.desk import deadlines
from tests.desk.jinxiu import CALENDAR, COMMUNITY, a_ticket, at, shown

NOON_LESS_TWO = "2026-03-04 10:00"
EMERGENCY: dict[str, Any] = {"urgency": "emergency"}
URGENT: dict[str, Any] = {"urgency": "urgent"}
NORMAL: dict[str, Any] = {}
MINOR: dict[str, Any] = {"kind": "complaint", "grade": "minor"}
IMPORTANT: dict[str, Any] = {"kind": "complaint", "grade": "important", "urgency": "urgent"}
MAJOR: dict[str, Any] = {"kind": "complaint", "grade": "major", "urgency": "urgent"}
BURNING: dict[str, Any] = {"kind": "complaint", "grade": "major", "urgency": "emergency"}
INQUIRY: dict[str, Any] = {"kind": "inquiry"}
SUGGESTION: dict[str, Any] = {"kind": "suggestion"}


@pytest.mark.parametrize(
    ("ticket", "accept", "promise", "solve"),
    [
        (EMERGENCY, "03-04 10:05", "03-04 10:15", "03-04 14:00"),
        (URGENT, "03-04 10:15", "03-04 11:00", "03-05 10:00"),
        (NORMAL, "03-04 10:30", "03-04 16:00", "03-07 11:30"),
        (MINOR, "03-04 10:30", "03-04 16:00", "03-04 16:00"),
        (IMPORTANT, "03-04 10:15", "03-05 10:00", "03-05 10:30"),  # 24 h come before 8 wh
        (MAJOR, "03-04 10:15", "03-04 12:00", "03-19 10:00"),
        (BURNING, "03-04 10:05", "03-04 10:15", "03-19 10:00"),
        (INQUIRY, "03-04 10:30", "03-05 10:30", "03-05 10:30"),
        (SUGGESTION, "-", "03-10 14:30", "03-10 14:30"),
    ],
)
def test_c02_every_sort_of_ticket_has_its_row(
    ticket: dict[str, Any], accept: str, promise: str, solve: str
) -> None:
    filed, now = a_ticket(**ticket), at(NOON_LESS_TWO)
    assert shown(deadlines.accept_by(filed, now, COMMUNITY, CALENDAR)) == accept
    assert shown(deadlines.promise_at(filed, now, COMMUNITY, CALENDAR)) == promise
    assert shown(deadlines.solve_by(filed, now, COMMUNITY, CALENDAR)) == solve


def test_c02_a_major_complaint_is_answered_within_two_days() -> None:
    now = at(NOON_LESS_TWO)
    assert shown(deadlines.answer_by(a_ticket(**MAJOR), now, COMMUNITY, CALENDAR)) == "03-06 10:00"
    assert shown(deadlines.answer_by(a_ticket(**BURNING), now, COMMUNITY, CALENDAR)) == "03-06 10:00"
    assert deadlines.answer_by(a_ticket(**MINOR), now, COMMUNITY, CALENDAR) is None


@pytest.mark.parametrize(
    ("ticket", "accept"),
    [
        (EMERGENCY, "03-04 19:05"),
        (URGENT, "03-04 19:15"),
        (NORMAL, "03-05 09:00"),
        (MAJOR, "03-04 19:15"),
    ],
)
def test_a_second_round_keeps_the_earlier_of_its_row_and_two_working_hours(
    ticket: dict[str, Any], accept: str
) -> None:
    again = a_ticket(round=2, **ticket)
    assert shown(deadlines.accept_by(again, at("2026-03-04 19:00"), COMMUNITY, CALENDAR)) == accept


def test_a_second_round_of_a_slow_row_is_accepted_within_two_working_hours() -> None:
    figures = COMMUNITY.figures
    slow = figures.normal.model_copy(update={"accept": Span(8, "wh")})
    policy = COMMUNITY.policy.model_copy(update={"figures": figures.model_copy(update={"normal": slow})})
    community = COMMUNITY.model_copy(update={"policy": policy})
    now = at(NOON_LESS_TWO)
    assert shown(deadlines.accept_by(a_ticket(), now, community, CALENDAR)) == "03-05 10:30"
    assert shown(deadlines.accept_by(a_ticket(round=2), now, community, CALENDAR)) == "03-04 12:00"


@pytest.mark.parametrize(
    ("ticket", "steps"),
    [
        (EMERGENCY, ["03-04 22:03", "03-04 22:06", "03-04 22:10"]),
        (URGENT, ["03-04 22:10", "03-04 22:20", "03-04 22:40"]),
        (MAJOR, ["03-04 22:10", "03-04 22:20", "03-04 22:40"]),
        (NORMAL, ["03-05 09:00", "03-05 09:30", "03-05 10:30"]),
        (MINOR, ["03-05 09:00", "03-05 09:30", "03-05 10:30"]),
        (INQUIRY, ["03-05 09:00", "03-05 09:30", "03-05 10:30"]),
        (SUGGESTION, []),
    ],
)
def test_c04_only_emergency_urgent_and_major_ring_at_night(ticket: dict[str, Any], steps: list[str]) -> None:
    found = deadlines.escalations(a_ticket(**ticket), at("2026-03-04 22:00"), COMMUNITY, CALENDAR)
    assert [shown(due) for _, due in found] == steps
    assert [level for level, _ in found] == list(range(1, len(steps) + 1))


def test_c04_a_complaint_that_is_important_but_not_urgent_sleeps_through_the_night() -> None:
    repeated = a_ticket(kind="complaint", grade="important")
    found = deadlines.escalations(repeated, at("2026-03-04 20:45"), COMMUNITY, CALENDAR)
    assert [shown(due) for _, due in found] == ["03-04 20:55", "03-05 08:35", "03-05 08:55"]


def test_c04_emergency_and_major_are_told_at_once() -> None:
    told = [
        deadlines.figures(a_ticket(**t), COMMUNITY).tell_at_once for t in (EMERGENCY, MAJOR, URGENT, NORMAL)
    ]
    assert told == [True, True, False, False]


def test_c05_an_emergency_hears_hourly_after_the_first_word_day_and_night() -> None:
    burst = a_ticket(urgency="emergency", promises=1)
    due = deadlines.promise_at(burst, at("2026-03-04 23:00"), COMMUNITY, CALENDAR, came_due=True)
    assert shown(due) == "03-05 00:00"


def test_c05_taking_an_emergency_promises_word_by_its_row_again() -> None:
    taken = a_ticket(urgency="emergency", promises=1)
    assert shown(deadlines.promise_at(taken, at("2026-03-04 10:03"), COMMUNITY, CALENDAR)) == "03-04 10:18"


def test_c05_only_the_first_promise_falls_in_quiet_hours() -> None:
    now = at("2026-03-04 20:30")
    assert shown(deadlines.promise_at(a_ticket(**URGENT), now, COMMUNITY, CALENDAR)) == "03-04 21:30"
    later = a_ticket(promises=1, **URGENT)
    assert shown(deadlines.promise_at(later, now, COMMUNITY, CALENDAR)) == "03-05 08:30"


def test_a04_a_complaint_hears_something_within_a_day_over_sunday_too() -> None:
    saturday = at("2026-03-07 16:00")
    filed = a_ticket(opened_at=saturday, **MINOR)
    assert shown(deadlines.promise_at(filed, saturday, COMMUNITY, CALENDAR)) == "03-08 16:00"
    assert shown(deadlines.promise_at(a_ticket(), saturday, COMMUNITY, CALENDAR)) == "03-09 10:30"


def test_a04_after_the_first_day_a_complaint_goes_by_its_figure() -> None:
    filed = a_ticket(promises=1, **MINOR)
    now = filed.opened_at + timedelta(hours=24)
    assert shown(deadlines.promise_at(filed, now, COMMUNITY, CALENDAR)) == "03-05 16:00"


def test_c04_the_director_hears_of_overdue_work_eight_working_hours_later() -> None:
    due = deadlines.director_overdue_at(at("2026-03-04 16:00"), COMMUNITY, CALENDAR)
    assert shown(due) == "03-05 16:30"
