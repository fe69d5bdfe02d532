"""On hold with a reason and a new promise; the owner hears both (C06)."""

from __future__ import annotations

from datetime import datetime

from bot.desk import promises, quiet
from bot.desk.accepting import must_be_handler
from bot.desk.desk import Desk, of_staff
from bot.desk.people import Staff
from bot.desk.states import move
from bot.desk.ticket import Ticket


def hold(desk: Desk, ticket: Ticket, staff: Staff, reason: str, until: datetime, channel: str = "") -> None:
    """暂缓: stays in 处理中, promised again for `until`, or for the morning after it (H, quiet hours)."""
    must_be_handler(ticket, staff)
    move(ticket, "working")
    if ticket.urgency != "emergency":
        until = quiet.until_morning(until, desk.community)
    ticket.held_until, ticket.hold_reason = until, reason
    promises.renew(desk, ticket, until)
    desk.happened(ticket, "held", of_staff(staff), channel, reason=reason, until=until.isoformat())
