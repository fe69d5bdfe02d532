"""A ticket and its number exist from the first reply that restates it (A02–A04)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.desk import grading, numbering
from bot.desk.desk import Desk
from bot.desk.people import Resident
from bot.desk.ticket import Actor, Source, Ticket
from bot.messages import Address
from nlp.understanding import Appointment, Language, Place, Problem


@dataclass(frozen=True, slots=True)
class Report:
    """What an owner told, ready to be filed: one problem with its place and contact."""

    problem: Problem
    text: str
    language: Language
    origin: Address
    place: Place | None
    place_text: str
    at_home: bool
    phone: str
    appointment: Appointment | None
    about: str = ""
    demand: str = ""
    source: Source = "owner"


def register(desk: Desk, report: Report, resident: Resident | None, by: Actor, channel: str) -> Ticket:
    """Files it: number, grade, timeline. State new (已登记)."""
    problem = report.problem
    day = desk.now.astimezone(desk.community.zone).date()
    serial = desk.work.tickets.next_serial(desk.community.id, day)
    urgency = grading.settled_urgency(problem)
    ticket = Ticket(
        id=0,
        community=desk.community.id,
        number=numbering.number("patrol" if report.source == "patrol" else problem.kind, day, serial),
        kind=problem.kind,
        category=problem.category,
        topic=problem.topic,
        cause=problem.cause,
        urgency=urgency,
        grade=grading.grade(problem.kind, urgency, problem.tags),
        text=report.text,
        language=report.language,
        origin=report.origin,
        opened_at=desk.now,
        source=report.source,
        group=problem.category,
        resident_id=resident.id if resident else None,
        resident_name=resident.name if resident else by.name,
        phone=report.phone,
        verified=bool(resident and resident.verified),
        place=report.place,
        place_text=report.place_text,
        at_home=report.at_home,
        appointment=report.appointment,
        about=report.about,
        demand=report.demand,
        tags=problem.tags,
        confidence=problem.confidence,
        evidence=problem.evidence,
    )
    ticket = desk.work.tickets.add(ticket)
    desk.note(ticket, "registered", by, channel)
    return ticket


def revise(desk: Desk, ticket: Ticket, report: Report, by: Actor, channel: str) -> None:
    """The draft was told differently, or more of it: same number, new content."""
    problem = report.problem
    ticket.kind, ticket.category, ticket.topic = problem.kind, problem.category, problem.topic
    ticket.cause, ticket.tags, ticket.confidence = problem.cause, problem.tags, problem.confidence
    ticket.urgency, ticket.evidence = grading.settled_urgency(problem), problem.evidence
    ticket.grade = grading.grade(ticket.kind, ticket.urgency, ticket.tags)
    ticket.group = problem.category
    ticket.text, ticket.place, ticket.place_text = report.text, report.place, report.place_text
    ticket.at_home, ticket.phone = report.at_home, report.phone
    ticket.appointment, ticket.about, ticket.demand = report.appointment, report.about, report.demand
    desk.happened(ticket, "revised", by, channel, text=report.text)


def set_appointment(desk: Desk, ticket: Ticket, when: Appointment, by: Actor, channel: str) -> None:
    """An appointment that was asked after the dispatch."""
    ticket.appointment = when
    desk.happened(ticket, "appointment_set", by, channel, text=when.text, at=_iso(when.start))


def set_phone(desk: Desk, ticket: Ticket, phone: str, by: Actor, channel: str) -> None:
    ticket.phone = phone
    desk.happened(ticket, "phone_set", by, channel)


def set_place(desk: Desk, ticket: Ticket, place: Place, shown: str, by: Actor, channel: str) -> None:
    """The place of an emergency that was dispatched before it was known."""
    ticket.place, ticket.place_text = place, shown
    desk.happened(ticket, "place_set", by, channel, place=shown)


def _iso(at: datetime | None) -> str:
    return at.isoformat() if at else ""
