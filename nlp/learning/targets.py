"""The topic that should have been heard: the one that most resembles, among those that would be right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log

from nlp.learning.examples import Example
from nlp.learning.hearing import hear, holds
from nlp.learning.regression import Message
from nlp.learning.words import plain
from nlp.lexicon.model import Lexicon, Topic
from nlp.understand import Understander

_NEIGHBOURS = 5
_ALIKE = 4.0
"""A neighbour shares more than this: a rare pair of characters, or several common ones."""


class Targets:
    """Topics by the words that they have already, else by the regression set's messages that read alike."""

    def __init__(self, understander: Understander, messages: Sequence[Message]) -> None:
        self._lexicon = understander.lexicon
        self._told = list(_told(understander, messages))
        seen = Counter(pair for pairs, _ in self._told for pair in pairs)
        self._rarity = defaultdict(lambda: log(1 + len(self._told)))
        self._rarity.update({pair: log((1 + len(self._told)) / (1 + n)) for pair, n in seen.items()})

    def of(self, example: Example, category: str) -> Topic | None:
        """None where nothing reads alike. `category` is what was heard, for where only the rest was corrected."""
        right = {t.id: t for t in self._lexicon.topics if _is_right(t, example, example.category or category)}
        votes = _by_words(self._lexicon, right, plain(example.text)) or self._by_likeness(right, example.text)
        return right[max(votes, key=lambda topic: (votes[topic], topic))] if votes else None

    def _by_likeness(self, right: Iterable[str], text: str) -> dict[str, float]:
        ours = _pairs(text)
        alike = [
            (sum(self._rarity[pair] for pair in ours & pairs), topic)
            for pairs, topic in self._told
            if topic in right
        ]
        votes: dict[str, float] = defaultdict(float)
        for likeness, topic in sorted(alike, reverse=True)[:_NEIGHBOURS]:
            if likeness > _ALIKE:
                votes[topic] += likeness
        return votes


def _told(understander: Understander, messages: Iterable[Message]) -> Iterable[tuple[frozenset[str], str]]:
    """Pairs of characters and topic of every message that is understood rightly."""
    for message in messages:
        heard = hear(understander, message.text)
        if heard.first is not None and holds(heard, message):
            yield _pairs(message.text), heard.first.topic


def _pairs(text: str) -> frozenset[str]:
    said = plain(text)
    return frozenset(said[i : i + 2] for i in range(len(said) - 1) if said[i : i + 2].isalpha())


def _is_right(topic: Topic, example: Example, category: str) -> bool:
    """A dangerous topic only where somebody called the text an emergency."""
    return (
        topic.category == category
        and not topic.fallback
        and not topic.generic
        and example.cause in (None, topic.cause)
        and topic.urgency.base == (example.urgency or topic.urgency.base)
        and (topic.urgency.base != "emergency" or example.urgency == "emergency")
    )


def _by_words(lexicon: Lexicon, topics: Iterable[str], said: str) -> dict[str, float]:
    votes: dict[str, float] = {}
    for topic in topics:
        weight = sum(w for word, w in lexicon.words[topic].words.items() if len(word) > 1 and word in said)
        if weight > 0:
            votes[topic] = weight
    return votes
