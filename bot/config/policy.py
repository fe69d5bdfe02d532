"""The figures and habits of a community, apart from who works there."""

from __future__ import annotations

from datetime import time
from typing import Annotated

from pydantic import Field, model_validator

from bot.config.figures import FigureTable
from bot.config.frozen import Frozen
from bot.config.spans import Pause, Plain, Spanned


class Quiet(Frozen):
    """Nobody is disturbed from `start` to `end` (next morning). Visits wait until `visits_at`, promises until `end`."""

    start: time
    end: time
    visits_at: time

    @model_validator(mode="after")
    def _spans_midnight(self) -> Quiet:
        if self.start <= self.end:
            raise ValueError('安静时间要从晚上到第二天早上。请写例如 start: "21:00"、end: "08:30"。')
        if not self.end <= self.visits_at < self.start:
            raise ValueError('visits_at 要在安静时间结束之后。请写例如 visits_at: "09:00"。')
        return self


class VisitRules(Frozen):
    """Counted from 已完成, complaints from 已答复 (D02)."""

    usual: Spanned
    leak: Spanned
    emergency: Spanned
    emergency_second: Spanned
    reminder: Spanned
    """After the question, where nobody answered."""
    phone_task: Spanned
    """After the question: the assistant phones."""
    unreachable_reasons: Annotated[tuple[str, ...], Field(min_length=1)]


class Incidents(Frozen):
    """So many homes about one thing in one place within that time make one matter (B05)."""

    homes: Annotated[int, Field(ge=2)]
    within: Plain


class Repeats(Frozen):
    """The same owner about the same thing so many times within that time (B06)."""

    times: Annotated[int, Field(ge=2)]
    within: Plain


class Policy(Frozen):
    confirm_within: Plain
    story_pause: Pause
    urge_cooldown: Plain
    photo_window: Plain
    """A photo that comes this soon after 完成 belongs to the result."""
    relay_idle: Spanned
    """So long without a word a 转人工 is over."""
    hold_offers: Annotated[tuple[Spanned, ...], Field(min_length=1)]
    """What 暂缓 offers as the time of the next word."""
    figures: FigureTable
    quiet: Quiet
    visits: VisitRules
    incidents: Incidents
    repeats: Repeats
