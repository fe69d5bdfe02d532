"""A sheet of a spreadsheet: its heads, found under whatever title stands above, and its rows by head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.roster.cells import text_of
from bot.roster.words import plain

_HEADS_WITHIN = 10
"""Rows: title and remarks may stand above the heads."""


@dataclass(frozen=True, slots=True)
class Row:
    """`number` counts from 1, as the spreadsheet shows it; `cells` by the head's code."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, head: str) -> str:
        return self.cells.get(head, "")


class Sheet:
    """`heads`: code → column, empty where no row looks like heads."""

    def __init__(
        self, name: str, rows: Iterable[tuple[Any, ...]], known: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.name = name
        self._known = {plain(word): code for code, words in known.items() for word in words}
        self._rows = iter(enumerate(rows, 1))
        self.heads = self._find_heads()

    def _find_heads(self) -> dict[str, int]:
        for number, cells in self._rows:
            words = [plain(text_of(cell)) for cell in cells]
            heads = {self._known[word]: column for column, word in enumerate(words) if word in self._known}
            if "name" in heads and len(heads) > 1:
                return heads
            if number >= _HEADS_WITHIN:
                break
        return {}

    def rows(self) -> Iterator[Row]:
        """What stands under the heads; empty rows are left out. Once."""
        for number, cells in self._rows:
            found = {c: text_of(cells[column]) for c, column in self.heads.items() if column < len(cells)}
            if any(found.values()):
                yield Row(number, found)
