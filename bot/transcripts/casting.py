"""Checks a transcript against its stage before anything is played: the names, and that time only goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo

from bot.transcripts.lines import Expect, Line, MoveTo, Tap, Transcript, TranscriptError, Wait, Write
from bot.transcripts.stage import Stage


def check(script: Transcript, stage: Stage) -> None:
    """Raises TranscriptError with the number of the first line that cannot be played on this stage."""
    now = stage.now()
    for line in script.lines:
        for name, known in _names(line, stage):
            if name not in known:
                raise TranscriptError(
                    line.line_no, f"unknown name {name!r}; known: {', '.join(sorted(known))}"
                )
        if isinstance(line, MoveTo | Wait):
            now = moved(line, now, stage.zone)


def moved(line: MoveTo | Wait, now: datetime | None, zone: tzinfo) -> datetime:
    """The time (UTC) that the clock shows after this line."""
    try:
        to = _target(line, now, zone)
    except OverflowError:
        raise TranscriptError(line.line_no, "time beyond the calendar") from None
    if now is not None and to < now:
        raise TranscriptError(
            line.line_no, f"the clock would go back, from {_shown(now, zone)} to {_shown(to, zone)}"
        )
    return to


def _target(line: MoveTo | Wait, now: datetime | None, zone: tzinfo) -> datetime:
    if isinstance(line, MoveTo):
        return datetime.combine(line.day, line.clock, tzinfo=zone).astimezone(UTC)
    if now is None:
        raise TranscriptError(
            line.line_no, "the clock is not set; begin with a line such as @ 2026-03-04 10:00"
        )
    return now.astimezone(UTC) + line.span


def _shown(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def _names(line: Line, stage: Stage) -> Iterator[tuple[str, frozenset[str]]]:
    match line:
        case Expect(who=who):
            yield who, stage.people | stage.groups
        case Write(person=person, group=group) | Tap(person=person, group=group):
            yield person, stage.people
            if group is not None:
                yield group, stage.groups
        case _:
            return
