"""The return visit (回访): planned, asked, reminded, phoned, scored (D01, D03, D04, D05)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bot.desk import reopening, visit_times
from bot.desk.desk import Desk
from bot.desk.states import move
from bot.desk.ticket import CLOCK, Actor, Ticket
from bot.desk.visit import Solved, Visit

Score = Literal["speed", "result", "attitude"]
SCORES: tuple[Score, ...] = ("speed", "result", "attitude")
LOW = 2
WAITING = ("asked", "answering", "phone")


def plan(desk: Desk, ticket: Ticket) -> None:
    """One visit, and a second look for emergencies."""
    answered = ticket.answered_at or desk.now
    first = visit_times.first_visit_at(ticket, answered, desk.community, desk.calendar)
    second = visit_times.second_visit_at(ticket, answered, desk.community, desk.calendar)
    _plan(desk, ticket, 1, first)
    if second is not None:
        _plan(desk, ticket, 2, second)


def _plan(desk: Desk, ticket: Ticket, number: int, due_at: datetime) -> None:
    visit = Visit(0, ticket.id, ticket.community, ticket.round, number, "planned", due_at)
    visit = desk.work.visits.add(visit)
    desk.later(f"visit:{visit.id}", "visit_ask", due_at, visit=visit.id)


def nobody_to_ask(desk: Desk, ticket: Ticket) -> None:
    """What staff found on patrol has no owner who could be visited (E05)."""
    _close(desk, ticket, "patrol", CLOCK, "")


def ask(desk: Desk, visit_id: int) -> None:
    """The clock: asks, unless the ticket was reopened or an earlier visit still waits for its answer."""
    visit = desk.work.visits.get(visit_id)
    ticket = desk.work.tickets.get(visit.ticket_id)
    if visit.state != "planned":
        return
    if visit.round != ticket.round or ticket.state not in ("answered", "closed") or _waits(desk, visit):
        _end(desk, visit, "dropped")
        return
    visit.state, visit.asked_at = "asked", desk.now
    desk.work.visits.save(visit)
    remind_at = visit_times.reminder_at(desk.now, desk.community, desk.calendar)
    desk.later(f"visit:{visit.id}", "visit_remind", remind_at, visit=visit.id)
    desk.note(ticket, "visit_asked", CLOCK, visit=visit.id, number=visit.number)


def _waits(desk: Desk, visit: Visit) -> bool:
    others = desk.work.visits.of_ticket(visit.ticket_id)
    return any(v.id != visit.id and v.round == visit.round and v.state in WAITING for v in others)


def remind(desk: Desk, visit_id: int) -> None:
    """A day of silence: one reminder; then the phone task."""
    visit = desk.work.visits.get(visit_id)
    if visit.state != "asked" or visit.asked_at is None:
        return
    ticket = desk.work.tickets.get(visit.ticket_id)
    phone_at = visit_times.phone_task_at(visit.asked_at, desk.community, desk.calendar)
    desk.later(f"visit:{visit.id}", "visit_phone", phone_at, visit=visit.id)
    desk.note(ticket, "visit_reminded", CLOCK, visit=visit.id)


def hand_to_assistant(desk: Desk, visit_id: int) -> None:
    """Two days of silence: a person phones. A silent owner has no score."""
    visit = desk.work.visits.get(visit_id)
    if visit.state != "asked":
        return
    visit.state = "phone"
    desk.work.visits.save(visit)
    desk.note(desk.work.tickets.get(visit.ticket_id), "visit_phone", CLOCK, visit=visit.id)


def answer_solved(desk: Desk, visit: Visit, solved: Solved, by: Actor, way: str, channel: str = "") -> Ticket:
    """已解决 counts as visited even without scores; 部分解决 and 未解决 reopen at once."""
    ticket = desk.work.tickets.get(visit.ticket_id)
    visit.solved, visit.way, visit.by_name = solved, way, by.name
    visit.state = "answering"
    desk.work.visits.save(visit)
    end_at = visit_times.reminder_at(desk.now, desk.community, desk.calendar)
    desk.later(f"visit:{visit.id}", "visit_end", end_at, visit=visit.id)
    desk.note(ticket, "visit_answered", by, channel, visit=visit.id, solved=solved, way=way)
    if solved != "solved" and ticket.state in ("answered", "closed"):
        reopening.reopen(desk, ticket, solved, by, channel)
    return ticket


def score(desk: Desk, visit: Visit, which: Score, value: int, by: Actor, channel: str = "") -> Ticket:
    """1–5. A result of 1–2 reopens; speed or attitude of 1–2 goes to the manager."""
    ticket = desk.work.tickets.get(visit.ticket_id)
    setattr(visit, which, value)
    desk.work.visits.save(visit)
    desk.note(ticket, "scored", by, channel, visit=visit.id, which=which, value=value)
    if value <= LOW and which != "result":
        desk.note(ticket, "scored_low", by, channel, visit=visit.id, which=which, value=value)
    if value <= LOW and which == "result" and ticket.state in ("answered", "closed"):
        reopening.reopen(desk, ticket, f"result {value}", by, channel)
    return ticket


def next_score(visit: Visit) -> Score | None:
    """The first of speed, result, attitude that was not scored."""
    return next((s for s in SCORES if getattr(visit, s) is None), None)


def conclude(desk: Desk, visit: Visit, words: str, by: Actor, channel: str = "") -> Ticket:
    """The visit is over; the ticket is closed unless it was reopened."""
    ticket = desk.work.tickets.get(visit.ticket_id)
    visit.words = words
    _end(desk, visit, "done")
    if ticket.state == "answered" and visit.round == ticket.round:
        _close(desk, ticket, "visited", by, channel, visit=visit.id, words=words)
    else:
        desk.note(ticket, "visit_done", by, channel, visit=visit.id, words=words)
    return ticket


def add_words(desk: Desk, visit: Visit, words: str, by: Actor) -> Ticket:
    """What else was said on the phone, written down after the visit."""
    ticket = desk.work.tickets.get(visit.ticket_id)
    visit.words = words
    desk.work.visits.save(visit)
    desk.note(ticket, "visit_words", by, visit=visit.id, words=words)
    return ticket


def unreachable(desk: Desk, visit: Visit, reason: str, by: Actor, channel: str = "") -> Ticket:
    """无法联系: the reason is recorded and the ticket closed (D04)."""
    ticket = desk.work.tickets.get(visit.ticket_id)
    visit.reason, visit.way, visit.by_name = reason, "phone", by.name
    _end(desk, visit, "unreached")
    if ticket.state == "answered" and visit.round == ticket.round:
        _close(desk, ticket, "unreached", by, channel, visit=visit.id, reason=reason)
    else:
        desk.note(ticket, "visit_unreached", by, channel, visit=visit.id, reason=reason)
    return ticket


def fell_silent(desk: Desk, visit_id: int) -> None:
    """The clock: the owner said solved (or not) and then no more; that is an answer without scores."""
    visit = desk.work.visits.get(visit_id)
    if visit.state == "answering":
        conclude(desk, visit, "", CLOCK)


def _close(desk: Desk, ticket: Ticket, how: str, by: Actor, channel: str, **data: object) -> None:
    move(ticket, "closed")
    ticket.closed_at, ticket.closing = desk.now, how
    desk.happened(ticket, "closed", by, channel, how=how, **data)


def _end(desk: Desk, visit: Visit, state: Literal["done", "unreached", "dropped"]) -> None:
    visit.state, visit.ended_at = state, desk.now
    desk.work.visits.save(visit)
    desk.work.timers.cancel(f"visit:{visit.id}")
