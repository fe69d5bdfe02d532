"""One line of what `huiyin check` says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """`where` is a key of config.yaml, the name of a variable, or empty. Errors stop `huiyin serve`."""

    level: Level
    where: str
    sentence: str


def error(where: str, sentence: str) -> Finding:
    return Finding("error", where, sentence)


def warning(where: str, sentence: str) -> Finding:
    return Finding("warning", where, sentence)


def info(where: str, sentence: str) -> Finding:
    return Finding("info", where, sentence)
