"""Finding the lexicon's words in a text: one pass over the segmenter's cuts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress, count
from operator import itemgetter

from nlp.lexicon.index import Word
from nlp.meanings import Meaning, Meanings, Meant
from nlp.segment import Segmenter

Found = tuple[int, Meaning]
"""Where something stands (in characters of the plain text) and what it means."""

_LATIN_WORD = re.compile(r"[a-z]+")
_start = itemgetter(0)


class Scanner:
    """Words count only where the segmenter cuts: 停水 in 停水通知, but not in 停/水费; 漏 alone, not in 漏洞.

    `segmenter` knows the lexicon's Han words, so that most of them are one token.
    """

    def __init__(self, words: Mapping[str, Word], segmenter: Segmenter) -> None:
        self._cut = segmenter.cut
        self._words = words
        self._meanings = Meanings(words, segmenter.parts)
        self._phrases = _phrases(words)

    def scan(self, plain: str, latin: bool) -> list[Found]:
        """What was found, in the order of the starts, without what is masked or negated. `latin`: whether there are letters."""
        text = lowered(plain) if latin else plain
        tokens = self._cut(text)
        meant = list(map(self._meanings.__getitem__, tokens))
        for at in compress(count(), map(self._meanings.denying.__contains__, tokens)):
            self._take_back(at, tokens, meant)
        starts = accumulate(map(len, tokens), initial=0)
        # Half of all tokens mean nothing; without a line of Python for them they cost nothing.
        found: list[Found] = list(compress(zip(starts, meant), meant))  # type: ignore[arg-type]  # noqa: B905  # one start more
        if latin:
            found += self._latin(text)
            found.sort(key=_start)
        return found

    def _take_back(self, at: int, tokens: Sequence[str], meant: list[Meant]) -> None:
        """A denial at the end of this token takes back what follows at once or one character later."""
        denied = self._meanings.denied
        gap = self._meanings.denying[tokens[at]]
        for behind in range(at + 1, len(tokens)):
            if gap > 1:
                return
            token = tokens[behind]
            if token in denied:
                meant[behind] = denied[token][gap]
            gap += len(token)

    def _latin(self, text: str) -> Iterator[Found]:
        """English words and phrases, the longest at each place; `not`, `no` deny the word that follows."""
        denied = -2
        done = 0
        for match in _LATIN_WORD.finditer(text):
            start = match.start()
            if start < done or (start and text[start - 1].isalnum() and text[start - 1].isascii()):
                continue
            for phrase in self._phrases.get(match.group(), ()):
                end = start + len(phrase)
                if text.startswith(phrase, start) and not _goes_on(text, end):
                    word = self._words[phrase]
                    if word.direct or word.groups or word.mask:
                        done = end  # a mere cue (my toilet) swallows no word
                    if word.mask:
                        break
                    if word.denies:
                        denied = end
                    elif word.negatable and start - denied <= 1:
                        break
                    yield start, self._meanings.alone(word)
                    break


def _goes_on(text: str, end: int) -> bool:
    return end < len(text) and text[end].isascii() and text[end].isalnum()


def _phrases(words: Iterable[str]) -> dict[str, list[str]]:
    """English words and phrases by their first word, the longest first."""
    phrases: dict[str, list[str]] = defaultdict(list)
    for text in words:
        first = _LATIN_WORD.match(text) if text.isascii() else None
        if first:
            phrases[first.group()].append(text)
    for some in phrases.values():
        some.sort(key=len, reverse=True)
    return phrases


def lowered(text: str) -> str:
    """Lower case with the same length (İ would become two characters and shift every position)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)
