"""The lines of a transcript as frozen values, each with the number it has in its file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Literal, get_args

Medium = Literal["photo", "voice", "file", "location"]
MEDIA: tuple[Medium, ...] = get_args(Medium)


class TranscriptError(Exception):
    """The transcript itself is wrong: it cannot be read, or cannot be played as written."""

    def __init__(self, line_no: int, message: str) -> None:
        super().__init__(f"line {line_no}: {message}")
        self.line_no = line_no
        self.message = message


@dataclass(frozen=True, slots=True)
class MoveTo:
    """`@ 2026-03-04 10:00`, on the wall clock of the community."""

    line_no: int
    day: date
    clock: time


@dataclass(frozen=True, slots=True)
class Wait:
    """`+ 90m`"""

    line_no: int
    span: timedelta


@dataclass(frozen=True, slots=True)
class Write:
    """`王女士: (photo) 看这里`, or with a group `老李 in 工程群: 在路上`."""

    line_no: int
    person: str
    text: str
    media: tuple[Medium, ...] = ()
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Tap:
    """`老李 in 工程群: [接单] BX260304-001`; `on` is the text that the message must contain, or empty."""

    line_no: int
    person: str
    label: str
    on: str = ""
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Expect:
    """`工程群 < 1501 … [接单]`; with `absent`, `<!`: no message may fit."""

    line_no: int
    who: str
    fragments: tuple[str, ...]
    buttons: tuple[str, ...]
    absent: bool
    source: str


Line = MoveTo | Wait | Write | Tap | Expect


@dataclass(frozen=True, slots=True)
class Transcript:
    name: str
    lines: tuple[Line, ...]
