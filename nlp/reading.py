"""What the hits of one text say about each topic, clause by clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nlp.clauses import Clause
from nlp.lexicon.links import Condition
from nlp.lexicon.model import Cue
from nlp.scan import Found

Piece = tuple[float, int, int]
"""Weight, start and end of words that speak for a topic; against it, below zero."""
Weighed = tuple[int, float, float]
"""Topic, its heaviest piece, its score."""
Leader = tuple[int, float, float]
"""The strongest topic of a clause (NOBODY where there is none), its score, and the score of what is not the
desk's matter."""

NOBODY = -1
_BLAME = Cue.BLAME.value
_NO_LIMIT = 1 << 30
_HYPOTHETICAL = 0.5
_LOOK_BACK = 40
"""Kinds of words that a pattern may look back over; keeps a text of 100,000 characters linear."""
_MOST_FOUND = 400
"""Beyond these a pattern does not look for its further words."""


class Reading:
    """One clause: its cues, and by topic what was said."""

    cues = 0
    supposed = 0
    """Where a hypothesis begins; 0 where there is none."""
    weighed: Sequence[Weighed] = ()
    leader: Leader = (NOBODY, 0.0, 0.0)
    """These two are filled in by `nlp.weighing`."""

    def __init__(self, start: int, end: int, strong: bool) -> None:
        self.start = start
        self.end = end
        self.strong = strong
        self.topics: dict[int, list[Piece]] = defaultdict(list)

    def suppose(self, cues: int, start: int, supposes: int) -> int:
        """Note cues where there is a hypothesis, and say where it begins. Blame that is only supposed is none."""
        told = not self.supposed or start < self.supposed
        self.cues |= cues if told else cues & ~_BLAME
        if supposes and (not self.supposed or start + supposes < self.supposed):
            self.supposed = start + supposes
        return self.supposed

    def real(self, topic: int) -> bool:
        """Whether anything of the topic is told as a fact rather than supposed."""
        return not self.supposed or any(end <= self.supposed for _, _, end in self.topics[topic])

    def halve(self) -> None:
        """What is supposed speaks less for a topic than what is told as a fact."""
        for topic, pieces in self.topics.items():
            self.topics[topic] = [
                (weight * _HYPOTHETICAL if weight > 0 and end > self.supposed else weight, start, end)
                for weight, start, end in pieces
            ]


def read_clauses(found: Sequence[Found], clauses: Sequence[Clause]) -> list[Reading]:
    """One reading for each clause; a pattern that goes on after a comma counts, weaker, for the later one."""
    readings = [Reading(start, end, strong) for start, end, strong in clauses]
    if readings and found:
        _read(found, readings)
    return readings


def _read(found: Sequence[Found], readings: Sequence[Reading]) -> None:
    """One loop without calls for what every word needs: half of all time went into calling."""
    following = iter(readings)
    reading = next(following)
    last = readings[-1]
    limit = _NO_LIMIT if reading is last else reading.end
    topics = reading.topics
    opened = seen = supposed = 0
    before: dict[int, tuple[int, int]] = {}
    begun = before.keys()
    heard: set[int] = set()
    for at, (cues, supposes, direct, completed, begins, _) in found:
        if at >= limit:
            reading.cues |= seen
            while at >= limit:
                reading = next(following)
                limit = _NO_LIMIT if reading is last else reading.end
                if reading.strong:
                    before.clear()
            topics = reading.topics
            opened = reading.start
            seen = supposed = 0
        if supposes or supposed:
            supposed = reading.suppose(cues, at, supposes)
        else:
            seen |= cues
        for topic, weight, start, end, condition in direct:
            if condition is None or _holds(condition, heard, found):
                topics[topic].append((weight, at + start, at + end))
        for wanted, completions, start, end in completed:
            if not wanted.isdisjoint(begun):
                if len(before) > _LOOK_BACK:
                    before.clear()
                for number in wanted & begun:
                    begin, stop = before[number]
                    gap = at + start - stop
                    for topic, weight, weaker, reach, condition in completions[number]:
                        if 0 <= gap <= reach and (condition is None or _holds(condition, heard, found)):
                            topics[topic].append((weight if begin >= opened else weaker, begin, at + end))
        for number, start, end in begins:
            before[number] = at + start, at + end
    reading.cues |= seen


def _holds(condition: Condition, heard: set[int], found: Sequence[Found]) -> bool:
    """Whether the text says what a pattern wants besides its two words, and nothing that it rules out."""
    if not heard:
        heard.update(*[meaning[-1] for _, meaning in found[:_MOST_FOUND]])
    if condition.present is not None and condition.present.isdisjoint(heard):
        return False
    return condition.absent is None or condition.absent.isdisjoint(heard)
