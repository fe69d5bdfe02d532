"""The ticket (工单) and the words it is described with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.messages import Address, Attachment
from nlp.understanding import Appointment, Category, Evidence, Kind, Language, Place, Urgency

State = Literal[
    "new", "assigned", "accepted", "working", "finished", "answered", "closed", "withdrawn", "invalid"
]
Grade = Literal["minor", "important", "major"]
Source = Literal["owner", "patrol"]

PREFIX: dict[str, str] = {
    "repair": "BX",
    "complaint": "TS",
    "suggestion": "JY",
    "inquiry": "ZX",
    "patrol": "XC",
    "incident": "JT",
}


@dataclass(slots=True)
class Ticket:
    """One matter. All times are aware UTC. `version` counts changes; saving compares and sets it.

    `group` is the category whose group answers for it now; it differs from `category` only after a return
    to customer service. `place_text` is the place as written on a card. `phone` is the contact for this matter.
    """

    id: int
    community: str
    number: str
    kind: Kind
    category: Category
    topic: str
    cause: str
    urgency: Urgency
    grade: Grade | None
    text: str
    language: Language
    origin: Address
    opened_at: datetime
    state: State = "new"
    version: int = 0
    round: int = 1
    source: Source = "owner"
    group: str = ""
    resident_id: int | None = None
    resident_name: str = ""
    phone: str = ""
    verified: bool = False
    unconfirmed: bool = False
    place: Place | None = None
    place_text: str = ""
    at_home: bool = False
    appointment: Appointment | None = None
    about: str = ""
    demand: str = ""
    tags: tuple[str, ...] = ()
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()
    dispatched_at: datetime | None = None
    accept_by: datetime | None = None
    promised_at: datetime | None = None
    promises: int = 0
    solve_by: datetime | None = None
    handler_id: int | None = None
    handler_name: str = ""
    offered_id: int | None = None
    offered_name: str = ""
    accepted_at: datetime | None = None
    arrived_at: datetime | None = None
    held_until: datetime | None = None
    hold_reason: str = ""
    finished_at: datetime | None = None
    result: str = ""
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    closing: str = ""
    urged_at: datetime | None = None
    urges: int = 0
    escalated: int = 0
    overdue_told: int = 0


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did something: a resident, a member of staff, or the clock (`kind` "clock")."""

    kind: Literal["resident", "staff", "clock"]
    id: int | None
    name: str


CLOCK = Actor("clock", None, "")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a ticket: a row of its timeline, and what announcements are made from.

    `what` is past tense ("dispatched"); `data` holds only JSON values.
    """

    what: str
    ticket: Ticket
    at: datetime
    by: Actor
    channel: str = ""
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line of a ticket's history, as stored."""

    ticket_id: int
    at: datetime
    what: str
    by_kind: str
    by_name: str
    channel: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class TicketPhoto:
    """A photo or document kept with a ticket. `stage` is "report", "added" or "result"."""

    ticket_id: int
    stage: str
    at: datetime
    by_name: str
    attachment: Attachment
    id: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """A message that shows a ticket and is edited when it changes: in a group (`group` is its key) or in private."""

    ticket_id: int
    name: str
    address: Address
    group: str = ""
    staff_id: int | None = None
