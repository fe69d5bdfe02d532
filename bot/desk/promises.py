"""A promised time (承诺) is kept: at that time the owner hears where it stands, and a new time (C05, C06)."""

from __future__ import annotations

from datetime import datetime

from bot.desk import deadlines
from bot.desk.desk import Desk
from bot.desk.errors import TicketMissing
from bot.desk.states import OPEN
from bot.desk.ticket import CLOCK, Ticket


def renew(desk: Desk, ticket: Ticket, until: datetime | None = None, *, came_due: bool = False) -> None:
    """Sets the next promised time (`until`, else by the figures) and its timer. The caller saves the ticket."""
    ticket.promised_at = until or deadlines.promise_at(
        ticket, desk.now, desk.community, desk.calendar, came_due=came_due
    )
    ticket.promises += 1
    desk.later(f"promise:{ticket.id}", "promise", ticket.promised_at, ticket=ticket.id)


def drop(desk: Desk, ticket: Ticket) -> None:
    desk.work.timers.cancel(f"promise:{ticket.id}")


def came_due(desk: Desk, ticket_id: int) -> None:
    """The clock: says where it stands and promises anew. Nothing to do once the ticket is answered."""
    try:
        ticket = desk.work.tickets.get(ticket_id)
    except TicketMissing:
        return
    if ticket.state not in OPEN or ticket.promised_at is None or ticket.promised_at > desk.now:
        return
    ticket.held_until = None
    renew(desk, ticket, came_due=True)
    desk.happened(ticket, "promise_due", CLOCK)
