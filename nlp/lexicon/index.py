"""A lexicon as dictionaries, so that the time for a text depends on the text and not on the lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nlp.lexicon.links import GroupNumbers, Link, LinkTable, link_table
from nlp.lexicon.model import Cue, Lexicon
from nlp.lexicon.topics import WEIGHTS

ENGLISH_STRETCH = 3
"""English needs about three times the characters for the same distance."""

_NOT = Cue.NOT.value
_FAULT = Cue.FAULT.value


class Following:
    """What may follow the words of some groups: following word → links, worked out when first asked for."""

    __slots__ = ("_known", "_rows", "seeks")

    _LARGEST = 5000

    def __init__(self, table: LinkTable, groups: Iterable[int]) -> None:
        self._rows = [table[group] for group in groups if group in table]
        self._known: dict[Word, tuple[Link, ...]] = {}
        self.seeks = frozenset(group for row in self._rows for group in row)

    def links(self, word: Word) -> tuple[Link, ...]:
        known = self._known.get(word)
        if known is None:
            known = tuple(link for row in self._rows for group in word.groups for link in row.get(group, ()))
            if len(self._known) >= self._LARGEST:  # no text can make it grow for ever
                self._known.clear()
            self._known[word] = known
        return known


class Preceding:
    """What may stand before the words of some groups: all `Following`s that seek one of them."""

    __slots__ = ("_every", "_found", "_groups")

    def __init__(self, every: Sequence[Following], groups: tuple[int, ...]) -> None:
        self._every = every
        self._groups = groups
        self._found: frozenset[Following] | None = None

    def find(self) -> frozenset[Following]:
        if self._found is None:
            self._found = frozenset(one for one in self._every if not one.seeks.isdisjoint(self._groups))
        return self._found


@dataclass(slots=True, eq=False)
class Word:
    """One word of the lexicon with all that it means."""

    text: str
    direct: tuple[tuple[int, float], ...]
    """Topics that the word speaks for by itself, with weights; against, below zero."""
    groups: tuple[int, ...]
    after: Following
    """The patterns that a following word completes."""
    before: Preceding
    leads: bool
    """Whether any pattern begins with this word."""
    cues: int
    mask: bool
    denies: bool
    negatable: bool
    stretch: int

    def covers(self, shorter: Word) -> bool:
        """Whether a word within this one says nothing more than this one."""
        if shorter.cues & ~self.cues or not set(shorter.groups) <= set(self.groups):
            return False
        said = dict(self.direct)
        return all(said.get(topic, 0.0) >= weight for topic, weight in shorter.direct)


def build_index(lexicon: Lexicon) -> dict[str, Word]:
    """Every word of the lexicon by its text."""
    groups = GroupNumbers(lexicon)
    table = link_table(lexicon, groups)
    direct = _direct(lexicon)
    cues = _cues(lexicon)
    followings: dict[tuple[int, ...], Following] = {}
    every: list[Following] = []
    precedings: dict[tuple[int, ...], Preceding] = {}
    masks = frozenset(lexicon.masks)
    words: dict[str, Word] = {}
    for text in sorted({*groups.members, *direct, *cues, *masks}):
        numbers = tuple(sorted(groups.members.get(text, ())))
        if numbers not in followings:
            followings[numbers] = Following(table, numbers)
            precedings[numbers] = Preceding(every, numbers)
            if followings[numbers].seeks:
                every.append(followings[numbers])
        after = followings[numbers]
        denies = bool(cues.get(text, 0) & _NOT)
        words[text] = Word(
            text=text,
            direct=tuple(direct.get(text, ())),
            groups=numbers,
            after=after,
            before=precedings[numbers],
            leads=bool(after.seeks),
            cues=cues.get(text, 0) | (0 if groups.faults.isdisjoint(numbers) else _FAULT),
            mask=text in masks,
            denies=denies,
            negatable=not denies and _is_fault(text, direct, groups, numbers),
            stretch=ENGLISH_STRETCH if text.isascii() else 1,
        )
    return words


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


def _is_fault(
    text: str, direct: Mapping[str, list[tuple[int, float]]], groups: GroupNumbers, numbers: tuple[int, ...]
) -> bool:
    """Whether 没有 in front takes the word back: 没有漏水 is fine, 没有信号 is not."""
    if not groups.faults.isdisjoint(numbers):
        return True
    return groups.named.isdisjoint(numbers) and any(
        weight >= WEIGHTS["words"] for _, weight in direct.get(text, ())
    )


def _cues(lexicon: Lexicon) -> dict[str, int]:
    cues: dict[str, int] = defaultdict(int)
    for cue, words in lexicon.cues.items():
        for word in words:
            cues[word] |= cue.value
    return cues


def segmenter_words(lexicon: Lexicon, words: Mapping[str, Word]) -> tuple[list[str], list[str]]:
    """The Han words that the segmenter must cut as one, and common ones (现在, 没有) whose own frequency serves
    them better where the dictionary knows them."""
    wanted = {*lexicon.terms}
    common: set[str] = set()
    for text, word in words.items():
        if len(text) > 1 and not text.isascii():
            (wanted if word.direct or word.groups or word.mask or len(text) > 2 else common).add(text)
    return sorted(wanted), sorted(common)
