"""Somebody takes it by name; first asked owns it until somebody else has accepted (C01, A10)."""

from __future__ import annotations

from bot.desk import escalating, promises
from bot.desk.desk import Desk, of_staff
from bot.desk.errors import AlreadyTaken, NotYours
from bot.desk.people import Staff
from bot.desk.routing import Routing
from bot.desk.states import TAKEN, move, require
from bot.desk.ticket import Ticket


def accept(desk: Desk, ticket: Ticket, staff: Staff, channel: str = "") -> None:
    """已派单 → 已接单, or the taking over of a hand-over. Raises AlreadyTaken with the first one's name."""
    if ticket.state in TAKEN and not is_offered_to(ticket, staff):
        raise AlreadyTaken(ticket)
    require(ticket, "assigned", *TAKEN)
    must_not_be_blamed(desk, ticket, staff)
    before_id, before = ticket.handler_id, ticket.handler_name
    move(ticket, "accepted")
    ticket.handler_id, ticket.handler_name = staff.id, staff.name
    ticket.offered_id, ticket.offered_name = None, ""
    ticket.accepted_at = desk.now
    escalating.stop(desk, ticket)
    promises.renew(desk, ticket)
    desk.happened(ticket, "accepted", of_staff(staff), channel, before_id=before_id, before=before)


def must_not_be_blamed(desk: Desk, ticket: Ticket, staff: Staff) -> None:
    """A person complained about never handles the ticket (B08). Raises NotYours with who looks after it."""
    if not ticket.about:
        return
    routing = Routing(desk.work.people, desk.community)
    blamed = routing.blamed(ticket)
    if blamed is not None and blamed.id == staff.id:
        raise NotYours(ticket, routing.above(blamed).name)


def is_offered_to(ticket: Ticket, staff: Staff) -> bool:
    """Whether a hand-over waits for this person, or for anybody of another group."""
    if not ticket.offered_name or ticket.handler_id == staff.id:
        return False
    return ticket.offered_id in (None, staff.id)


def arrive(desk: Desk, ticket: Ticket, staff: Staff, channel: str = "") -> None:
    """已接单 → 处理中."""
    must_be_handler(ticket, staff)
    require(ticket, "accepted")
    move(ticket, "working")
    ticket.arrived_at = desk.now
    desk.happened(ticket, "arrived", of_staff(staff), channel)


def must_be_handler(ticket: Ticket, staff: Staff) -> None:
    """Raises WrongState before anybody took it, NotYours for anybody else."""
    require(ticket, *TAKEN)
    if ticket.handler_id != staff.id:
        raise NotYours(ticket, ticket.handler_name)
