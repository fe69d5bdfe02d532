"""Labelled texts, and what was understood of them in the same terms."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from nlp.understand import Understander
from nlp.understanding import Evidence, Understanding, Urgency
from nlp.urgency import LEVELS

READ_AT = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
"""Labelled texts carry no time; any fixed one will do, for scores must not depend on the day."""

_NO_TICKET = frozenset({"chit-chat", "not-a-report"})


class BadRow(ValueError):
    """A line that is not a labelled text; the message names the line and what is missing."""


@dataclass(frozen=True, slots=True)
class LabelledText:
    id: str
    text: str
    category: str
    also: tuple[str, ...]
    intents: frozenset[str]
    urgency: str
    urgencies: frozenset[str]
    """All that may be understood; `urgency` is the one that was meant first."""
    clear: bool
    source: str


@dataclass(frozen=True, slots=True)
class Scored:
    """One labelled text with what was understood: category of the first problem, highest urgency."""

    label: LabelledText
    category: str
    intent: str
    urgency: Urgency
    confidence: float
    evidence: tuple[Evidence, ...]

    @property
    def intent_right(self) -> bool:
        if self.intent == "none":
            return not self.label.intents.isdisjoint(_NO_TICKET)
        return self.intent in self.label.intents

    @property
    def urgency_meant(self) -> str:
        """What the label says, in favour of what was understood where it accepts that too."""
        return self.urgency if self.urgency in self.label.urgencies else self.label.urgency


def read_rows(lines: Iterable[str]) -> Iterator[LabelledText]:
    """JSON lines as the corpus guide describes them. Raises BadRow."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _label(json.loads(line))
        except (ValueError, KeyError, TypeError) as wrong:
            raise BadRow(
                f"line {number}: {wrong!r}; every line needs id, text, category, intent, urgency"
            ) from None


def _label(raw: Mapping[str, Any]) -> LabelledText:
    return LabelledText(
        id=str(raw["id"]),
        text=str(raw["text"]),
        category=str(raw["category"]),
        also=_further(raw, "also"),
        intents=frozenset((str(raw["intent"]), *_further(raw, "intent_alt"))),
        urgency=str(raw["urgency"]),
        urgencies=frozenset((str(raw["urgency"]), *_further(raw, "urgency_alt"))),
        clear=raw.get("confidence", "clear") == "clear",
        source=str(raw.get("source", "unknown")).partition(":")[0],
    )


def _further(raw: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """What else is accepted: one value, a list of them, or nothing."""
    given = raw.get(key) or ()
    if not isinstance(given, str | list | tuple):
        raise TypeError(f"{key} is {given!r}")
    return (given,) if isinstance(given, str) else tuple(map(str, given))


def score(label: LabelledText, understander: Understander) -> Scored:
    understood = understander.understand(label.text, READ_AT, "Asia/Shanghai")
    first = understood.problems[0] if understood.problems else None
    return Scored(
        label=label,
        category=first.category if first else "none",
        intent=first.kind if first else "none",
        urgency=_highest(understood),
        confidence=first.confidence if first else 1.0,
        evidence=first.evidence if first else (),
    )


def _highest(understood: Understanding) -> Urgency:
    return max((problem.urgency for problem in understood.problems), key=LEVELS.__getitem__, default="normal")
