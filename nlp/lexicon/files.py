"""YAML files of the lexicon, able to say on which line something stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from nlp.lexicon.errors import LexiconError
from nlp.lexicon.yaml_values import read_values


class Source(NamedTuple):
    """One file's content with its path, to report errors against."""

    path: Path
    content: Any

    def error(self, problem: str, advice: str, *needles: str) -> LexiconError:
        """`needles` are looked for one after another; the line of the last one found is reported."""
        return LexiconError(self.path, self._line_of(needles), problem, advice)

    def _line_of(self, needles: tuple[str, ...]) -> int:
        lines = self.path.read_text(encoding="utf-8").splitlines()
        at = 0
        for needle in needles:
            at = next((n for n in range(at, len(lines)) if needle in lines[n]), at)
        return at + 1


def read_file(path: Path) -> Source:
    try:
        text = path.read_bytes()
    except OSError as missing:
        raise LexiconError(path, 1, f"cannot be read ({missing.strerror})", "put the file back") from None
    try:
        return Source(path, read_values(text))
    except yaml.MarkedYAMLError as broken:
        line = broken.problem_mark.line + 1 if broken.problem_mark else 1
        advice = broken.note or "correct the line, mind spaces and colons"
        raise LexiconError(path, line, f"not YAML: {broken.problem}", advice) from None
    except yaml.reader.ReaderError as unreadable:
        line = text.count(b"\n", 0, int(unreadable.position)) + 1
        raise LexiconError(path, line, f"not text: {unreadable.reason}", "save the file as UTF-8") from None


def read_folder(folder: Path) -> list[Source]:
    return [read_file(path) for path in sorted(folder.glob("*.yaml"))]
