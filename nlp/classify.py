"""Text → problems: category, kind, cause, urgency and confidence of each matter, with the words that decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.clauses import Clause
from nlp.confidence import confidence_of
from nlp.kinds import kind_of
from nlp.leaning import SURE, Leans, lean
from nlp.lexicon.index import build_index, segmenter_words
from nlp.lexicon.model import Cue, Lexicon
from nlp.lexicon.table import TopicTable
from nlp.matters import Matter, find_matters
from nlp.normalise import Text
from nlp.places import FoundPlace
from nlp.pressing import level_of
from nlp.reading import Reading, read_clauses
from nlp.scan import Scanner, lowered
from nlp.segment import Engine, Segmenter
from nlp.telling import deciding, evidence_of, own_place, quoted
from nlp.understanding import Problem
from nlp.urgency import NEVER_PRESSING

_FIGURES = re.compile(r"[\d \-]+")
"""Rooms and phones make no story longer."""
_LETTERS = 4
"""So many letters of English tell as much as one Chinese character."""
_PRESSED = Cue.PRESSED.value
_COLLECTIVE = Cue.COLLECTIVE.value
_WONDERS = (Cue.ASK | Cue.WONDER).value


class Classifier:
    """The lexicon applied. Immutable: a changed lexicon builds a new one."""

    def __init__(self, lexicon: Lexicon, engine: Engine | None = None) -> None:
        self._table = TopicTable(lexicon.topics)
        words = build_index(lexicon)
        segmenter = Segmenter(*segmenter_words(lexicon, words), engine=engine)
        self._scanner = Scanner(words, segmenter)
        self._leans = Leans(lexicon.leanings, segmenter.cut, segmenter.parts)

    def classify(
        self, text: Text, clauses: Sequence[Clause], places: Sequence[FoundPlace], home: FoundPlace | None
    ) -> tuple[Problem, ...]:
        """The problems of a text that is cut into `clauses` and names `places`, of which one is the writer's `home`,
        in the order in which they are told."""
        plain = text.plain
        readings = read_clauses(self._scanner.scan(plain, text.latin), clauses)
        judged = self._judged(plain, readings)
        length = len(_FIGURES.sub("", plain) if text.digits else plain)
        if plain.isascii():
            length //= _LETTERS
        others = places if len(judged) > 1 else [each for each in places if each is not home]
        return tuple([self._problem(text, matter, sure, length, others) for matter, sure in judged])

    def _judged(self, plain: str, readings: Sequence[Reading]) -> Sequence[tuple[Matter, float]]:
        """The matters and how sure each is. What is in doubt is weighed against all words of the message."""
        matters = find_matters(readings, self._table)
        judged = self._with_confidence(matters)
        if len(judged) > 1 or not readings or not self._leans.counted():
            return judged
        sure = 0.0
        if judged:
            matter, sure = judged[0]
            if sure >= SURE or matter.topic.urgency.base == "emergency":
                return judged
        leaning = lean(matters, sure, lowered(plain), readings, self._leans, self._table)
        return judged if leaning is matters else self._with_confidence(leaning)

    def _with_confidence(self, matters: Sequence[Matter]) -> list[tuple[Matter, float]]:
        rivals = self._table.rivals
        return [(matter, confidence_of(matter, rivals[matter.topic.category])) for matter in matters]

    def _problem(
        self, text: Text, matter: Matter, confidence: float, length: int, places: Sequence[FoundPlace]
    ) -> Problem:
        topic, cues = matter.topic, matter.cues
        urgency = level_of(matter, self._table)
        kind = kind_of(topic, cues, urgency == "emergency" and matter.real, length)
        if not matter.real and cues & _WONDERS:
            kind = "inquiry"  # 如果着火了怎么办
        pieces = deciding(matter)
        return Problem(
            quoted(text, matter, pieces),
            kind,
            topic.category,  # type: ignore[arg-type]  # a matter's topic is never "none"
            topic.id,
            topic.cause,
            "normal" if kind in NEVER_PRESSING else urgency,
            confidence,
            evidence_of(text, topic.id, pieces),
            own_place(matter, places) if places else None,
            (*topic.tags, "collective") if cues & _COLLECTIVE else topic.tags,
            cues & _PRESSED != 0,
        )
