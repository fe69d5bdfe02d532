"""In how many messages of each department a word was counted (`leanings/*.txt`).

Every file begins with a line of totals; then come words, each with five counts, separated by commas:
`水管 12/0/0/1/0` was in twelve messages about facilities and in one about service.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from nlp.lexicon.errors import LexiconError

CLASSES = ("facilities", "cleaning", "security", "service", "none")
"""The order of the counts."""
Counts = tuple[int, ...]
_ENTRY = re.compile(r"([^ ,\n]+) (\d+)/(\d+)/(\d+)/(\d+)/(\d+)")
_LINE = re.compile(r"[^ ,]+ \d+(?:/\d+){4}(?:, [^ ,]+ \d+(?:/\d+){4})*,?")
_TOTAL = "*"
"""Stands for all messages."""


class Leanings(NamedTuple):
    """Messages counted: of each class, and of each class with a word."""

    totals: Counts = ()
    words: dict[str, Counts] = {}  # noqa: RUF012  # never changed


def read_leanings(folder: Path) -> Leanings:
    """All files of a folder; empty where there is none. Raises LexiconError for a line that is not as above."""
    words: dict[str, Counts] = {}
    for path in sorted(folder.glob("*.txt")):
        words.update(_entries(path))
    totals = words.pop(_TOTAL, ())
    return Leanings(totals, words) if totals else Leanings()


def _entries(path: Path) -> Iterator[tuple[str, Counts]]:
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if _LINE.fullmatch(line) is None:
            raise LexiconError(
                path,
                number,
                "not words with five counts each",
                "write for instance 水管 12/0/0/1/0, 漏 9/0/0/0/0",
            )
    for word, *counts in _ENTRY.findall(text):
        yield word, tuple([int(one) for one in counts])


def written(leanings: Leanings, of: str) -> Iterator[str]:
    """The lines of one class's file: the words that it has most of, the most frequent first."""
    at = CLASSES.index(of)
    own = [item for item in leanings.words.items() if max(item[1]) == item[1][at] > max((0, *item[1][:at]))]
    own.sort(key=lambda item: (-item[1][at], item[0]))
    entries = [_entry(word, counts) for word, counts in own]
    if at == 0:
        entries.insert(0, _entry(_TOTAL, leanings.totals))
    line = ""
    for entry in entries:
        if len(line) + len(entry) > _WIDTH:
            yield line.rstrip()
            line = ""
        line += entry + ", "
    if line:
        yield line.rstrip(", ")


_WIDTH = 96


def _entry(word: str, counts: Counts) -> str:
    return f"{word} {'/'.join(map(str, counts))}"
