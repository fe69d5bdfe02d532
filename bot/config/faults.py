"""What is wrong with the settings, for people: where it stands and what to write.

ConfigError
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override


@dataclass(frozen=True, slots=True)
class Fault:
    """`key` is a path (communities[0].groups) or the name of an environment variable."""

    key: str
    sentence: str
    file: str = ""
    line: int | None = None

    @override
    def __str__(self) -> str:
        place = f"{self.file}:{self.line} " if self.line else f"{self.file} " if self.file else ""
        return f"{place}{self.key}: {self.sentence}" if self.key else f"{place}{self.sentence}"


class ConfigError(Exception):
    """The settings cannot be used. Its text is one line; `faults` has every one found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        more = f"（另有 {len(faults) - 1} 处）" if len(faults) > 1 else ""
        super().__init__(f"{faults[0]}{more}")
        self.faults = tuple(faults)
