"""Hands a ticket to the group of its category and starts its clocks (C01, C02)."""

from __future__ import annotations

from bot.desk import deadlines, escalating, promises
from bot.desk.desk import Desk
from bot.desk.states import move, require
from bot.desk.ticket import Actor, Ticket


def dispatch(desk: Desk, ticket: Ticket, by: Actor, channel: str = "", *, unconfirmed: bool = False) -> None:
    """已登记 → 已派单. Suggestions go to the director and have no accept deadline (A08)."""
    require(ticket, "new")
    move(ticket, "assigned")
    ticket.unconfirmed = unconfirmed
    start_clocks(desk, ticket)
    desk.happened(ticket, "dispatched", by, channel, unconfirmed=unconfirmed)


def start_clocks(desk: Desk, ticket: Ticket) -> None:
    """Accept, promise and solve, counted from now. The caller saves the ticket."""
    ticket.overdue_told = 0
    ticket.solve_by = deadlines.solve_by(ticket, desk.now, desk.community, desk.calendar)
    promises.renew(desk, ticket)
    restart_accepting(desk, ticket)
    escalating.watch_solving(desk, ticket)
    escalating.watch_answer(desk, ticket)


def restart_accepting(desk: Desk, ticket: Ticket) -> None:
    """Another group has to accept it; what was promised to the owner, and the time to solve, stand."""
    ticket.dispatched_at = desk.now
    ticket.escalated = 0
    ticket.accept_by = deadlines.accept_by(ticket, desk.now, desk.community, desk.calendar)
    escalating.watch(desk, ticket)
