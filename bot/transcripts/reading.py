"""Text of a transcript → typed lines. Needs no stage: names and the clock are checked by `casting`."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from pathlib import Path

from bot.transcripts.expecting import fragments_of
from bot.transcripts.lines import (
    MEDIA,
    Expect,
    Line,
    Medium,
    MoveTo,
    Tap,
    Transcript,
    TranscriptError,
    Wait,
    Write,
)

_MOVE_TO = re.compile(r"@\s*(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{2})")
_WAIT = re.compile(r"\+\s*(?:\d+\s*[mhd]\s*)+")
_SPAN = re.compile(r"(\d+)\s*([mhd])")
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
# The first of these decides what a line is: a written text may hold "<", an expectation may hold ":".
_SAYS = re.compile(r"\s*(?P<sign><!|<|[:：])\s*")
_TAP = re.compile(r"\[([^\[\]]+)\]\s*(.*)", re.DOTALL)
_MEDIUM_FIRST = re.compile(rf"\(({'|'.join(MEDIA)})\)\s*")
_MEDIUM_LAST = re.compile(rf"\s*\(({'|'.join(MEDIA)})\)$")


def read_file(path: Path) -> Transcript:
    return read(path.read_text(encoding="utf-8-sig"), name=path.name)


def read(text: str, name: str = "") -> Transcript:
    """Raises TranscriptError with the number of the first line that cannot be read."""
    lines = tuple(
        _read_line(number, line.strip())
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.lstrip().startswith("#")
    )
    if lines and not isinstance(lines[0], MoveTo):
        raise TranscriptError(
            lines[0].line_no, "the clock is not set; begin with a line such as @ 2026-03-04 10:00"
        )
    return Transcript(name, lines)


def _read_line(number: int, line: str) -> Line:
    if line.startswith("@"):
        return _read_move(number, line)
    if line.startswith("+"):
        return _read_wait(number, line)
    split = _SAYS.search(line)
    if split is None or split.start() == 0:
        raise TranscriptError(
            number, f"cannot be read: {line!r}; a line is '@ time', '+ span', 'who: text' or 'who < text'"
        )
    who, rest = line[: split.start()], line[split.end() :]
    if split["sign"].startswith("<"):
        return _read_expectation(number, who, rest, line, absent=split["sign"] == "<!")
    return _read_act(number, who, rest)


def _read_move(number: int, line: str) -> MoveTo:
    found = _MOVE_TO.fullmatch(line)
    if found is None:
        raise TranscriptError(number, f"no time: {line!r}; write it as @ 2026-03-04 10:00")
    year, month, day, hour, minute = map(int, found.groups())
    try:
        return MoveTo(number, date(year, month, day), time(hour, minute))
    except ValueError as error:
        raise TranscriptError(number, f"no such time: {line!r} ({error})") from None


def _read_wait(number: int, line: str) -> Wait:
    if _WAIT.fullmatch(line) is None:
        raise TranscriptError(number, f"no span of time: {line!r}; write it as + 90m, + 2h or + 3d")
    try:
        span = sum((int(count) * _UNITS[unit] for count, unit in _SPAN.findall(line)), timedelta())
    except OverflowError:
        raise TranscriptError(number, f"too long a span of time: {line!r}") from None
    return Wait(number, span)


def _read_expectation(number: int, who: str, rest: str, source: str, *, absent: bool) -> Expect:
    fragments, buttons = fragments_of(rest)
    if not fragments and not buttons:
        raise TranscriptError(number, f"nothing is expected: {source!r}; say what {who} should have received")
    return Expect(number, who, fragments, buttons, absent, source)


def _read_act(number: int, who: str, said: str) -> Write | Tap:
    person, _, group = who.partition(" in ")
    place = group.strip() or None
    tapped = _TAP.fullmatch(said)
    if tapped is not None:
        return Tap(number, person.strip(), tapped[1].strip(), tapped[2].strip(), place)
    text, media = _without_media(said)
    return Write(number, person.strip(), text, media, place)


def _without_media(said: str) -> tuple[str, tuple[Medium, ...]]:
    media: list[Medium] = []
    for pattern in (_MEDIUM_FIRST, _MEDIUM_LAST):
        while found := (pattern.match(said) if pattern is _MEDIUM_FIRST else pattern.search(said)):
            media.append(_medium(found[1]))
            said = said[: found.start()] + said[found.end() :]
    return said, tuple(media)


def _medium(word: str) -> Medium:
    return next(medium for medium in MEDIA if medium == word)
