"""Finished with one sentence; repairs are answered at once, complaints wait for approval (C07)."""

from __future__ import annotations

from bot.desk import escalating, promises, visiting
from bot.desk.accepting import must_be_handler
from bot.desk.desk import Desk, of_staff
from bot.desk.people import Staff
from bot.desk.states import move, require
from bot.desk.ticket import CLOCK, Actor, Ticket


def finish(desk: Desk, ticket: Ticket, staff: Staff, result: str, channel: str = "") -> None:
    """处理中 → 已完成; → 已答复 where nobody has to approve."""
    must_be_handler(ticket, staff)
    move(ticket, "finished")
    ticket.finished_at, ticket.result = desk.now, result
    ticket.held_until = None
    ticket.offered_id, ticket.offered_name = None, ""
    escalating.stop(desk, ticket)
    desk.happened(ticket, "finished", of_staff(staff), channel, result=result)
    if ticket.kind != "complaint":
        answer(desk, ticket, CLOCK)


def answer(desk: Desk, ticket: Ticket, by: Actor, channel: str = "") -> None:
    """已完成 → 已答复: the result goes to the owner, and the return visit is planned (D01)."""
    move(ticket, "answered")
    ticket.answered_at = desk.now
    promises.drop(desk, ticket)
    desk.work.timers.cancel(f"solve:{ticket.id}")
    desk.happened(ticket, "answered", by, channel)
    if ticket.source == "patrol":
        visiting.nobody_to_ask(desk, ticket)
    else:
        visiting.plan(desk, ticket)


def approve(desk: Desk, ticket: Ticket, staff: Staff, channel: str = "") -> None:
    """同意: valid, and the reply is sent."""
    require(ticket, "finished")
    answer(desk, ticket, of_staff(staff), channel)


def redo(desk: Desk, ticket: Ticket, staff: Staff, channel: str = "") -> None:
    """退回重办: back to 处理中 with the same handler."""
    require(ticket, "finished")
    move(ticket, "working")
    ticket.finished_at = None
    desk.happened(ticket, "sent_back", of_staff(staff), channel)


def invalidate(desk: Desk, ticket: Ticket, staff: Staff, words: str, channel: str = "") -> None:
    """无效: closed with a polite explanation that the manager writes; not visited."""
    require(ticket, "finished")
    move(ticket, "invalid")
    ticket.closed_at, ticket.closing = desk.now, words
    promises.drop(desk, ticket)
    desk.work.timers.cancel(f"solve:{ticket.id}")
    desk.happened(ticket, "invalidated", of_staff(staff), channel, words=words)


def decide(desk: Desk, ticket: Ticket, staff: Staff, adopted: bool, channel: str = "") -> None:
    """采纳 or 不采纳: the director's word on a suggestion goes to the owner, who is visited like everybody."""
    require(ticket, "assigned")
    move(ticket, "accepted")
    ticket.handler_id, ticket.handler_name = staff.id, staff.name
    ticket.accepted_at = ticket.finished_at = desk.now
    move(ticket, "finished")
    ticket.result = "采纳" if adopted else "不采纳"
    desk.happened(ticket, "decided", of_staff(staff), channel, adopted=adopted)
    answer(desk, ticket, of_staff(staff), channel)
