"""Finding the lexicon's words in a text: one pass over the segmenter's cuts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import accumulate

from nlp.lexicon.index import Word
from nlp.segment import Segmenter

Hit = tuple[int, int, Word]
"""start, end (characters of the plain text) and the word."""

_LATIN = re.compile(r"[a-z]{2}")
_LATIN_WORD = re.compile(r"[a-z]+")
_LONGEST_TOKEN = 12


class Scanner:
    """Words count only where the segmenter cuts: 停水 in 停水通知, but not in 停/水费; 漏 alone, not in 漏洞.

    `segmenter` knows the lexicon's Han words, so that most of them are one token.
    """

    def __init__(self, words: Mapping[str, Word], segmenter: Segmenter) -> None:
        self._cut = segmenter.cut
        self._meaning = _Meanings(words, segmenter.parts)
        self._phrases = _phrases(words)

    def scan(self, plain: str) -> list[Hit]:
        """Hits in the order of their starts, without what is masked or negated."""
        text = lowered(plain)
        tokens = self._cut(text)
        hits: list[Hit] = []
        denied = -2
        starts = accumulate(map(len, tokens), initial=0)
        for at, found in zip(starts, map(self._meaning.__getitem__, tokens)):  # noqa: B905  # one start more
            for start, end, word in found:
                start += at
                if word.denies:
                    denied = at + end
                elif word.negatable and start - denied <= 1:
                    continue
                hits.append((start, at + end, word))
        if _LATIN.search(text):
            hits += self._latin(text)
            hits.sort(key=_start)
        return hits

    def _latin(self, text: str) -> Iterator[Hit]:
        """English words and phrases, the longest at each place; `not`, `no` deny the word that follows."""
        denied = -2
        done = 0
        for match in _LATIN_WORD.finditer(text):
            start = match.start()
            if start < done or (start and text[start - 1].isalnum() and text[start - 1].isascii()):
                continue
            for word in self._phrases.get(match.group(), ()):
                end = start + len(word.text)
                if text.startswith(word.text, start) and not _goes_on(text, end):
                    if word.direct or word.groups or word.mask:
                        done = end  # a mere cue (my toilet) swallows no word
                    if word.mask:
                        break
                    if word.denies:
                        denied = end
                    elif word.negatable and start - denied <= 1:
                        break
                    yield start, end, word
                    break


def _start(hit: Hit) -> int:
    return hit[0]


def _goes_on(text: str, end: int) -> bool:
    return end < len(text) and text[end].isascii() and text[end].isalnum()


class _Meanings(dict[str, tuple[Hit, ...]]):
    """Token → the lexicon's words in it, itself included; worked out when first met."""

    _LARGEST = 50_000

    def __init__(self, words: Mapping[str, Word], parts: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._words = words
        self._parts = parts

    def __missing__(self, token: str) -> tuple[Hit, ...]:
        found = tuple(self._search(token))
        if len(self) >= self._LARGEST:  # no text can make it grow for ever
            self.clear()
        self[token] = found
        return found

    def _search(self, token: str) -> Iterator[Hit]:
        whole = self._words.get(token)
        if token.isascii():
            return
        if whole is not None and whole.mask:
            if whole.direct or whole.groups:
                yield 0, len(token), whole
            return
        size = len(token)
        if whole is not None and size == 1:
            yield 0, 1, whole
        if size == 1 or size > _LONGEST_TOKEN:
            return
        cuts = self._cuts(token)
        masked = self._masked(token, cuts)
        for start in range(size):
            if start in masked:
                continue
            for end in range(size, start, -1):
                word = self._words.get(token[start:end])
                if word is None or word.mask:
                    continue
                if word is not whole and not self._counts(start, end, cuts, whole, word):
                    continue
                yield start, end, word

    def _cuts(self, token: str) -> set[int]:
        """Where the plain dictionary cuts inside a word that the lexicon added."""
        cuts = {0}
        for part in self._parts.get(token, (token,)):
            cuts.add(max(cuts) + len(part))
        return cuts

    def _masked(self, token: str, cuts: set[int]) -> set[int]:
        """Positions inside a figure of speech within the token: 着火 in 灶台打不着火."""
        masked: set[int] = set()
        for start in sorted(cuts):
            for end in sorted(cuts):
                word = self._words.get(token[start:end])
                if word is not None and word.mask:
                    masked.update(range(start + 1, end))
        return masked

    def _counts(self, start: int, end: int, cuts: set[int], whole: Word | None, word: Word) -> bool:
        """A word inside a token counts between the dictionary's cuts, or by itself where it is long enough."""
        if whole is not None and whole.covers(word):
            return False
        if start in cuts and end in cuts:
            return True
        return end - start >= 2 and not (whole is None and word.cues)


def _phrases(words: Mapping[str, Word]) -> dict[str, tuple[Word, ...]]:
    """English words and phrases by their first word, the longest first."""
    phrases: dict[str, list[Word]] = defaultdict(list)
    for text, word in words.items():
        first = _LATIN_WORD.match(text) if text.isascii() else None
        if first:
            phrases[first.group()].append(word)
    return {head: tuple(sorted(some, key=lambda word: -len(word.text))) for head, some in phrases.items()}


def lowered(text: str) -> str:
    """Lower case with the same length (İ would become two characters and shift every position)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)
