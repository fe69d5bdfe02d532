"""A lexicon as dictionaries, so that the time for a text depends on the text and not on the lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from nlp.lexicon.completing import Beginnings, Completions
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
    beginnings: Beginnings
    cues: int
    mask: bool
    denies: bool
    negatable: bool
    stretch: int

    def completions(self) -> Completions:
        """The patterns that this word completes."""
        return self.beginnings.completed_by(self.groups, self.stretch)

    def covers(self, shorter: Word) -> bool:
        """Whether a word within this one says nothing more than this one."""
        if shorter.cues & ~self.cues or not set(shorter.groups) <= set(self.groups):
            return False
        said = dict(self.direct)
        return all(said.get(topic, 0.0) >= weight for topic, weight in shorter.direct)


def build_index(lexicon: Lexicon) -> dict[str, Word]:
    """Every word of the lexicon by its text."""
    groups = GroupNumbers(lexicon)
    beginnings = Beginnings(link_table(lexicon, groups))
    direct = _direct(lexicon)
    cues = _cues(lexicon)
    masks = frozenset(lexicon.masks)
    words: dict[str, Word] = {}
    for text in sorted({*groups.members, *direct, *cues, *masks}):
        numbers = tuple(sorted(groups.members.get(text, ())))
        denies = bool(cues.get(text, 0) & _NOT)
        words[text] = Word(
            text=text,
            direct=tuple(direct.get(text, ())),
            groups=numbers,
            begins=beginnings.number(numbers),
            beginnings=beginnings,
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
