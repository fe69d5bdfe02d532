"""The topics of a lexicon with what the classifier asks of them again and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from nlp.lexicon.model import CATEGORIES, Topic

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
        self.leant: dict[str, Topic] = dict.fromkeys(CATEGORIES, self.unclear)
        """By category, the topic of what all its words together speak for, though no topic was heard."""
        self.leant["facilities"] = self.unclear_fault
        for topic in self.topics:
            if topic.fallback == "words" and topic.category != "none":
                self.leant[topic.category] = topic
        self.outside = frozenset(topic.index for topic in self.topics if topic.category == "none")
        """What is not the desk's matter."""
        self.generic = frozenset(topic.index for topic in self.topics if topic.generic)
        """General remarks (没人管), which join the thing that they are said of."""
        self.leads = tuple(_lead(topic) for topic in self.topics)
        """What each topic is given on top of its score when topics compete."""
        self.related = tuple(frozenset(found) for found in _relatives(self.topics))
        self.rivals = {
            category: frozenset(topic.index for topic in self.topics if _rivals(topic, category))
            for category in (*CATEGORIES, "none")
        }
        """By category, the topics that speak for another one."""
        may_press = frozenset(topic.index for topic in self.topics if _may_press(topic))
        self.pressing = tuple(found & may_press for found in self.related)
        """Those of the related ones that are urgent under some circumstances."""


def _relatives(topics: Sequence[Topic]) -> list[set[int]]:
    """Of one family and category, or named as near by either of the two."""
    named: dict[str, list[int]] = defaultdict(list)
    for topic in topics:
        named[topic.id].append(topic.index)
        if topic.family != topic.id:
            named[topic.family].append(topic.index)
    related: list[set[int]] = [{topic.index} for topic in topics]
    for topic in topics:
        kin = [index for index in named[topic.family] if topics[index].category == topic.category]
        for index in (*kin, *(index for name in topic.near for index in named[name])):
            related[topic.index].add(index)
            related[index].add(topic.index)
    return related


def _rivals(topic: Topic, category: str) -> bool:
    return topic.category != category and not topic.generic


def _may_press(topic: Topic) -> bool:
    return topic.urgency.base != "normal" or any(level != "normal" for _, level in topic.urgency.when)


def _lead(topic: Topic) -> float:
    if topic.generic:
        return _GENERIC
    return _EMERGENCY if topic.urgency.base == "emergency" else 0.0
