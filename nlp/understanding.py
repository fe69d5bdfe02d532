"""What was understood of a message: frozen values, and their JSON form.

`Understanding.to_json()` is the format that `huiyin understand --json` prints and others script against.
"""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from typing import Any, Literal

from nlp.values import value

Intent = Literal["report", "progress", "urge", "add", "withdraw", "thanks", "greeting", "human", "other"]
Kind = Literal["repair", "complaint", "suggestion", "inquiry"]
Category = Literal["facilities", "cleaning", "security", "service"]
Urgency = Literal["emergency", "urgent", "normal"]
Language = Literal["zh-Hans", "zh-Hant", "en"]


@value
class Evidence:
    """Words that decided something. `start` and `end` count characters of the text as written."""

    text: str
    start: int
    end: int
    says: str
    weight: float = 0.0

    def to_json(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "says": self.says,
            "weight": self.weight,
        }


@value
class Place:
    """Digits are Arabic, letters capitals; `area` is a named public place as written on a card."""

    zone: str | None = None
    building: str | None = None
    unit: str | None = None
    floor: str | None = None
    room: str | None = None
    area: str | None = None
    text: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "zone": self.zone,
            "building": self.building,
            "unit": self.unit,
            "floor": self.floor,
            "room": self.room,
            "area": self.area,
            "text": self.text,
        }


@value
class Appointment:
    """When the owner can receive someone; aware datetimes, `None` where open-ended."""

    start: datetime | None
    end: datetime | None
    text: str

    def to_json(self) -> dict[str, Any]:
        return {
            "from": self.start.isoformat() if self.start else None,
            "to": self.end.isoformat() if self.end else None,
            "text": self.text,
        }


@value
class Problem:
    """One matter in a message. `tags` are the topic's traits (leak, safety, major, public, …)."""

    text: str
    kind: Kind
    category: Category
    topic: str
    cause: str
    urgency: Urgency
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    place: Place | None = None
    tags: tuple[str, ...] = ()
    pressed: bool = False
    """The owner says it is especially urgent (特别急, 马上来): raises normal to urgent, never further."""

    def to_json(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "kind": self.kind,
            "category": self.category,
            "topic": self.topic,
            "cause": self.cause,
            "urgency": self.urgency,
            "confidence": round(self.confidence, 3),
            "evidence": [e.to_json() for e in self.evidence],
            "place": self.place.to_json() if self.place else None,
            "tags": list(self.tags),
            "pressed": self.pressed,
        }


@value
class Understanding:
    intent: Intent
    problems: tuple[Problem, ...] = ()
    place: Place | None = None
    phone: str | None = None
    appointment: Appointment | None = None
    about: str | None = None
    demand: str | None = None
    language: Language = "zh-Hans"
    name: str | None = None
    """How the writer says they are called (我姓何, 我是王女士), where they say it."""
    language_clear: bool = field(default=False)
    """False for texts that could be either (漏水, OK, 👍): such a text changes no profile."""

    def to_json(self) -> dict[str, Any]:
        return {
            "intent": self.intent,
            "problems": [p.to_json() for p in self.problems],
            "place": self.place.to_json() if self.place else None,
            "phone": self.phone,
            "appointment": self.appointment.to_json() if self.appointment else None,
            "about": self.about,
            "demand": self.demand,
            "language": self.language,
        }
