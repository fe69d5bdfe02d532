"""What every act of the desk has at hand: one unit of work, the community's rules, and the time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.config import Community
from bot.desk.calendar import Calendar
from bot.desk.people import Resident, Staff
from bot.desk.ports import Timer, Work
from bot.desk.ticket import Actor, Event, Ticket


@dataclass(slots=True)
class Desk:
    """An act reads: load, change the ticket, `happened`. Events are announced by whoever opened the desk."""

    work: Work
    community: Community
    calendar: Calendar
    now: datetime
    events: list[Event] = field(default_factory=list)

    def happened(self, ticket: Ticket, what: str, by: Actor, channel: str = "", **data: Any) -> None:
        """Saves the changed ticket with its timeline row."""
        self.work.tickets.save(ticket)
        self.note(ticket, what, by, channel, **data)

    def note(self, ticket: Ticket, what: str, by: Actor, channel: str = "", **data: Any) -> None:
        """A timeline row and an event for a ticket that did not change itself."""
        event = Event(what, ticket, self.now, by, channel, data)
        self.work.tickets.record([event])
        self.events.append(event)

    def later(self, key: str, kind: str, due_at: datetime, **data: Any) -> None:
        self.work.timers.put(Timer(key, kind, due_at, data))

    def take_events(self) -> list[Event]:
        """What happened since the last call."""
        taken, self.events = self.events, []
        return taken


def of_staff(staff: Staff) -> Actor:
    return Actor("staff", staff.id, staff.name)


def of_resident(resident: Resident) -> Actor:
    return Actor("resident", resident.id, resident.name)
