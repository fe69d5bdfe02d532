"""Plays a transcript on a stage, line by line, and holds what came against what was expected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.transcripts.casting import check, moved
from bot.transcripts.expecting import fits
from bot.transcripts.lines import Expect, Line, MoveTo, Tap, Transcript, TranscriptError, Wait, Write
from bot.transcripts.stage import Received, Stage
from bot.transcripts.tapping import find_button


class Mismatch(Exception):
    """An expectation that did not hold, and all that came to that person or group in the time it looks at."""

    def __init__(self, line: Expect, came: tuple[Received, ...]) -> None:
        super().__init__(f"line {line.line_no}: {line.source}")
        self.line = line
        self.came = came

    @property
    def expected(self) -> str:
        return self.line.source


def _stop(mismatch: Mismatch) -> None:
    raise mismatch


async def play(
    script: Transcript, stage: Stage, on_mismatch: Callable[[Mismatch], None] = _stop
) -> list[Received]:
    """Everything that anybody received while it played, with times in the community's zone.

    Raises Mismatch at the first expectation that does not hold, unless `on_mismatch` takes it and lets the
    rest be played; TranscriptError where the transcript does not fit the stage (nothing is played then) or
    taps a button that never was.
    """
    check(script, stage)
    player = Player(stage, on_mismatch)
    for line in script.lines:
        await player.step(line)
    await player.pause()
    return player.came_since(player.start)


class Player:
    def __init__(self, stage: Stage, on_mismatch: Callable[[Mismatch], None]) -> None:
        self.stage = stage
        self.start = len(stage.received())
        self._on_mismatch = on_mismatch
        self._last_act: dict[str, int] = {}
        """Person or group → how much had been received when they last did something."""
        self._story: tuple[str, str | None] | None = None

    async def step(self, line: Line) -> None:
        if not (isinstance(line, Write) and self._story == (line.person, line.group)):
            await self.pause()
        match line:
            case MoveTo() | Wait():
                await self.stage.advance(moved(line, self.stage.now(), self.stage.zone))
            case Write():
                await self._write(line)
            case Tap():
                await self._tap(line)
            case Expect():
                self._expect(line)

    async def pause(self) -> None:
        self._story = None
        if self.stage.now() is not None:
            await self.stage.end_story()

    def came_since(self, index: int) -> list[Received]:
        """With the community's wall-clock times, which is what people read in reports."""
        zone = self.stage.zone
        return [replace(each, at=each.at.astimezone(zone)) for each in self.stage.received()[index:]]

    async def _write(self, line: Write) -> None:
        self._mark(line)
        self._story = (line.person, line.group)
        await self.stage.write(line.person, line.text, line.media, line.group)

    async def _tap(self, line: Tap) -> None:
        found = find_button(line, self.stage.received())
        if found is None:
            raise TranscriptError(line.line_no, self._never_there(line))
        self._mark(line)
        await self.stage.tap(line.person, found.token, found.key, line.group)

    def _never_there(self, line: Tap) -> str:
        chat = line.group or line.person
        labels = {label for each in self.stage.received() if each.to == chat for label in each.buttons}
        where = f" on a message that contains {line.on!r}" if line.on else ""
        seen = " ".join(f"[{label}]" for label in sorted(labels)) or "none"
        return f"{chat} never had a button [{line.label}]{where}; buttons so far: {seen}"

    def _mark(self, line: Write | Tap) -> None:
        for name in (line.person, line.group):
            if name is not None:
                self._last_act[name] = len(self.stage.received())

    def _expect(self, line: Expect) -> None:
        since = self._last_act.get(line.who, self.start)
        came = tuple(each for each in self.came_since(since) if each.to == line.who)
        if any(fits(line, each) for each in came) == line.absent:
            self._on_mismatch(Mismatch(line, came))
