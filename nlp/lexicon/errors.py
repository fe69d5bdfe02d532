"""What can be wrong with a lexicon: always one line with the file, the line and what to do."""

from __future__ import annotations

from pathlib import Path


class LexiconError(Exception):
    """A lexicon that cannot be used; the message says where and what to write instead."""

    def __init__(self, file: Path, line: int, problem: str, advice: str) -> None:
        super().__init__(f"{file.name}:{line}: {problem}; {advice}")
        self.file = file
        self.line = line
