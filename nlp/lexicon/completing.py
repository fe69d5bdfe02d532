"""Which patterns a word completes, given the words in front of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from nlp.lexicon.links import Link, LinkTable

Completions = dict[int, tuple[Link, ...]]
"""What was begun (a number) → patterns."""

NOTHING = 0
"""What is begun by words with which no pattern begins."""


class Completing:
    """Words of the same groups begin the same patterns, so what words begin is numbered by their groups."""

    def __init__(self, table: LinkTable, memberships: Iterable[Collection[int]]) -> None:
        """`memberships`: the groups of every word there is."""
        self._table = table
        self._before: dict[int, list[int]] = defaultdict(list)
        """Group → the groups that may stand before it."""
        for first, row in table.items():
            for second in row:
                self._before[second].append(first)
        self._begun: dict[tuple[int, ...], int] = {}
        self._beginners: list[tuple[int, ...]] = [()]
        self._with: dict[int, list[int]] = defaultdict(list)
        """Group → what its words begin."""
        for groups in {tuple(sorted(one)) for one in memberships}:
            self._number(groups)
        self._completions: dict[tuple[tuple[int, ...], int], Completions] = {}

    def _number(self, groups: tuple[int, ...]) -> None:
        begins = tuple(group for group in groups if group in self._table)
        if begins:
            self._begun[groups] = len(self._beginners)
            for group in begins:
                self._with[group].append(len(self._beginners))
            self._beginners.append(begins)

    def begun_by(self, groups: tuple[int, ...]) -> int:
        return self._begun.get(groups, NOTHING)

    def completed_by(self, groups: tuple[int, ...], stretch: int) -> Completions:
        """The patterns that a following word of these groups completes.

        `stretch`: how many characters of its language a pattern's gap is to allow for one.
        """
        known = self._completions.get((groups, stretch))
        if known is None:
            known = self._completions[groups, stretch] = self._find(groups, stretch)
        return known

    def _find(self, groups: tuple[int, ...], stretch: int) -> Completions:
        firsts = {first for group in groups for first in self._before.get(group, ())}
        begun = {number for first in firsts for number in self._with[first]}
        return {
            number: tuple(
                [
                    link._replace(gap=link.gap * stretch + stretch - 1)
                    for first in self._beginners[number]
                    for group in groups
                    for link in self._table[first].get(group, ())
                ]
            )
            for number in begun
        }
