"""The topics of a lexicon with what the classifier asks of them again and again."""

from __future__ import annotations

from collections.abc import Iterable

from nlp.lexicon.model import Topic

_GENERIC = -1.5
"""A general remark (没人管) weighs less than the thing it is said of."""
_EMERGENCY = 0.5
"""Of two explanations the dangerous one: a missed emergency is a flooded flat."""


class TopicTable:
    """`topics[i]` has index i; `related[i]` holds the indexes of topics that are the same matter as topic i."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self.topics = tuple(topics)
        self.unclear = next(topic for topic in self.topics if topic.fallback == "any")
        self.unclear_fault = next(topic for topic in self.topics if topic.fallback == "fault")
        self.leads = tuple(_lead(topic) for topic in self.topics)
        """What each topic is given on top of its score when topics compete."""
        self.related = tuple(frozenset(self._relatives(topic)) for topic in self.topics)

    def _relatives(self, one: Topic) -> Iterable[int]:
        """Of one family, or named as near by either of the two."""
        for other in self.topics:
            near = {other.id, other.family} & set(one.near) or {one.id, one.family} & set(other.near)
            if near or (one.family == other.family and one.category == other.category):
                yield other.index


def _lead(topic: Topic) -> float:
    if topic.generic:
        return _GENERIC
    return _EMERGENCY if topic.urgency.base == "emergency" else 0.0
