"""The topic that should have been heard: the one that most resembles, among those that would be right."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from nlp.learning.examples import Example
from nlp.learning.hearing import hear, holds
from nlp.learning.regression import Message
from nlp.learning.words import plain
from nlp.lexicon.model import Lexicon, Topic
from nlp.understand import Understander

_NEIGHBOURS = 5
_ALIKE = 6.0
"""A neighbour shares more than this: two rare pairs of characters, or several common ones."""

Pairs = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Told:
    """A message that is understood rightly: its topic, all its pairs of characters, and those of things alone."""

    topic: str
    pairs: Pairs
    things: Pairs


class Targets:
    """Topics by the words that they have already, else by the regression set's messages that read alike."""

    def __init__(self, understander: Understander, messages: Sequence[Message]) -> None:
        self._lexicon = understander.lexicon
        self._faults = _fault_words(self._lexicon)
        self._told = list(self._all_told(understander, messages))
        self._rarity = _rarity([one.pairs for one in self._told])

    def of(self, example: Example, category: str) -> Topic | None:
        """None where nothing reads alike. `category` is what was heard, for where only the rest was corrected."""
        right = {t.id: t for t in self._lexicon.topics if _is_right(t, example, example.category or category)}
        said = plain(example.text)
        votes = (
            _by_words(self._lexicon, right, said)
            or self._alike(_pairs(self._faults.sub("\n", said)), right, things=True)
            or self._alike(_pairs(said), self._calm(right.values()), things=False)
        )
        return right[max(votes, key=lambda topic: (votes[topic], topic))] if votes else None

    def _alike(self, ours: Pairs, topics: Collection[str], *, things: bool) -> dict[str, float]:
        """The nearest messages vote for their topics."""
        told = [(one.topic, one.things if things else one.pairs) for one in self._told if one.topic in topics]
        near = sorted(((self._weight(ours & pairs), topic) for topic, pairs in told), reverse=True)
        votes: dict[str, float] = defaultdict(float)
        for likeness, topic in near[:_NEIGHBOURS]:
            if likeness > _ALIKE:
                votes[topic] += likeness
        return votes

    def _weight(self, shared: Pairs) -> float:
        return sum(self._rarity[pair] for pair in shared)

    def _all_told(self, understander: Understander, messages: Iterable[Message]) -> Iterable[_Told]:
        for message in messages:
            heard = hear(understander, message.text)
            if heard.first is not None and holds(heard, message):
                said = plain(message.text)
                yield _Told(heard.first.topic, _pairs(said), _pairs(self._faults.sub("\n", said)))

    def _calm(self, topics: Iterable[Topic]) -> set[str]:
        """Ordinary ones, of families in which nothing is dangerous: what jams is not therefore a matter of gas."""
        dangerous = {t.family for t in self._lexicon.topics if t.urgency.base == "emergency"}
        return {t.id for t in topics if t.urgency.base == "normal" and t.family not in dangerous}


def _fault_words(lexicon: Lexicon) -> re.Pattern[str]:
    """打不开, 坏了: what many things have in common says little about which one it is."""
    words = {word for name in lexicon.faults for word in lexicon.groups[name]}
    words.update(word for some in lexicon.cues.values() for word in some)
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)")


def _rarity(texts: Sequence[Pairs]) -> Mapping[str, float]:
    seen = Counter(pair for pairs in texts for pair in pairs)
    return {pair: log((1 + len(texts)) / (1 + n)) for pair, n in seen.items()}


def _pairs(said: str) -> Pairs:
    return frozenset(said[i : i + 2] for i in range(len(said) - 1) if said[i : i + 2].isalpha())


def _is_right(topic: Topic, example: Example, category: str) -> bool:
    """A dangerous topic only where somebody called the text an emergency."""
    return (
        topic.category == category
        and not topic.fallback
        and not topic.generic
        and example.cause in (None, topic.cause)
        and example.urgency in (None, topic.urgency.base)
        and (topic.urgency.base != "emergency" or example.urgency == "emergency")
    )


def _by_words(lexicon: Lexicon, topics: Iterable[str], said: str) -> dict[str, float]:
    votes: dict[str, float] = {}
    for topic in topics:
        weight = sum(w for word, w in lexicon.words[topic].words.items() if len(word) > 1 and word in said)
        if weight > 0:
            votes[topic] = weight
    return votes
