"""Corrections → what should have been understood of each text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, get_args

from nlp.lexicon.model import CATEGORIES
from nlp.understanding import Urgency

STAFF, OWNER = 2, 1
"""How far one is believed."""

_KNOWN: dict[str, tuple[str, ...]] = {"category": CATEGORIES, "urgency": get_args(Urgency)}


class Corrected(Protocol):
    """A correction as it was kept: `field` became `new` on the ticket with this text."""

    @property
    def ticket_id(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def new(self) -> str: ...
    @property
    def by_kind(self) -> str: ...


@dataclass(slots=True)
class Example:
    """A text with what is right of it; None where nobody said. `trust` adds up over those who agree."""

    text: str
    category: str | None = None
    urgency: str | None = None
    cause: str | None = None
    trust: int = 0


def examples_of(corrections: Iterable[Corrected]) -> list[Example]:
    """One for each ticket and text, oldest first. Of several corrections of one field the last holds."""
    found: dict[tuple[int, str], Example] = {}
    for correction in corrections:
        known = _KNOWN.get(correction.field)
        if (known and correction.new not in known) or not correction.text.strip():
            continue
        if correction.field not in ("category", "urgency", "cause"):
            continue
        example = found.setdefault((correction.ticket_id, correction.text), Example(correction.text))
        setattr(example, correction.field, correction.new)
        example.trust = max(example.trust, STAFF if correction.by_kind == "staff" else OWNER)
    return list(found.values())
