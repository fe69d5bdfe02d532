"""When the owner is visited, reminded and phoned (D01, D02, D04). Nothing of it in quiet hours."""

from __future__ import annotations

from datetime import datetime

from bot.config import Community
from bot.desk.calendar import Calendar
from bot.desk.quiet import until_visiting_time
from bot.desk.ticket import Ticket

LEAK = "leak"
"""The tag of topics with water coming through."""


def first_visit_at(
    ticket: Ticket, answered_at: datetime, community: Community, calendar: Calendar
) -> datetime:
    """Counted from 已完成, complaints from 已答复. An emergency goes before a leak."""
    rules = community.policy.visits
    span = rules.leak if LEAK in ticket.tags else rules.usual
    if ticket.urgency == "emergency":
        span = rules.emergency
    return until_visiting_time(calendar.add(answered_at, span), community)


def second_visit_at(
    ticket: Ticket, answered_at: datetime, community: Community, calendar: Calendar
) -> datetime | None:
    """The second look at an emergency; None for the others."""
    if ticket.urgency != "emergency":
        return None
    span = community.policy.visits.emergency_second
    return until_visiting_time(calendar.add(answered_at, span), community)


def reminder_at(asked_at: datetime, community: Community, calendar: Calendar) -> datetime:
    """Nobody answered the question of `asked_at`."""
    return until_visiting_time(calendar.add(asked_at, community.policy.visits.reminder), community)


def phone_task_at(asked_at: datetime, community: Community, calendar: Calendar) -> datetime:
    """Nor the reminder: the assistant phones."""
    return until_visiting_time(calendar.add(asked_at, community.policy.visits.phone_task), community)
