"""A lexicon as dictionaries, so that the time for a text depends on the text and not on the lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from typing_extensions import override

from nlp.lexicon.completing import Completing, Completions
from nlp.lexicon.links import GroupNumbers, link_table
from nlp.lexicon.model import Cue, Lexicon
from nlp.lexicon.topics import WEIGHTS
from nlp.lexicon.uncollected import uncollected

ENGLISH_STRETCH = 3
"""English needs about three times the characters for the same distance."""

_NOT = Cue.NOT.value
_FAULT = Cue.FAULT.value


Direct = tuple[tuple[int, float], ...]
"""Topics with weights."""


@dataclass(slots=True, eq=False)
class Word:
    """One word of the lexicon with all that it means."""

    text: str
    direct: Direct
    """Topics that the word speaks for by itself, with weights; against, below zero."""
    groups: tuple[int, ...]
    begins: int
    """Number of the patterns that begin with this word; NOBODY where none does."""
    completions: Completions
    """The patterns that it completes."""
    cues: int
    mask: bool
    denies: bool
    negatable: bool

    def covers(self, shorter: Word) -> bool:
        """Whether a word within this one says nothing more than this one."""
        if shorter.cues & ~self.cues or not set(shorter.groups) <= set(self.groups):
            return False
        said = dict(self.direct)
        return all(said.get(topic, 0.0) >= weight for topic, weight in shorter.direct)


class Index(Mapping[str, Word]):
    """Every word of the lexicon by its text. A word is put together when it is first asked for: no message
    uses more than a few of them, and all of them together would take a tenth of the time to start."""

    def __init__(self, lexicon: Lexicon) -> None:
        groups = GroupNumbers(lexicon)
        self._links = Completing(link_table(lexicon, groups), groups.members.values())
        self._groups = groups
        self._direct = _direct(lexicon)
        self._cues = _cues(lexicon)
        self._masks = frozenset(lexicon.masks)
        self.decisive = {*groups.members, *self._direct, *self._masks}
        """Words that say more than a cue."""
        self._words: dict[str, Word | None] = dict.fromkeys(
            (*groups.members, *self._direct, *self._masks, *self._cues)
        )
        """In the lexicon's order, whatever the process; None where nobody has asked yet."""

    @override
    def __getitem__(self, text: str) -> Word:
        word = self._words[text]
        if word is None:
            word = self._words[text] = self._build(text)
        return word

    @override
    def get(self, text: str, /, default: Any = None) -> Any:
        """What Mapping does with an error, for what is asked mostly is no word."""
        return self[text] if text in self._words else default

    @override
    def __contains__(self, text: object) -> bool:
        return text in self._words

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    @override
    def __len__(self) -> int:
        return len(self._words)

    def _build(self, text: str) -> Word:
        groups = self._groups
        numbers = groups.members.get(text, ())
        fault = not groups.faults.isdisjoint(numbers)
        cues = self._cues.get(text, 0)
        stretch = ENGLISH_STRETCH if text.isascii() else 1
        return Word(
            text=text,
            direct=self._direct.get(text, ()),
            groups=numbers,
            begins=self._links.begun_by(numbers),
            completions=self._links.completed_by(numbers, stretch),
            cues=cues | _FAULT if fault else cues,
            mask=text in self._masks,
            denies=bool(cues & _NOT),
            negatable=not cues & _NOT and (fault or self._is_fault(text, numbers)),
        )

    def _is_fault(self, text: str, numbers: tuple[int, ...]) -> bool:
        """Whether 没有 in front takes the word back though it is in no group of faults: 没有漏水 is fine, 没有信号 is not."""
        return self._groups.named.isdisjoint(numbers) and any(
            weight >= WEIGHTS["words"] for _, weight in self._direct.get(text, ())
        )


@uncollected()
def build_index(lexicon: Lexicon) -> Index:
    return Index(lexicon)


def _direct(lexicon: Lexicon) -> dict[str, Direct]:
    """Weighted words by text; single words that speak against a topic weigh below zero."""
    direct: dict[str, Direct] = {}
    for topic in lexicon.topics:
        said = lexicon.words[topic.id]
        shared = {weight: ((topic.index, weight),) for weight in set(said.words.values())}
        for word, weight in said.words.items():
            one = shared[weight]
            before = direct.setdefault(word, one)
            if before is not one:
                direct[word] = before + one
        for pattern in said.against:
            if pattern.gap < 0:
                for word in pattern.first.words:
                    direct[word] = (*direct.get(word, ()), (topic.index, -pattern.weight))
    return direct


def _cues(lexicon: Lexicon) -> dict[str, int]:
    cues: dict[str, int] = defaultdict(int)
    for cue, words in lexicon.cues.items():
        bit = cue.value
        for word in words:
            cues[word] |= bit
    return cues


def segmenter_words(lexicon: Lexicon, words: Index) -> tuple[list[str], list[str]]:
    """The Han words that the segmenter must cut as one, and common ones (现在, 没有) whose own frequency serves
    them better where the dictionary knows them."""
    wanted = list(lexicon.terms)
    common: list[str] = []
    for text in words:
        if len(text) > 1 and not text.isascii():
            (wanted if text in words.decisive or len(text) > 2 else common).append(text)
    return wanted, common
