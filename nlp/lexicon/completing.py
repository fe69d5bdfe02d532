"""Which patterns a word completes, given the words in front of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from nlp.lexicon.links import Link, LinkTable

Completions = dict[int, tuple[Link, ...]]
"""Beginning → patterns."""

NOBODY = -1
"""The beginning of words with which no pattern begins."""


class Beginnings:
    """Numbers for what words may begin: words of the same groups begin the same patterns."""

    def __init__(self, table: LinkTable) -> None:
        self._table = table
        self._numbers: dict[tuple[int, ...], int] = {}
        self._sought: dict[int, list[int]] = defaultdict(list)
        """Group → the beginnings that a word of this group may complete."""
        self._completions: dict[tuple[tuple[int, ...], int], Completions] = {}
        self._rows: list[list[Mapping[int, list[Link]]]] = []

    def number(self, groups: tuple[int, ...]) -> int:
        known = self._numbers.get(groups)
        return self._add(groups) if known is None else known

    def _add(self, groups: tuple[int, ...]) -> int:
        rows = [self._table[group] for group in groups if group in self._table]
        number = len(self._rows) if rows else NOBODY
        self._numbers[groups] = number
        if rows:
            self._rows.append(rows)
            for group in {group for row in rows for group in row}:
                self._sought[group].append(number)
        return number

    def completed_by(self, groups: tuple[int, ...], stretch: int) -> Completions:
        """The patterns that a following word of these groups completes; worked out when one is met in a text.

        `stretch`: how many characters of its language a pattern's gap is to allow for one.
        """
        known = self._completions.get((groups, stretch))
        if known is None:
            known = self._completions[groups, stretch] = self._found(groups, stretch)
        return known

    def _found(self, groups: tuple[int, ...], stretch: int) -> Completions:
        sought = {number for group in groups for number in self._sought.get(group, ())}
        return {
            number: tuple(
                [
                    link._replace(gap=link.gap * stretch + stretch - 1)
                    for row in self._rows[number]
                    for group in groups
                    for link in row.get(group, ())
                ]
            )
            for number in sought
        }
