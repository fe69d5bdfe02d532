"""The understander of the running desk: with what `huiyin learn` put to use, where there is a database that has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from bot.cli import opening
from bot.cli.faults import Mendable

if TYPE_CHECKING:
    from bot.config import Settings
    from nlp.learning.lesson import Lesson
    from nlp.understand import Understander


def understander(settings: Settings, *, packaged: bool) -> Understander:
    """Says on standard error that it is a taught one; `packaged`: as it came, whatever was learned."""
    from bot.jobs.learned import built

    lesson = None if packaged else _in_use(settings)
    if lesson is not None:
        typer.echo(
            f"已用上学到的 {len(lesson.weights)} 个词，和运行中的前台一样；只看自带的词库请加 --packaged。"
            " With what was learned; --packaged: without.",
            err=True,
        )
    return built(lesson)


def _in_use(settings: Settings) -> Lesson | None:
    """None without a database, which is not made for this; one that cannot be read is said, and done without."""
    if opening.is_new(settings):
        return None
    try:
        storage = opening.storage(settings)
    except Mendable as fault:
        typer.echo(f"没有用上学到的词：{fault}", err=True)
        return None
    try:
        with storage.read() as work:
            return work.lessons.active()
    finally:
        storage.close()
