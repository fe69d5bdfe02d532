"""Patterns as links between numbered groups of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from nlp.lexicon.model import Lexicon, Pattern, Term

_AFTER_COMMA = 0.7

LinkTable = Mapping[int, Mapping[int, list["Link"]]]
"""Group of the first word → group of the second → patterns."""


class Condition(NamedTuple):
    """Groups of which the text must hold one, and groups of which it must hold none."""

    present: frozenset[int] | None
    absent: frozenset[int] | None


Link = tuple[int, float, float, int, Condition | None]
"""A pattern seen from its first word: which topic it speaks for (or against, below zero), its weight, the weight where
the words stand in neighbouring clauses (across sentences there is none), its gap, and a condition where it wants or
rules out another word. A plain tuple: unpacking a named one takes five times as long."""


class GroupNumbers:
    """Numbers for named groups and for the literal words of patterns."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._numbers: dict[object, int] = {}
        self.members: dict[str, tuple[int, ...]] = {}
        """Word → the numbers of its groups, the lowest first. Words of one group share one tuple."""
        self.named: set[int] = set()
        self.faults: set[int] = set()
        for name, words in lexicon.groups.items():
            number = self._number(name, words)
            self.named.add(number)
            if name in lexicon.faults:
                self.faults.add(number)

    def of(self, term: Term) -> list[int]:
        numbers = [self._numbers[name] for name in term.groups]
        if term.words:
            numbers.append(self._number(term.words, term.words))
        return numbers

    def _number(self, key: object, words: Iterable[str]) -> int:
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._numbers)
            self._enter(words, (number,))
        return number

    def _enter(self, words: Iterable[str], group: tuple[int]) -> None:
        members = self.members
        for word in words:
            before = members.setdefault(word, group)
            if before is not group and before[-1] != group[0]:
                members[word] = before + group


def link_table(lexicon: Lexicon, groups: GroupNumbers) -> LinkTable:
    table: dict[int, dict[int, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for topic in lexicon.topics:
        said = lexicon.words[topic.id]
        signed = [(pattern, pattern.weight) for pattern in said.patterns]
        signed += [(pattern, -pattern.weight) for pattern in said.against if pattern.gap >= 0]
        for pattern, weight in signed:
            _join(table, groups, pattern, topic.index, weight)
    return {first: dict(row) for first, row in table.items()}


def _join(
    table: dict[int, dict[int, list[Link]]], groups: GroupNumbers, pattern: Pattern, topic: int, weight: float
) -> None:
    link = topic, weight, round(weight * _AFTER_COMMA, 2), pattern.gap, _condition(groups, pattern)
    for first in groups.of(pattern.first):
        for second in groups.of(pattern.second):
            table[first][second].append(link)
            if not pattern.ordered and first != second:
                table[second][first].append(link)


def _condition(groups: GroupNumbers, pattern: Pattern) -> Condition | None:
    if pattern.present is None and pattern.absent is None:
        return None
    return Condition(_set(groups, pattern.present), _set(groups, pattern.absent))


def _set(groups: GroupNumbers, term: Term | None) -> frozenset[int] | None:
    return frozenset(groups.of(term)) if term else None
