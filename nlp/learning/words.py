"""The words of a text that could be learned: nobody's name, no number, no place, nothing that everybody says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from nlp.evaluate.rows import READ_AT
from nlp.lexicon.model import Lexicon
from nlp.normalise import normalise
from nlp.scan import lowered
from nlp.segment import Segmenter
from nlp.understand import Understander
from nlp.understanding import Understanding

_EVERYDAY = Path(__file__).parent.parent / "data" / "learning" / "everyday.yaml"
_SPACE = " "
_MOST_TOKENS = 3
_LONGEST = {True: 24, False: 6}
"""Characters of an English and of a Chinese word."""
_SHORTEST = {True: 3, False: 2}


def plain(text: str) -> str:
    """The form in which words are looked for."""
    return lowered(normalise(text).plain)


class Vocabulary:
    """Cuts by the dictionary alone: a new word is what the lexicon does not know yet."""

    def __init__(self, understander: Understander) -> None:
        self._understander = understander
        self._cut = Segmenter().cut
        self._empty = _everyday() | _sentence_words(understander.lexicon)

    def words(self, text: str) -> list[str]:
        """Words and phrases of up to three words, each once, in the order of the text."""
        found: dict[str, None] = {}
        for run in self._runs(self._anonymous(text)):
            for first in range(len(run)):
                for last in range(first + 1, min(first + _MOST_TOKENS, len(run)) + 1):
                    found.update(dict.fromkeys(self._word(run[first:last])))
        return list(found)

    def _anonymous(self, text: str) -> str:
        """The plain text with a line break for whatever tells who and where."""
        said = plain(text)
        for private in _private(self._understander.understand(text, READ_AT, "Asia/Shanghai")):
            said = said.replace(plain(private), "\n")
        return said

    def _runs(self, said: str) -> Iterator[list[str]]:
        """Neighbouring words without signs and numbers between them."""
        run: list[str] = []
        for token in self._cut(said):
            if token.isalpha():
                run.append(token)
            elif token != _SPACE:
                yield run
                run = []
        yield run

    def _word(self, tokens: list[str]) -> Iterator[str]:
        english = all(token.isascii() for token in tokens)
        if not self._empty.isdisjoint(tokens) or not (english or _is_phrase(tokens)):
            return
        word = (" " if english else "").join(tokens)
        if word not in self._empty and _SHORTEST[english] <= len(word) <= _LONGEST[english]:
            yield word


def _is_phrase(tokens: Sequence[str]) -> bool:
    """Of one script; a single character may end a word (快递 柜), elsewhere it seldom makes a phrase (堆 得到)."""
    if any(token.isascii() for token in tokens):
        return False
    return min(map(len, tokens)) > 1 or (len(tokens) == 2 and len(tokens[0]) > 1)


def _everyday() -> frozenset[str]:
    lists = yaml.load(_EVERYDAY.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return frozenset(word for words in lists.values() for word in words)


def _sentence_words(lexicon: Lexicon) -> frozenset[str]:
    """Cues and figures of speech: they tell about the sentence, not about its topic."""
    return frozenset((*lexicon.masks, *(word for words in lexicon.cues.values() for word in words)))


def _private(understood: Understanding) -> set[str]:
    places = [understood.place, *(problem.place for problem in understood.problems)]
    return {text for text in (*(place.text for place in places if place), understood.name) if text}
