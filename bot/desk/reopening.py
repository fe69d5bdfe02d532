"""Not solved or not satisfied: reopened one step higher, as the next round (D05)."""

from __future__ import annotations

from bot.desk import dispatching, grading
from bot.desk.desk import Desk
from bot.desk.states import move
from bot.desk.ticket import Actor, Ticket


def reopen(desk: Desk, ticket: Ticket, why: str, by: Actor, channel: str = "") -> None:
    """已答复 or 已办结 → 已派单. Complaints rise one grade; repairs name the department manager on the card."""
    move(ticket, "assigned")
    before_id, before = ticket.handler_id, ticket.handler_name
    ticket.round += 1
    ticket.promises = 0
    if ticket.grade is not None:
        ticket.grade = grading.raised(ticket.grade)
    ticket.group = ticket.category
    ticket.handler_id, ticket.handler_name = None, ""
    ticket.accepted_at = ticket.arrived_at = ticket.finished_at = None
    ticket.answered_at = ticket.closed_at = None
    dispatching.start_clocks(desk, ticket)
    desk.happened(ticket, "reopened", by, channel, why=why, before_id=before_id, before=before)
