"""Who may do what: having a button's token is not enough (G02, B08)."""

from __future__ import annotations

from bot.config import Community
from bot.desk.people import Staff
from bot.desk.ticket import Ticket


def may_see(staff: Staff, ticket: Ticket) -> bool:
    """Only people of the same community."""
    return staff.community == ticket.community


def may_take(staff: Staff, ticket: Ticket, community: Community) -> bool:
    """Whoever sits in the ticket's group or works in its department, is on duty, leads, or was asked by name."""
    if not may_see(staff, ticket):
        return False
    duty = community.duty
    return (
        staff.department in (ticket.group, ticket.category)
        or any(key == ticket.group and staff.name in group.members for key, group in community.groups.items())
        or staff.name in (duty.opening, duty.outside, duty.manager, duty.director)
        or staff.has("manager")
        or staff.has("director")
        or ticket.offered_id == staff.id
    )


def may_phone(staff: Staff, ticket: Ticket) -> bool:
    """The phone task of a return visit belongs to customer service and to managers (D04)."""
    return may_see(staff, ticket) and (
        staff.department == "service"
        or staff.has("manager")
        or staff.has("director")
        or staff.has("assistant")
    )
