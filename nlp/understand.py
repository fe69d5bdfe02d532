"""A message → Understanding: everything below put together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from nlp.appointments import find_appointment
from nlp.blame import find_about
from nlp.classify import Classifier, Verdict
from nlp.clauses import split
from nlp.demands import find_demand
from nlp.intents import intent_of
from nlp.languages import language_of
from nlp.lexicon import Lexicon, load_lexicon
from nlp.names import find_name
from nlp.normalise import Text, normalise
from nlp.phones import find_phone
from nlp.places import FoundPlace, find_places
from nlp.reading import Piece
from nlp.segment import Engine
from nlp.understanding import Evidence, Place, Problem, Understanding

_LONGEST_QUOTE = 60
"""Characters of a message that a problem quotes; the ticket keeps the whole message."""


class Understander:
    """Ready to understand any number of messages; immutable, so threads may share it."""

    def __init__(self, lexicon: Lexicon | None = None, engine: Engine | None = None) -> None:
        self.lexicon = lexicon or load_lexicon()
        self._classifier = Classifier(self.lexicon, engine)

    def understand(self, text: str, now: datetime, zone: tzinfo | str) -> Understanding:
        """`now` is aware; `zone` is the community's, in which 明天 and 三点 are meant."""
        tz = ZoneInfo(zone) if isinstance(zone, str) else zone
        said = normalise(text)
        places = find_places(said)
        problems = self._problems(said, places)
        language, clear = language_of(text)
        phone = find_phone(said)
        return Understanding(
            intent=intent_of(said, bool(problems)),
            problems=problems,
            place=places[0].place if places else None,
            phone=phone[0] if phone else None,
            appointment=find_appointment(said, now, tz),
            about=find_about(said) if problems else None,
            demand=find_demand(said) if problems else None,
            language=language,
            name=find_name(said),
            language_clear=clear,
        )

    def _problems(self, said: Text, places: Sequence[FoundPlace]) -> tuple[Problem, ...]:
        verdicts = self._classifier.classify(said.plain, split(said))
        others = places if len(verdicts) > 1 else places[1:]
        return tuple([_problem(said, verdict, others) for verdict in verdicts])


@lru_cache(maxsize=1)
def load() -> Understander:
    """The packaged lexicon's understander, built once in a process."""
    return Understander()


def _problem(said: Text, verdict: Verdict, places: Sequence[FoundPlace]) -> Problem:
    topic = verdict.topic
    return Problem(
        text=_quote(said, verdict),
        kind=verdict.kind,
        category=verdict.category,
        topic=topic.id,
        cause=topic.cause,
        urgency=verdict.urgency,
        confidence=verdict.confidence,
        evidence=_evidence(said, topic.id, verdict.evidence),
        place=_own_place(verdict, places) if places else None,
        tags=verdict.tags,
        pressed=verdict.pressed,
    )


def _quote(said: Text, verdict: Verdict) -> str:
    """From the first to the last clause of the matter, or the clause of the heaviest word where that is long."""
    start, end = verdict.clauses[0][0], verdict.clauses[-1][1]
    if end - start > _LONGEST_QUOTE and verdict.evidence:
        at = verdict.evidence[0][1]
        start, end = next((span for span in verdict.clauses if span[0] <= at < span[1]), verdict.clauses[0])
    return said.as_written(start, min(end, start + _LONGEST_QUOTE))


def _evidence(said: Text, says: str, found: Sequence[Piece]) -> tuple[Evidence, ...]:
    written, origin = said.written, said.origin
    evidence = []
    for weight, start, end in found:
        first, last = origin[start], origin[end - 1] + 1
        evidence.append(Evidence(written[first:last], first, last, says, weight))
    return tuple(evidence)


def _own_place(verdict: Verdict, places: Sequence[FoundPlace]) -> Place | None:
    """The place that the matter's clauses name; of a single matter, where it is not the message's first."""
    for found in places:
        if any(start <= found.start < end for start, end in verdict.clauses):
            own: Place = found.place
            return own
    return None
