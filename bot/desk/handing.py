"""Hand-over, refusal with a reason, and return to customer service (C10)."""

from __future__ import annotations

from bot.desk import deadlines, dispatching, promises
from bot.desk.accepting import must_be_handler, must_not_be_blamed
from bot.desk.desk import Desk, of_staff
from bot.desk.people import Staff
from bot.desk.states import TAKEN, move, require
from bot.desk.ticket import Ticket


def offer(desk: Desk, ticket: Ticket, staff: Staff, to: Staff, channel: str = "") -> None:
    """转派: asks somebody by name. Whoever had it stays responsible until that person accepts (A10)."""
    require(ticket, "assigned", *TAKEN)
    if ticket.state in TAKEN:
        must_be_handler(ticket, staff)
    must_not_be_blamed(desk, ticket, to)
    ticket.offered_id, ticket.offered_name = to.id, to.name
    promises.renew(desk, ticket)
    due = deadlines.accept_by(ticket, desk.now, desk.community, desk.calendar)
    if due is not None:
        desk.later(f"offer:{ticket.id}", "offer", due, ticket=ticket.id)
    desk.happened(ticket, "offered", of_staff(staff), channel, to_id=to.id, to=to.name)


def give_back(desk: Desk, ticket: Ticket, staff: Staff, reason: str, channel: str = "") -> None:
    """退回: back to customer service with the reason; somebody there has to accept it anew."""
    require(ticket, "assigned", *TAKEN)
    if ticket.state in TAKEN:
        must_be_handler(ticket, staff)
    before = ticket.group
    move(ticket, "assigned")
    ticket.group = "service"
    ticket.handler_id, ticket.handler_name = None, ""
    ticket.offered_id, ticket.offered_name = None, ""
    dispatching.restart_accepting(desk, ticket)
    desk.happened(ticket, "returned", of_staff(staff), channel, reason=reason, before=before)
