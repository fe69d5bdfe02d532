"""What one token means: the lexicon's words in it, ready for reading."""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Mapping, Sequence

from nlp.lexicon.completing import Completions
from nlp.lexicon.index import Word
from nlp.lexicon.links import Condition
from nlp.lexicon.model import Cue

Direct = tuple[int, float, int, int, Condition | None]
"""Topic, weight, start and end within the token, and what the text must say besides."""
Completing = tuple[KeysView[int], Completions, int, int]
"""What must have been begun, the patterns that one word of the token then completes, and its start and end within the
token."""
Begun = tuple[int, int, int]
"""What a word begins (`Word.begins`), its start and end within the token."""
Meaning = tuple[
    int,
    int,
    tuple[Direct, ...],
    tuple[Completing, ...],
    tuple[Begun, ...],
    frozenset[int],
]
"""Cues, where a hypothesis begins (else 0), what it says by itself, what it completes, what it begins, and the groups of
its words. A plain tuple, for it is unpacked for every token of every message."""
Meant = Meaning | tuple[()]
"""Empty where it means nothing."""

_IF = Cue.IF.value
_BLAME = Cue.BLAME.value
_LONGEST_TOKEN = 12
_FAR = -2
"""Too far in front to deny anything."""


Spoken = tuple[int, Word]
"""A word of a token, and where it starts there."""


class Meanings(dict[str, Meant]):
    """Token → its meaning; worked out when first met."""

    _LARGEST = 50_000

    def __init__(self, words: Mapping[str, Word], parts: Mapping[str, tuple[str, ...]]) -> None:
        """`parts`: how the plain dictionary cuts the words that the lexicon added to it."""
        super().__init__()
        self._words = words
        self._parts = parts
        self.denying: dict[str, int] = {}
        """The tokens met so far that deny what follows, and how many characters stand behind the denial."""
        self.denied: dict[str, tuple[Meant, Meant]] = {}
        """The tokens met so far from which a denial takes something back: what they mean right behind it, and one
        character later (没怎么漏)."""
        self._alone: dict[str, Meaning] = {}

    def __missing__(self, token: str) -> Meant:
        if len(self) >= self._LARGEST:  # no text can make it grow for ever
            for known in (self, self.denying, self.denied):
                known.clear()
        words = list(self._search(token))
        for at, word in words:
            if word.denies:
                self.denying[token] = len(token) - at - len(word.text)
        if any(word.negatable for _, word in words):
            self.denied[token] = _joined(_left(words, 0)), _joined(_left(words, -1))
        found = self[token] = _joined(_left(words, _FAR))
        return found

    def alone(self, word: Word) -> Meaning:
        """A word by itself."""
        known = self._alone.get(word.text)
        if known is None:
            known = self._alone[word.text] = _together([(0, word)])
        return known

    def _search(self, token: str) -> Iterator[Spoken]:
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
                if word is None or word.mask or word.text.isascii():  # if in wifi坏了
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


def _left(words: Sequence[Spoken], denied: int) -> list[Spoken]:
    """The words that no denial takes back; one in front of the token ends at `denied`."""
    left: list[Spoken] = []
    for start, word in words:
        if word.denies:
            denied = start + len(word.text)
        elif word.negatable and start - denied <= 1:
            continue
        left.append((start, word))
    return left


def _joined(words: Sequence[Spoken]) -> Meant:
    return _together(words) if words else ()


def _together(words: Sequence[Spoken]) -> Meaning:
    """What the words of one token mean together."""
    cues = supposes = 0
    for start, word in words:
        cues |= word.cues & ~_BLAME if supposes else word.cues
        if word.cues & _IF:
            supposes = start + len(word.text)
    direct: list[Direct] = []
    completed: list[Completing] = []
    begun: dict[int, tuple[int, int]] = {}
    for start, word in words:
        end = start + len(word.text)
        direct += [(topic, weight, start, end, None) for topic, weight in word.direct]
        if word.completions:
            direct += _completed_within(begun, word.completions, start, end)
            completed.append((word.completions.keys(), word.completions, start, end))
        if word.begins:
            begun[word.begins] = start, end
    groups = frozenset(group for _, word in words for group in word.groups)
    begins = tuple([(number, start, end) for number, (start, end) in begun.items()])
    return cues, supposes, tuple(direct), tuple(completed), begins, groups


def _completed_within(
    begun: Mapping[int, tuple[int, int]], completions: Completions, start: int, end: int
) -> Iterator[Direct]:
    """Patterns of two words of one token."""
    for number in begun.keys() & completions.keys():
        begin, stop = begun[number]
        for topic, weight, _, reach, condition in completions[number]:
            if 0 <= start - stop <= reach:
                yield topic, weight, begin, end, condition


def _counts(start: int, end: int, cuts: set[int], whole: Word | None, word: Word) -> bool:
    """A word inside a token counts between the dictionary's cuts, or by itself where it is long enough."""
    if whole is not None and whole.covers(word):
        return False
    if start in cuts and end in cuts:
        return True
    return end - start >= 2 and not (whole is None and word.cues)
