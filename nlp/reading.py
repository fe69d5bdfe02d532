"""What the hits of one text say about each topic, clause by clause."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.clauses import Clause
from nlp.lexicon.index import Following
from nlp.lexicon.links import Link
from nlp.lexicon.model import Cue
from nlp.lexicon.patterns import LOOSE_GAP
from nlp.scan import Hit

Span = tuple[int, int, float]
"""start, end, weight"""

_IF = Cue.IF.value
_BLAME = Cue.BLAME.value
_NO_LIMIT = 1 << 30
_AFTER_COMMA = 0.7
"""What a pattern is worth whose words stand in neighbouring clauses; across sentences there is none."""
_HYPOTHETICAL = 0.5
_MORE = 0.3
"""What every further piece of evidence adds to the best one."""
_MOST_MORE = 2.0
_LOOK_BACK = 40
"""Kinds of words that a pattern may look back over; keeps a text of 100,000 hits linear."""
_MOST_HITS = 400
"""Beyond these a pattern does not look for its further words."""


class Evident:
    """The evidence for one topic: its score and the stretches of text that gave it."""

    __slots__ = ("against", "best", "more", "real", "spans")

    def __init__(self, span: Span, weight: float, real: bool) -> None:
        self.spans = [span]
        self.real = real
        """Whether any of it is told as a fact rather than supposed."""
        self.more = 0.0
        if weight < 0:
            self.best, self.against = 0.0, -weight
        else:
            self.best, self.against = weight, 0.0

    @property
    def score(self) -> float:
        more = _MORE * self.more
        return self.best + (more if more < _MOST_MORE else _MOST_MORE) - self.against

    def add(self, span: Span, weight: float, real: bool) -> None:
        if weight > self.best:
            self.more += self.best
            self.best = weight
        elif weight > 0:
            self.more += weight
        else:
            self.against -= weight
        if real:
            self.real = True
        self.spans.append(span)


class Reading:
    """One clause: its cues and, by topic, its evidence."""

    __slots__ = ("cues", "end", "start", "strong", "supposed", "topics")

    def __init__(self, start: int, end: int, strong: bool) -> None:
        self.start = start
        self.end = end
        self.strong = strong
        self.cues = 0
        self.topics: dict[int, Evident] = {}
        self.supposed = _NO_LIMIT
        """Where a hypothesis begins."""

    def note(self, cues: int, start: int, end: int) -> None:
        """Cues of the clause; blame that is only supposed is none."""
        self.cues |= cues if start < self.supposed else cues & ~_BLAME
        if cues & _IF and end < self.supposed:
            self.supposed = end

    def add(self, topic: int, start: int, end: int, weight: float) -> None:
        real = start < self.supposed
        if not real and weight > 0:
            weight *= _HYPOTHETICAL
        evident = self.topics.get(topic)
        if evident is None:
            self.topics[topic] = Evident((start, end, weight), weight, real)
        else:
            evident.add((start, end, weight), weight, real)


def read_clauses(hits: Sequence[Hit], clauses: Sequence[Clause]) -> list[Reading]:
    """One reading for each clause; a pattern that goes on after a comma counts, weaker, for the later one."""
    readings = [Reading(*clause) for clause in clauses]
    if not readings:
        return readings
    following = iter(readings)
    reading = next(following)
    limit = reading.end if len(readings) > 1 else _NO_LIMIT
    recent: dict[Following, tuple[int, int, Reading]] = {}
    for start, end, word in hits:
        if start >= limit:
            while start >= reading.end and reading is not readings[-1]:
                reading = next(following)
                if reading.strong:
                    recent = {}
            limit = reading.end if reading is not readings[-1] else _NO_LIMIT
        if word.cues:
            reading.note(word.cues, start, end)
        for topic, weight in word.direct:
            reading.add(topic, start, end, weight)
        if recent and word.groups:
            for after in word.before.find().intersection(recent):
                begin, stop, there = recent[after]
                gap = (start - stop) // word.stretch
                if 0 <= gap <= LOOSE_GAP:
                    _complete(after.links(word), (begin, end), gap, there is reading, reading, hits)
        if word.leads:
            if len(recent) > _LOOK_BACK:
                recent = {}
            recent[word.after] = (start, end, reading)
    return readings


def _complete(
    links: Sequence[Link], span: tuple[int, int], gap: int, same: bool, here: Reading, hits: Sequence[Hit]
) -> None:
    """Add the patterns that a second word completes, where it is near enough."""
    for link in links:
        if gap <= link.gap and (link.free or _allowed(link, hits)):
            here.add(link.topic, *span, link.weight if same else link.weight * _AFTER_COMMA)


def _allowed(link: Link, hits: Sequence[Hit]) -> bool:
    """Whether the text says what a pattern wants besides its two words, and nothing that it rules out."""
    if link.present is not None and not any(
        not link.present.isdisjoint(word.groups) for _, _, word in hits[:_MOST_HITS]
    ):
        return False
    return link.absent is None or all(link.absent.isdisjoint(word.groups) for _, _, word in hits[:_MOST_HITS])
