"""Which patterns a word completes, given the words in front of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from nlp.lexicon.links import Link, LinkTable

Completions = dict[int, tuple[Link, ...]]
"""What was begun (a number) → patterns."""

NOTHING = 0
"""What is begun by words with which no pattern begins."""


class Completing:
    """Words of the same groups begin the same patterns, so what words begin is numbered by those groups."""

    def __init__(self, table: LinkTable, memberships: Iterable[tuple[int, ...]]) -> None:
        """`memberships`: the groups of every word there is."""
        self._table = table
        self._before: dict[int, list[int]] = defaultdict(list)
        """Group → the groups that may stand before it."""
        for first, row in table.items():
            for second in row:
                self._before[second].append(first)
        self._with: dict[int, list[int]] = defaultdict(list)
        """Group → what its words begin."""
        self._begun: dict[tuple[int, ...], int] = {}
        numbers: dict[tuple[int, ...], int] = {(): NOTHING}
        for groups in set(memberships):
            begins = tuple([group for group in groups if group in table])
            if begins not in numbers:
                numbers[begins] = len(numbers)
                for group in begins:
                    self._with[group].append(numbers[begins])
            self._begun[groups] = numbers[begins]
        self._completions: dict[tuple[tuple[int, ...], int], Completions] = {}

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
        found: Completions = {}
        for group in groups:
            for first in self._before.get(group, ()):
                links = tuple([_stretched(link, stretch) for link in self._table[first][group]])
                for number in self._with.get(first, ()):
                    found[number] = found[number] + links if number in found else links
        return found


def _stretched(link: Link, stretch: int) -> Link:
    topic, weight, after_comma, gap, condition = link
    return link if stretch == 1 else (topic, weight, after_comma, gap * stretch + stretch - 1, condition)
