"""Nobody accepted: group and duty officer → department manager → director. Overdue to solve likewise (C04)."""

from __future__ import annotations

from bot.desk import deadlines
from bot.desk.desk import Desk
from bot.desk.states import OPEN
from bot.desk.ticket import CLOCK, Ticket


def watch(desk: Desk, ticket: Ticket) -> None:
    """Sets the timer of the next step up. Re-checked when it rings."""
    if ticket.kind == "suggestion" or ticket.dispatched_at is None:
        return
    steps = deadlines.escalations(ticket, ticket.dispatched_at, desk.community, desk.calendar)
    for level, due_at in steps:
        if level > ticket.escalated:
            desk.later(f"escalate:{ticket.id}", "escalate", due_at, ticket=ticket.id, level=level)
            return


def watch_solving(desk: Desk, ticket: Ticket) -> None:
    if ticket.solve_by is not None:
        desk.later(f"solve:{ticket.id}", "solve", ticket.solve_by, ticket=ticket.id)


def watch_answer(desk: Desk, ticket: Ticket) -> None:
    """A major complaint has a time by which it is answered, long before it has to be solved (C02)."""
    due = deadlines.answer_by(ticket, desk.now, desk.community, desk.calendar)
    if due is not None:
        desk.later(f"answer:{ticket.id}", "answer", due, ticket=ticket.id, round=ticket.round)


def stop(desk: Desk, ticket: Ticket) -> None:
    """Somebody has it: no more reminders to accept."""
    desk.work.timers.cancel(f"escalate:{ticket.id}", f"offer:{ticket.id}")


def nobody_accepted(desk: Desk, ticket_id: int, level: int) -> None:
    """The clock rings for a step; nothing happens where the ticket has moved on meanwhile."""
    ticket = desk.work.tickets.get(ticket_id)
    if ticket.state != "assigned" or ticket.escalated >= level:
        return
    ticket.escalated = level
    desk.happened(ticket, "escalated", CLOCK, level=level)
    watch(desk, ticket)


def offer_unanswered(desk: Desk, ticket_id: int) -> None:
    """A hand-over that nobody took: both are reminded; whoever had it stays responsible (A10, C10)."""
    ticket = desk.work.tickets.get(ticket_id)
    if ticket.offered_name and ticket.state in ("assigned", "accepted", "working"):
        desk.note(ticket, "offer_unanswered", CLOCK)


def overdue(desk: Desk, ticket_id: int) -> None:
    """The time to solve is over: department manager at once, director 8 working hours later."""
    ticket = desk.work.tickets.get(ticket_id)
    if ticket.state not in OPEN or ticket.solve_by is None or ticket.solve_by > desk.now:
        return
    ticket.overdue_told += 1
    desk.happened(ticket, "overdue", CLOCK, level=ticket.overdue_told)
    if ticket.overdue_told == 1:
        at = deadlines.director_overdue_at(ticket.solve_by, desk.community, desk.calendar)
        desk.later(f"solve:{ticket.id}", "solve", max(at, desk.now), ticket=ticket.id)


def not_answered(desk: Desk, ticket_id: int, round: int) -> None:
    """The time to answer a major complaint is over; one that was reopened or graded down since has another."""
    ticket = desk.work.tickets.get(ticket_id)
    if ticket.state not in OPEN or ticket.round != round:
        return
    if deadlines.figures(ticket, desk.community).answer is not None:
        desk.note(ticket, "not_answered", CLOCK)
