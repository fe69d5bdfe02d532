"""Staff correct category, urgency, grade and cause; who, when, from what to what is kept (B09)."""

from __future__ import annotations

from bot.desk import deadlines, dispatching, escalating, grading, promises
from bot.desk.desk import Desk, of_staff
from bot.desk.people import Staff
from bot.desk.states import TAKEN, require
from bot.desk.ticket import Actor, Ticket
from nlp.understanding import Category, Urgency


def set_category(
    desk: Desk, ticket: Ticket, staff: Staff, category: Category, group_name: str, channel: str = ""
) -> None:
    """改分类: the card goes to that category's group. Whoever has it keeps it until somebody there accepts (A10)."""
    require(ticket, "assigned", *TAKEN)
    before, before_group = ticket.category, ticket.group
    _keep(desk, ticket, staff, "category", before, category)
    ticket.category = ticket.group = category
    promises.renew(desk, ticket)
    if ticket.state in TAKEN:
        ticket.offered_id, ticket.offered_name = None, group_name
        due = deadlines.accept_by(ticket, desk.now, desk.community, desk.calendar)
        if due is not None:
            desk.later(f"offer:{ticket.id}", "offer", due, ticket=ticket.id)
    elif before_group != category:
        dispatching.restart_accepting(desk, ticket)
    desk.happened(
        ticket,
        "corrected",
        of_staff(staff),
        channel,
        field="category",
        before=before,
        after=category,
        before_group=before_group,
    )


def set_urgency(desk: Desk, ticket: Ticket, staff: Staff, urgency: Urgency, channel: str = "") -> None:
    """Its clocks run by the figures of the new urgency from now on; a complaint's grade follows."""
    require(ticket, "assigned", *TAKEN)
    before = ticket.urgency
    _keep(desk, ticket, staff, "urgency", before, urgency)
    ticket.urgency = urgency
    ticket.grade = grading.grade(ticket.kind, urgency, ticket.tags)
    if ticket.state == "assigned":
        dispatching.start_clocks(desk, ticket)
    else:
        ticket.solve_by = deadlines.solve_by(ticket, desk.now, desk.community, desk.calendar)
        promises.renew(desk, ticket)
        escalating.watch_solving(desk, ticket)
        escalating.watch_answer(desk, ticket)
    desk.happened(
        ticket, "corrected", of_staff(staff), channel, field="urgency", before=before, after=urgency
    )


def set_cause(desk: Desk, ticket: Ticket, staff: Staff, cause: str, channel: str = "") -> None:
    before = ticket.cause
    _keep(desk, ticket, staff, "cause", before, cause)
    ticket.cause = cause
    desk.happened(ticket, "corrected", of_staff(staff), channel, field="cause", before=before, after=cause)


def owner_chose(desk: Desk, ticket: Ticket, guess: str, by: Actor) -> None:
    """Asked with the four categories, the owner chose the ticket's; kept also where `guess` was right."""
    desk.work.tickets.keep_correction(ticket, "category", guess, ticket.category, by, desk.now)


def _keep(desk: Desk, ticket: Ticket, staff: Staff, field: str, old: str, new: str) -> None:
    desk.work.tickets.keep_correction(ticket, field, old, new, of_staff(staff), desk.now)
