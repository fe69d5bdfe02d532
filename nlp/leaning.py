"""Which department a message leans to by all its words together, where its topics leave that in doubt.

No list of topics is ever complete. Words that name no topic still tell something: 账本 and 公示 are heard in
messages for customer service, 尾随 in those for security. The counts come with the lexicon, so that every
decision can name its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log

from nlp.lexicon.leanings import CLASSES, Leanings
from nlp.lexicon.model import Cue
from nlp.lexicon.table import TopicTable
from nlp.matters import Matter
from nlp.reading import Piece, Reading

_NONE = CLASSES.index("none")
_PRIOR = 4.0
"""Messages that every word is taken to have been in besides, spread as the totals are."""
_WORD = 0.25
"""Words of a message are not independent of each other: each counts this much of its own log-odds."""
_TOPIC = 4.0
"""What a topic that is heard for sure speaks for its department, on the same scale."""
_SILENCE = 0.6
_NO_SCENE = 0.8
_OUTSIDE = 1.2
"""How sure it is that nothing is wanted: where no topic is heard, where nothing says home or estate or that something
is wrong either, and where a topic is heard that is not the desk's matter."""
_PLAINLY_OUTSIDE = 2.4
_HEARD_OUTSIDE = 2.4
_PLAIN = 12.0
"""What is plainly a dream, a jest or news is not argued with."""
_SCENE = (Cue.ESTATE | Cue.HOME | Cue.SITE | Cue.FAULT | Cue.TROUBLE).value
SURE = 0.75
"""With this confidence a topic is not questioned."""
_LEANT = 1.9
"""The score of a matter that only leanings found: the desk asks."""
_MOST_EVIDENCE = 3

_SHORTEST_LATIN = 4
"""Shorter English words (in, is, my) stand anywhere."""
_STORY = 15
"""Words from which a message tells a story, where each counts less."""
_RUN = re.compile(r"[a-z]+|[\u4e00-\u9fff]+")

Lean = tuple[float, ...]
Cut = Callable[[str], Iterable[str]]


class Leans(dict[str, Lean]):
    """Token → what its words say for each class, worked out when first met; empty where they say nothing."""

    _LARGEST = 20_000

    def __init__(self, leanings: Leanings, cut: Cut, parts: Mapping[str, tuple[str, ...]]) -> None:
        """`cut` cuts lowered text, `parts` says how the plain dictionary cuts a lexicon's word."""
        super().__init__()
        self._counts = leanings.words
        self._totals = leanings.totals
        self._cut = cut
        self._parts = parts
        total = sum(leanings.totals)
        self._start = tuple([_WORD * log(count / total) for count in leanings.totals])

    def counted(self) -> bool:
        return bool(self._totals)

    def __missing__(self, token: str) -> Lean:
        if len(self) >= self._LARGEST:  # no text can make it grow for ever
            self.clear()
        leans = [lean for word, _ in words_of(token, _whole, self._parts) if (lean := self.lean(word))]
        found = self[token] = tuple(map(sum, zip(*leans, strict=True)))
        return found

    def of(self, text: str) -> list[float]:
        """What a lowered text says for each class, every different token once."""
        leans = list(filter(None, map(self.__getitem__, dict.fromkeys(self._cut(text)))))
        if not leans:
            return list(self._start)
        share = 1.0 if len(leans) <= _STORY else (_STORY / len(leans)) ** 0.5
        return [
            start + share * sum(weights)
            for start, weights in zip(self._start, zip(*leans, strict=True), strict=True)
        ]

    def lean(self, word: str) -> Lean:
        counts = self._counts.get(word)
        return _lean(counts, self._totals) if counts else ()

    def most(self, text: str, of: int) -> list[Piece]:
        """The words of a lowered text that say most for a class, with their places."""
        heard = {
            word: (lean[of], at)
            for word, at in words_of(text, self._cut, self._parts)
            if (lean := self.lean(word))
        }
        best = sorted(heard.items(), key=lambda item: -item[1][0])[:_MOST_EVIDENCE]
        return [(round(weight, 2), at, at + len(word)) for word, (weight, at) in best if weight > 0]


def _whole(text: str) -> tuple[str]:
    return (text,)


def _lean(counts: Sequence[int], totals: Sequence[int]) -> Lean:
    share = sum(counts) / sum(totals)
    return tuple(
        [
            _WORD * log((count + _PRIOR * share) / (total + _PRIOR) / share)
            for count, total in zip(counts, totals, strict=True)
        ]
    )


def words_of(text: str, cut: Cut, parts: Mapping[str, tuple[str, ...]]) -> Iterable[tuple[str, int]]:
    """The plain dictionary's words of a lowered text with their places; no figures, no signs."""
    for run in _RUN.finditer(text):
        at = run.start()
        if run.group().isascii():
            if len(run.group()) >= _SHORTEST_LATIN:
                yield run.group(), at
            continue
        for token in cut(run.group()):
            for word in parts.get(token, (token,)):
                yield word, at
                at += len(word)


def lean(
    matters: Sequence[Matter],
    confidence: float,
    text: str,
    readings: Sequence[Reading],
    leans: Leans,
    table: TopicTable,
) -> Sequence[Matter]:
    """The matters of a lowered text as they are, unless all its words together speak so clearly for another department,
    or for none.

    `confidence`: how sure the only matter is; where there is none, it does not count.
    """
    heard = CLASSES.index(matters[0].topic.category) if matters else _NONE
    sums = leans.of(text)
    sums[heard] += _TOPIC * (confidence if matters else _silence(readings))
    chosen = sums.index(max(sums))
    if chosen == heard:
        return matters
    return [] if chosen == _NONE else [_matter(chosen, text, readings, leans, table)]


def _silence(readings: Sequence[Reading]) -> float:
    outside = max(reading.leader[2] for reading in readings)
    if outside >= _HEARD_OUTSIDE:
        return _PLAINLY_OUTSIDE if outside >= _PLAIN else _OUTSIDE
    return _SILENCE if any(reading.cues & _SCENE for reading in readings) else _NO_SCENE


def _matter(chosen: int, text: str, readings: Sequence[Reading], leans: Leans, table: TopicTable) -> Matter:
    """Of the topics of that department the one that was heard best, else the one for whatever is left."""
    best = next(topic for category, topic in table.leant.items() if category == CLASSES[chosen])
    most = 0.0
    told: Reading | None = None
    for reading in readings:
        for index, _, score in reading.weighed:
            topic = table.topics[index]
            if score > most and topic.category == CLASSES[chosen] and not topic.fallback:
                best, most, told = topic, score, reading
    if told is None:
        told = _heard(leans.most(text, chosen), best.index, readings)
    matter = Matter(best, max(most, _LEANT), told, list(readings))
    matter.real = True
    for reading in readings:
        matter.cues |= reading.cues
    return matter


def _heard(pieces: list[Piece], topic: int, readings: Sequence[Reading]) -> Reading | None:
    """A reading that names the words that spoke most for the department; None where others only spoke against them."""
    reading = Reading(readings[0].start, readings[-1].end, True)
    reading.topics[topic] = pieces
    return reading if pieces else None
