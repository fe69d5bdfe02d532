"""A lexicon as dictionaries, so that the time for a text depends on the text and not on the lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from typing_extensions import override

from nlp.lexicon.completing import Completing, Completions
from nlp.lexicon.links import GroupNumbers, link_table
from nlp.lexicon.model import Cue, Lexicon
from nlp.lexicon.topics import WEIGHTS

ENGLISH_STRETCH = 3
"""English needs about three times the characters for the same distance."""

_NOT = Cue.NOT.value
_FAULT = Cue.FAULT.value


@dataclass(slots=True, eq=False)
class Word:
    """One word of the lexicon with all that it means."""

    text: str
    direct: tuple[tuple[int, float], ...]
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
        self._texts = self.decisive.union(self._cues)
        self._words: dict[str, Word] = {}

    @override
    def __getitem__(self, text: str) -> Word:
        known = self._words.get(text)
        if known is None:
            if text not in self._texts:
                raise KeyError(text)
            known = self._words[text] = self._build(text)
        return known

    @override
    def __contains__(self, text: object) -> bool:
        return text in self._texts

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    @override
    def __len__(self) -> int:
        return len(self._texts)

    def _build(self, text: str) -> Word:
        groups = self._groups
        numbers = tuple(sorted(groups.members.get(text, ())))
        fault = not groups.faults.isdisjoint(numbers)
        cues = self._cues.get(text, 0)
        stretch = ENGLISH_STRETCH if text.isascii() else 1
        return Word(
            text=text,
            direct=tuple(self._direct.get(text, ())),
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


def build_index(lexicon: Lexicon) -> Index:
    return Index(lexicon)


def _direct(lexicon: Lexicon) -> dict[str, list[tuple[int, float]]]:
    """Weighted words by text; single words that speak against a topic weigh below zero."""
    direct: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for topic in lexicon.topics:
        said = lexicon.words[topic.id]
        for word, weight in said.words.items():
            direct[word].append((topic.index, lexicon.weights.get(f"{topic.id} {word}", weight)))
        for pattern in said.against:
            if pattern.gap < 0:
                for word in pattern.first.words:
                    direct[word].append((topic.index, -pattern.weight))
    return direct


def _cues(lexicon: Lexicon) -> dict[str, int]:
    cues: dict[str, int] = defaultdict(int)
    for cue, words in lexicon.cues.items():
        for word in words:
            cues[word] |= cue.value
    return cues


def segmenter_words(lexicon: Lexicon, words: Index) -> tuple[list[str], list[str]]:
    """The Han words that the segmenter must cut as one, and common ones (现在, 没有) whose own frequency serves
    them better where the dictionary knows them."""
    wanted = {*lexicon.terms}
    common: set[str] = set()
    for text in words:
        if len(text) > 1 and not text.isascii():
            (wanted if text in words.decisive or len(text) > 2 else common).add(text)
    return sorted(wanted), sorted(common)
