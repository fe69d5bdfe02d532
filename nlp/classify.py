"""Text → verdicts: category, kind, cause, urgency and confidence of each matter, with the words that decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nlp.clauses import Clause
from nlp.confidence import confidence_of
from nlp.kinds import kind_of
from nlp.lexicon.index import build_index, segmenter_words
from nlp.lexicon.model import Cue, Lexicon, Topic
from nlp.lexicon.table import TopicTable
from nlp.matters import Matter, find_matters
from nlp.reading import read_clauses
from nlp.scan import Scanner
from nlp.segment import Engine, Segmenter
from nlp.understanding import Category, Kind, Urgency
from nlp.urgency import LEVELS, urgency_of

_PRESSED = Cue.PRESSED.value
_WONDERS = (Cue.ASK | Cue.WONDER).value
_STORY = 45
"""Characters from which a message tells a story."""
_MOST_EVIDENCE = 3
_HEARD = 3.5
"""Below this score a second topic of a matter does not make it more urgent."""


class Verdict(NamedTuple):
    """One matter as it was judged. Positions are of the plain text."""

    topic: Topic
    category: Category
    kind: Kind
    urgency: Urgency
    confidence: float
    pressed: bool
    clauses: tuple[tuple[int, int], ...]
    evidence: tuple[tuple[int, int, str, float], ...]
    """start, end, what it says, weight; the heaviest first."""


class Classifier:
    """The lexicon applied. Immutable: a changed lexicon builds a new one."""

    def __init__(self, lexicon: Lexicon, engine: Engine | None = None) -> None:
        self._table = TopicTable(lexicon.topics)
        words = build_index(lexicon)
        self._scanner = Scanner(words, Segmenter(*segmenter_words(lexicon, words), engine=engine))

    def classify(self, plain: str, clauses: Sequence[Clause]) -> list[Verdict]:
        """The matters of a text that is cut into `clauses`, in the order in which they are told."""
        readings = read_clauses(self._scanner.scan(plain), clauses)
        return [self._judge(matter, len(plain)) for matter in find_matters(readings, self._table)]

    def _judge(self, matter: Matter, length: int) -> Verdict:
        topic = matter.topic
        urgency = self._urgency(matter)
        kind = kind_of(topic, matter.cues, urgency == "emergency" and matter.evident.real, length >= _STORY)
        if not matter.evident.real and matter.cues & _WONDERS:
            kind = "inquiry"  # 如果着火了怎么办
        if kind in ("suggestion", "inquiry"):
            urgency = urgency_of(topic, matter.cues, kind)
        return Verdict(
            topic=topic,
            category=topic.category,  # type: ignore[arg-type]  # a matter's topic is never "none"
            kind=kind,
            urgency=urgency,
            confidence=confidence_of(matter, self._table.topics),
            pressed=bool(matter.cues & _PRESSED),
            clauses=tuple([(reading.start, reading.end) for reading in matter.readings]),
            evidence=_evidence(matter),
        )

    def _urgency(self, matter: Matter) -> Urgency:
        """The highest level of the topics that were clearly heard."""
        highest = urgency_of(matter.topic, matter.cues, "repair")
        if highest == "emergency" and not matter.evident.real:
            highest = "urgent"  # foretold, not happening
        related = self._table.related[matter.topic.index]
        for reading in matter.readings:
            for index, evident in reading.topics.items():
                if evident.best >= _HEARD and evident.real and index in related and evident.score >= _HEARD:
                    level = urgency_of(self._table.topics[index], matter.cues, "repair")
                    if LEVELS[level] > LEVELS[highest]:
                        highest = level
        return highest


def _evidence(matter: Matter) -> tuple[tuple[int, int, str, float], ...]:
    spans = matter.evident.spans
    if len(spans) > 1:
        spans = sorted(set(spans), key=_by_weight)[:_MOST_EVIDENCE]
    says = matter.topic.id
    return tuple([(start, end, says, round(weight, 2)) for start, end, weight in spans if weight > 0])


def _by_weight(span: tuple[int, int, float]) -> tuple[float, int, int]:
    return -span[2], span[0], span[1]
