"""Everything that learning looks at, prepared once: the lexicon in use, the examples, the messages that must hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nlp.learning.examples import Corrected, Example, examples_of
from nlp.learning.hearing import Heard, hear
from nlp.learning.regression import Message
from nlp.learning.targets import Targets
from nlp.learning.words import Vocabulary, plain
from nlp.lexicon.model import Lexicon
from nlp.lexicon.topics import WEIGHTS
from nlp.understand import Understander

ENOUGH = 2
"""The trust that a word needs: it comes from a member of staff, or from two owners."""


class Material:
    """`old` is the understander in use; `heard[i]` is what it makes of `examples[i]`."""

    def __init__(
        self, old: Understander, corrections: Iterable[Corrected], messages: Sequence[Message]
    ) -> None:
        self.old = old
        self.messages = messages
        examples = examples_of(corrections)
        self.heard = [hear(old, example.text) for example in examples]
        self.examples = [_harmless(*pair) for pair in zip(examples, self.heard, strict=True)]
        self._targets = Targets(old, messages)
        self._vocabulary = Vocabulary(old)
        self._plain = [plain(example.text) for example in self.examples]
        self._ruled = [(plain(message.text), message.categories) for message in messages]
        self._taken = _taken(old.lexicon)
        self._choices: dict[int, tuple[str, list[str]]] = {}

    def choices(self, index: int) -> tuple[str, list[str]]:
        """The topic that example `index` should have, and the words that could say so, the best first."""
        if index not in self._choices:
            example = self.examples[index]
            topic = self._targets.of(example, self.heard[index].category)
            self._choices[index] = (topic.id, self._words(example, topic.category)) if topic else ("", [])
        return self._choices[index]

    def sure(self, word: str, category: str) -> bool:
        """Whether enough of them want another category than a word stands for to make the word say less."""
        against = sum(
            example.trust
            for said, example in zip(self._plain, self.examples, strict=True)
            if word in said and example.category not in (None, category)
        )
        return against >= 2 * ENOUGH

    def shared_words(self, example: Example) -> list[str]:
        """All its words, those first that most of the other corrected texts hold too."""
        words = self._vocabulary.words(example.text)
        return sorted(words, key=lambda word: -sum(word in said for said in self._plain))

    def _words(self, example: Example, category: str) -> list[str]:
        ranked = []
        for order, word in enumerate(self._vocabulary.words(example.text)):
            support, opposed = self._support(word, category)
            if support >= ENOUGH and category in self._taken.get(word, (category,)):
                ranked.append((opposed > 0, -support, opposed, -min(len(word), 4), order, word))
        return [rank[-1] for rank in sorted(ranked)]

    def _support(self, word: str, category: str) -> tuple[int, int]:
        """How many, by their trust, want this category for texts with the word, and how many texts another one."""
        support = opposed = 0
        for said, example, heard in zip(self._plain, self.examples, self.heard, strict=True):
            if word in said:
                if (example.category or heard.category) == category:
                    support += example.trust
                else:
                    opposed += example.trust
        opposed += sum(word in said and category not in accepted for said, accepted in self._ruled)
        return support, opposed


def _taken(lexicon: Lexicon) -> dict[str, set[str]]:
    """The categories that words stand for by themselves; a correction may make such a word say less, not something else."""
    taken: dict[str, set[str]] = defaultdict(set)
    for topic in lexicon.topics:
        for word, weight in lexicon.words[topic.id].words.items():
            if weight >= WEIGHTS["words"]:
                taken[word].add(topic.category)
    return taken


def _harmless(example: Example, heard: Heard) -> Example:
    """That something was not so urgent after all is no reason to miss the next one."""
    if heard.urgency == "emergency" and example.urgency != "emergency":
        return replace(example, urgency=None)
    return example
