"""The time limits of a ticket, by the figures of its community (C02, C04, C05, policy H)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.config import Community, EmergencyRow, FigureTable, MajorRow, Row, Span, SuggestionRow
from bot.desk import quiet
from bot.desk.calendar import Calendar
from bot.desk.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Figures:
    """The row that a ticket goes by. `answer` is set for major complaints, `again` for emergencies.

    `escalate` has the three steps: group and duty officer, department manager, director. A suggestion that is
    not an emergency has no `accept` and no steps. `by_night`: its escalations do not wait for the morning.
    """

    accept: Span | None
    promise: Span
    again: Span
    solve: Span
    answer: Span | None
    escalate: tuple[Span, ...]
    tell_at_once: bool
    by_night: bool


def figures(ticket: Ticket, community: Community) -> Figures:
    """Urgency emergency goes before the kind for accept, promise and escalation; the kind says when it is solved."""
    table = community.figures
    own = _row_of_kind(ticket, table)
    first: Row | SuggestionRow = table.emergency if ticket.urgency == "emergency" else own
    accepted = first if isinstance(first, Row) else None
    return Figures(
        accept=accepted.accept if accepted else None,
        promise=first.promise,
        again=first.again if isinstance(first, EmergencyRow) else first.promise,
        solve=own.solve,
        answer=own.answer if isinstance(own, MajorRow) else None,
        escalate=accepted.escalate if accepted else (),
        tell_at_once=bool(accepted and accepted.tell_at_once),
        by_night=ticket.urgency != "normal" or ticket.grade == "major",
    )


def _row_of_kind(ticket: Ticket, table: FigureTable) -> Row | SuggestionRow:
    if ticket.kind == "suggestion":
        return table.suggestion
    if ticket.kind == "inquiry":
        return table.inquiry
    if ticket.kind == "complaint":
        return {"minor": table.minor, "important": table.important, "major": table.major}[
            ticket.grade or "minor"
        ]
    return {"emergency": table.emergency, "urgent": table.urgent, "normal": table.normal}[ticket.urgency]


def accept_by(ticket: Ticket, at: datetime, community: Community, calendar: Calendar) -> datetime | None:
    """From the dispatch; a second round by the earlier of its row and 2 wh. None: no group accepts it."""
    accept = figures(ticket, community).accept
    if accept is None:
        return None
    due = calendar.add(at, accept)
    if ticket.round < 2:
        return due
    return min(due, calendar.add(at, community.figures.reopened_accept))


def promise_at(
    ticket: Ticket, at: datetime, community: Community, calendar: Calendar, *, came_due: bool = False
) -> datetime:
    """When the owner hears next. `ticket.promises` says whether it is the first one; `came_due`: it follows one that
    was kept without a solution, which for an emergency means every hour until it is safe.

    Complaints: the earlier of the figure and 24 h after registration. Only first promises and an emergency's fall
    in quiet hours.
    """
    if ticket.finished_at is not None and ticket.urgency == "emergency":
        ticket = replace(ticket, urgency="normal")  # the danger is over; only the approval is waited for
    row = figures(ticket, community)
    first = ticket.promises == 0
    due = calendar.add(at, row.again if came_due else row.promise)
    word_by = ticket.opened_at + community.figures.word_within
    if ticket.kind == "complaint" and at < word_by:
        due = min(due, word_by)
    return due if first or ticket.urgency == "emergency" else quiet.until_morning(due, community)


def solve_by(ticket: Ticket, at: datetime, community: Community, calendar: Calendar) -> datetime:
    """From the dispatch. For a major complaint see also `answer_by`."""
    return calendar.add(at, figures(ticket, community).solve)


def answer_by(ticket: Ticket, at: datetime, community: Community, calendar: Calendar) -> datetime | None:
    """When a major complaint must be answered, solved or not; None for the others."""
    answer = figures(ticket, community).answer
    return calendar.add(at, answer) if answer else None


def escalations(
    ticket: Ticket, dispatched_at: datetime, community: Community, calendar: Calendar
) -> list[tuple[int, datetime]]:
    """Levels 1 (group and duty officer), 2 (department manager), 3 (director) with their times, while nobody accepts.

    By night only emergency, urgent and major ones ring; for the others plain time stands still in quiet hours.
    """
    row = figures(ticket, community)
    if row.by_night:
        return [(n, calendar.add(dispatched_at, span)) for n, span in enumerate(row.escalate, 1)]
    return [(n, _awake(dispatched_at, span, community, calendar)) for n, span in enumerate(row.escalate, 1)]


def _awake(at: datetime, span: Span, community: Community, calendar: Calendar) -> datetime:
    if span.working:
        return quiet.until_morning(calendar.add(at, span), community)
    return quiet.awake_after(at, span.length, community)


def director_overdue_at(solve_by: datetime, community: Community, calendar: Calendar) -> datetime:
    """The department manager hears at once that it is overdue, the director then."""
    return calendar.add(solve_by, community.figures.director_overdue)
