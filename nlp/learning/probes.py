"""Emergencies told in one breath with another word: learning the word must not make them less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.learning.hearing import hear
from nlp.learning.regression import Message
from nlp.lexicon.topics import WEIGHTS
from nlp.understand import Understander


class Probes:
    """The regression set's emergencies, those that a word which the topic has already leaves as they are."""

    def __init__(self, old: Understander, messages: Sequence[Message]) -> None:
        self._old = old
        self._emergencies = [message.text for message in messages if message.emergency]
        self._standing: dict[tuple[str, bool], list[str]] = {}

    def beside(self, topic: str, word: str) -> Iterator[str]:
        """Those in the word's script, with the word before or behind; all are emergencies so far."""
        for form in self._forms(topic, english=word.isascii()):
            told = form.format(word=word)
            if self._stands(told):
                yield told

    def _forms(self, topic: str, *, english: bool) -> list[str]:
        key = topic, english
        if key not in self._standing:
            known = self._known_word(topic, english=english)
            self._standing[key] = [
                form
                for text in self._emergencies
                if text.isascii() == english and not {"{", "}"} & set(text)
                for form in (f"{{word}}，{text}", f"{text}，{{word}}")
                if known is None or self._stands(form.format(word=known))
            ]
        return self._standing[key]

    def _known_word(self, topic: str, *, english: bool) -> str | None:
        words = self._old.lexicon.words[topic].words
        return next((w for w in words if words[w] >= WEIGHTS["words"] and w.isascii() == english), None)

    def _stands(self, told: str) -> bool:
        return hear(self._old, told).urgency == "emergency"
