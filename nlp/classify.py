"""Text → verdicts: category, kind, cause, urgency and confidence of each matter, with the words that decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nlp.clauses import Clause
from nlp.confidence import confidence_of
from nlp.kinds import kind_of
from nlp.lexicon.index import ENGLISH_STRETCH, build_index, segmenter_words
from nlp.lexicon.model import Cue, Lexicon, Topic
from nlp.lexicon.table import TopicTable
from nlp.matters import Matter, find_matters
from nlp.reading import Piece, read_clauses
from nlp.scan import Scanner
from nlp.segment import Engine, Segmenter
from nlp.understanding import Category, Kind, Urgency
from nlp.urgency import LEVELS, NEVER_PRESSING, urgency_of

_PRESSED = Cue.PRESSED.value
_COLLECTIVE = Cue.COLLECTIVE.value
_WONDERS = (Cue.ASK | Cue.WONDER).value
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
    tags: tuple[str, ...]
    clauses: Sequence[tuple[int, int]]
    evidence: Sequence[Piece]
    """The heaviest first."""


class Classifier:
    """The lexicon applied. Immutable: a changed lexicon builds a new one."""

    def __init__(self, lexicon: Lexicon, engine: Engine | None = None) -> None:
        self._table = TopicTable(lexicon.topics)
        words = build_index(lexicon)
        self._scanner = Scanner(words, Segmenter(*segmenter_words(lexicon, words), engine=engine))

    def classify(self, plain: str, clauses: Sequence[Clause]) -> list[Verdict]:
        """The matters of a text that is cut into `clauses`, in the order in which they are told."""
        readings = read_clauses(self._scanner.scan(plain), clauses)
        length = len(plain) // ENGLISH_STRETCH if plain.isascii() else len(plain)
        return [self._judge(matter, length) for matter in find_matters(readings, self._table)]

    def _judge(self, matter: Matter, length: int) -> Verdict:
        topic = matter.topic
        cues = matter.cues
        urgency = self._urgency(matter)
        kind = kind_of(topic, cues, urgency == "emergency" and matter.real, length)
        if not matter.real and cues & _WONDERS:
            kind = "inquiry"  # 如果着火了怎么办
        return Verdict(
            topic,
            topic.category,  # type: ignore[arg-type]  # a matter's topic is never "none"
            kind,
            "normal" if kind in NEVER_PRESSING else urgency,
            confidence_of(matter, self._table.rivals[topic.category]),
            cues & _PRESSED != 0,
            (*topic.tags, "collective") if cues & _COLLECTIVE else topic.tags,
            [(reading.start, reading.end) for reading in matter.readings],
            _evidence(matter),
        )

    def _urgency(self, matter: Matter) -> Urgency:
        """The highest level of the topics that were clearly heard."""
        highest = urgency_of(matter.topic, matter.cues)
        if highest == "emergency":
            if matter.real:
                return highest
            highest = "urgent"  # foretold, not happening
        pressing = self._table.pressing[matter.topic.index]
        if not pressing:
            return highest
        for reading in matter.readings:
            for index, heaviest, score in reading.weighed:
                if heaviest >= _HEARD and index in pressing and score >= _HEARD and reading.real(index):
                    level = urgency_of(self._table.topics[index], matter.cues)
                    if LEVELS[level] > LEVELS[highest]:
                        highest = level
        return highest


def _evidence(matter: Matter) -> Sequence[Piece]:
    if matter.best is None:
        return ()
    pieces = [piece for piece in matter.best.topics[matter.topic.index] if piece[0] > 0]
    if len(pieces) > 1:
        pieces = sorted(set(pieces), key=_heaviest_first)[:_MOST_EVIDENCE]
    return pieces


def _heaviest_first(piece: Piece) -> tuple[float, int, int]:
    return -piece[0], piece[1], piece[2]
