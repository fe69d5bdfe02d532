"""What one token means: the lexicon's words in it, ready for reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from nlp.lexicon.completing import Completions
from nlp.lexicon.index import Word
from nlp.lexicon.model import Cue

Completes = Callable[[object], bool]
Spoken = tuple[int, int, tuple[tuple[int, float], ...], Completes | None, Completions, int]
"""Start and end within the token, topics with weights, whether it completes what was begun, with which patterns,
and what it begins itself."""
Part = tuple[int, int, Word, "Meaning"]
"""Start, end, and what stands there."""
Apart = tuple[bool, tuple[Part, ...]]
"""Whether a word denies or supposes, and the words one by one."""
Meaning = tuple[int, int, tuple[Spoken, ...], frozenset[int], Apart | None]
"""Cues, where a hypothesis begins (else 0), words, groups, and what a denial concerns, of a token or of a single
word. A plain tuple, for it is unpacked for every token of every message."""

_IF = Cue.IF.value
_LONGEST_TOKEN = 12


class Meanings(dict[str, Meaning | tuple[()]]):
    """Token → its meaning, empty where it has none; worked out when first met."""

    _LARGEST = 50_000

    def __init__(self, words: Mapping[str, Word], parts: Mapping[str, tuple[str, ...]]) -> None:
        """`parts`: how the plain dictionary cuts the words that the lexicon added to it."""
        super().__init__()
        self._words = words
        self._parts = parts
        self.turning: set[str] = set()
        """The tokens met so far that deny or suppose what follows; texts without any need no second look."""
        self._alone: dict[str, Meaning] = {}

    def __missing__(self, token: str) -> Meaning | tuple[()]:
        if len(self) >= self._LARGEST:  # no text can make it grow for ever
            self.clear()
            self.turning.clear()
        words = list(self._search(token))
        turns = any(word.denies or word.cues & _IF for _, word in words)
        if turns:
            self.turning.add(token)
        found = self[token] = _joined(words, self._apart(words, turns)) if words else ()
        return found

    def alone(self, word: Word) -> Meaning:
        """A word by itself."""
        known = self._alone.get(word.text)
        if known is None:
            known = self._alone[word.text] = _joined([(0, word)], None)
        return known

    def _apart(self, words: Sequence[tuple[int, Word]], turns: bool) -> Apart | None:
        if not turns and not any(word.negatable for _, word in words):
            return None
        return turns, tuple([(at, at + len(word.text), word, self.alone(word)) for at, word in words])

    def _search(self, token: str) -> Iterator[tuple[int, Word]]:
        """The words in a token, each with its start; the longest first where several begin."""
        whole = self._words.get(token)
        if token.isascii():
            return
        if whole is not None and whole.mask:
            if whole.direct or whole.groups:
                yield 0, whole
            return
        size = len(token)
        if whole is not None and size == 1:
            yield 0, whole
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
                if word is not whole and not _counts(start, end, cuts, whole, word):
                    continue
                yield start, word

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


def _joined(words: Sequence[tuple[int, Word]], apart: Apart | None) -> Meaning:
    cues = supposes = 0
    for start, word in words:
        cues |= word.cues
        if word.cues & _IF:
            supposes = start + len(word.text)
    spoken = [_spoken(start, word) for start, word in words if word.direct or word.groups]
    return (
        cues,
        supposes,
        tuple(spoken),
        frozenset(group for _, word in words for group in word.groups),
        apart,
    )


def _spoken(start: int, word: Word) -> Spoken:
    completes = word.completions.__contains__ if word.completions else None
    return start, start + len(word.text), word.direct, completes, word.completions, word.begins


def _counts(start: int, end: int, cuts: set[int], whole: Word | None, word: Word) -> bool:
    """A word inside a token counts between the dictionary's cuts, or by itself where it is long enough."""
    if whole is not None and whole.covers(word):
        return False
    if start in cuts and end in cuts:
        return True
    return end - start >= 2 and not (whole is None and word.cues)
