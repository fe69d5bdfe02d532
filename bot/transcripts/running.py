"""One transcript file from reading to result: for the command line and the flow tests."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

from bot.transcripts.lines import Transcript, TranscriptError
from bot.transcripts.playing import Mismatch, play
from bot.transcripts.reading import read_file
from bot.transcripts.showing import describe
from bot.transcripts.stage import Received, Stage


@dataclass(frozen=True, slots=True)
class Result:
    path: Path
    received: tuple[Received, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    error: TranscriptError | None = None
    """The transcript could not be read, or not be played as written."""

    @property
    def holds(self) -> bool:
        return self.error is None and not self.mismatches

    def report(self) -> str:
        """Empty if it held; else what was expected and what came instead, each headed by its line."""
        problems = [describe(each) for each in self.mismatches]
        if self.error is not None:
            problems.append(str(self.error))
        return "\n".join(f"{self.path.name} {problem}" for problem in problems)


async def run_file(path: Path, make_stage: Callable[[], AbstractAsyncContextManager[Stage]]) -> Result:
    """Plays one file on a stage of its own, to its end if it can. Raises OSError if the file is not there."""
    try:
        script = read_file(path)
    except UnicodeDecodeError:
        return Result(path, error=TranscriptError(1, "not a text in UTF-8"))
    except TranscriptError as error:
        return Result(path, error=error)
    async with make_stage() as stage:
        return await _played(script, stage, path)


async def _played(script: Transcript, stage: Stage, path: Path) -> Result:
    start = len(stage.received())
    mismatches: list[Mismatch] = []
    try:
        received = await play(script, stage, mismatches.append)
    except TranscriptError as error:
        so_far = tuple(stage.received()[start:])
        return Result(path, so_far, tuple(mismatches), error)
    return Result(path, tuple(received), tuple(mismatches))
