"""Learned weights: the newest lesson that was not undone is the one in use. Rows are never removed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from nlp.learning.lesson import Lesson
from storage.driver import Driver
from storage.mapping import Shape
from storage.rows import adding, columns
from storage.scalars import to_ms
from storage.statement import constant, param, prepare
from storage.tables import lessons
from storage.text import encode

_SHAPE = Shape(Lesson)

ADD = adding(lessons, ["at", "weights", "figures"])
ACTIVE = prepare(
    select(*columns(lessons, _SHAPE.names))
    .where(lessons.c.undone_at.is_(None))
    .order_by(lessons.c.id.desc())
    .limit(constant(1))
)
UNDO = prepare(
    update(lessons)
    .where(lessons.c.id == param("the_id"), lessons.c.undone_at.is_(None))
    .values(undone_at=param("undone_at"))
)


class Lessons:
    """What `huiyin learn` puts to use and takes back."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def active(self) -> Lesson | None:
        """The lesson in use; None where nothing was learned yet, or all of it was undone."""
        row = self._driver.one(ACTIVE)
        return _SHAPE.value(row) if row else None

    def activate(self, weights: Mapping[str, float], figures: Mapping[str, Any], at: datetime) -> None:
        """`weights` replace those in use as a whole; `figures` are what was measured, as JSON values."""
        self._driver.run(ADD, [to_ms(at), encode(dict(weights)), encode(dict(figures))])

    def undo(self, at: datetime) -> bool:
        """Takes the lesson in use back, so that the one before is in use again. False where there is none."""
        lesson = self.active()
        if lesson is None:
            return False
        return self._driver.run(UNDO, {"the_id": lesson.id, "undone_at": to_ms(at)}) == 1
