"""What the hits of one text say about each topic, clause by clause."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.clauses import Clause
from nlp.lexicon.links import Condition
from nlp.lexicon.model import Cue
from nlp.scan import Found

Told = tuple[int, float, int, int]
"""Topic, weight, start, end."""
Before = dict[int, tuple[int, int, "Reading"]]
"""What patterns have begun (`Word.begins`) → where the last word that begins them stands."""

_IF = Cue.IF.value
_BLAME = Cue.BLAME.value
_NO_LIMIT = 1 << 30
_HYPOTHETICAL = 0.5
_MORE = 0.3
"""What every further piece of evidence adds to the best one."""
_MOST_MORE = 2.0
_LOOK_BACK = 40
"""Kinds of words that a pattern may look back over; keeps a text of 100,000 characters linear."""
_MOST_FOUND = 400
"""Beyond these a pattern does not look for its further words."""


class Evident:
    """How strongly one clause speaks for one topic; filled in by `Reading.weigh`."""

    __slots__ = ("against", "best", "more", "score")
    score: float
    best: float
    """The heaviest single piece."""
    more: float
    """What the other pieces weigh together."""
    against: float


class Reading:
    """One clause: its cues, what was told in it, and the evidence by topic."""

    __slots__ = ("cues", "end", "start", "strong", "supposed", "told", "topics")

    def __init__(self, start: int, end: int, strong: bool) -> None:
        self.start = start
        self.end = end
        self.strong = strong
        self.cues = 0
        self.told: list[Told] = []
        self.topics: dict[int, Evident] = {}
        self.supposed = _NO_LIMIT
        """Where a hypothesis begins."""

    def suppose(self, cues: int, start: int, end: int) -> int:
        """Note cues where there is a hypothesis, and say where it begins. Blame that is only supposed is none."""
        self.cues |= cues if start < self.supposed else cues & ~_BLAME
        if cues & _IF and end < self.supposed:
            self.supposed = end
        return self.supposed

    def real(self, topic: int) -> bool:
        """Whether anything of the topic is told as a fact rather than supposed."""
        if self.supposed == _NO_LIMIT:
            return True
        return any(told == topic and start < self.supposed for told, _, start, _ in self.told)

    def weigh(self) -> None:
        """Sum up what was told. (Without a call for each piece, this takes a third less time.)"""
        if self.supposed < _NO_LIMIT:
            self._halve()
        topics = self.topics
        for topic, weight, _, _ in self.told:
            evident = topics.get(topic)
            if evident is None:
                topics[topic] = evident = Evident()
                evident.score = weight
                evident.best, evident.against = (weight, 0.0) if weight > 0 else (0.0, -weight)
                evident.more = 0.0
                continue
            if weight > evident.best:
                evident.more += evident.best
                evident.best = weight
            elif weight > 0:
                evident.more += weight
            else:
                evident.against -= weight
            more = _MORE * evident.more
            evident.score = evident.best + (more if more < _MOST_MORE else _MOST_MORE) - evident.against

    def _halve(self) -> None:
        """What is supposed speaks less for a topic than what is told as a fact."""
        self.told = [
            (topic, weight * _HYPOTHETICAL if weight > 0 and start >= self.supposed else weight, start, end)
            for topic, weight, start, end in self.told
        ]

    def spans(self, topic: int) -> list[tuple[float, int, int]]:
        """What speaks for a topic, so that the heaviest sorts first: weight below zero, start, end."""
        return [
            (-weight, start, end) for told, weight, start, end in self.told if told == topic and weight > 0
        ]


def read_clauses(found: Sequence[Found], clauses: Sequence[Clause]) -> list[Reading]:
    """One reading for each clause; a pattern that goes on after a comma counts, weaker, for the later one."""
    readings = [Reading(*clause) for clause in clauses]
    if readings and found:
        _read(found, readings)
        for reading in readings:
            if reading.told:
                reading.weigh()
    return readings


def _read(found: Sequence[Found], readings: Sequence[Reading]) -> None:
    """One loop without calls for what every word needs: half of all time went into calling."""
    following = iter(readings)
    reading = next(following)
    last = readings[-1]
    limit = reading.end if reading is not last else _NO_LIMIT
    tell = reading.told.append
    supposed = _NO_LIMIT
    before: Before = {}
    heard: set[int] = set()
    for at, (cues, words, size, _) in found:
        if at >= limit:
            while at >= reading.end and reading is not last:
                reading = next(following)
                if reading.strong:
                    before = {}
            limit = reading.end if reading is not last else _NO_LIMIT
            tell = reading.told.append
            supposed = _NO_LIMIT
        if cues & _IF or supposed < _NO_LIMIT:
            supposed = reading.suppose(cues, at, at + size)
        else:
            reading.cues |= cues
        for start, end, direct, completions, begins in words:
            start += at
            end += at
            for topic, weight in direct:
                tell((topic, weight, start, end))
            if completions:
                for begun in before:
                    if begun in completions:
                        begin, stop, there = before[begun]
                        gap = start - stop
                        if gap >= 0:
                            for topic, weight, weaker, reach, condition in completions[begun]:
                                if gap <= reach and (condition is None or _holds(condition, heard, found)):
                                    tell((topic, weight if there is reading else weaker, begin, end))
            if begins >= 0:
                if len(before) > _LOOK_BACK:
                    before = {}
                before[begins] = (start, end, reading)


def _holds(condition: Condition, heard: set[int], found: Sequence[Found]) -> bool:
    """Whether the text says what a pattern wants besides its two words, and nothing that it rules out."""
    if not heard:
        heard.update(*[groups for _, (_, _, _, groups) in found[:_MOST_FOUND]])
    if condition.present is not None and condition.present.isdisjoint(heard):
        return False
    return condition.absent is None or condition.absent.isdisjoint(heard)
