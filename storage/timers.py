"""What the clock brings. A timer is removed in the transaction of its effect."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from bot.desk.ports import Timer
from storage.driver import Driver
from storage.mapping import Shape
from storage.rows import choose
from storage.scalars import maybe_time, to_ms
from storage.statement import param, prepare, prepare_row
from storage.tables import slots, timers
from storage.text import encode

_SHAPE = Shape(Timer)

_put = upsert(timers).values({name: param(name) for name in _SHAPE.names})
PUT = prepare_row(
    _put.on_conflict_do_update(
        index_elements=[timers.c.key],
        set_={name: _put.excluded[name] for name in ("kind", "due_at", "data")},
    ),
    _SHAPE.names,
)
REMOVE = prepare(delete(timers).where(timers.c.key == param("key")))
RING = prepare(delete(timers).where(timers.c.key == param("key"), timers.c.due_at == param("due_at")))
POSTPONE = prepare(
    update(timers)
    .where(timers.c.key == param("the_key"), timers.c.due_at == param("was_due"))
    .values(due_at=param("to"), data=param("new_data"))
)
# On PostgreSQL another replica's timers are passed over; on SQLite nobody else is inside a unit of work.
_due = (
    choose(timers, _SHAPE.names)
    .where(timers.c.due_at <= param("now"))
    .order_by(timers.c.due_at, timers.c.key)
    .limit(param("limit"))
    .with_for_update(skip_locked=True)
)
DUE = prepare(_due)
DUE_OF_KIND = prepare(_due.where(timers.c.kind == param("kind")))
NEXT_DUE = prepare(select(func.min(timers.c.due_at)))
CLAIM_SLOT = prepare(
    upsert(slots)
    .values(job=param("job"), slot=param("slot"), at=param("at"))
    .on_conflict_do_nothing(index_elements=[slots.c.job, slots.c.slot])
)
LAST_SLOT = prepare(select(func.max(slots.c.slot)).where(slots.c.job == param("job")))


class Timers:
    """Implements bot.desk.ports.Timers."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def put(self, timer: Timer) -> None:
        self._driver.run(PUT, _SHAPE.row(timer))

    def cancel(self, *keys: str) -> None:
        for key in keys:
            self._driver.run(REMOVE, {"key": key})

    def due(self, now: datetime, limit: int, *, kind: str = "") -> Sequence[Timer]:
        values = {"now": to_ms(now), "limit": limit, "kind": kind}
        return [_SHAPE.value(row) for row in self._driver.all(DUE_OF_KIND if kind else DUE, values)]

    def next_due(self) -> datetime | None:
        row = self._driver.one(NEXT_DUE)
        return maybe_time(row[0]) if row else None

    def done(self, timer: Timer) -> bool:
        return self._driver.run(RING, {"key": timer.key, "due_at": to_ms(timer.due_at)}) == 1

    def postpone(self, timer: Timer, to: datetime) -> bool:
        was = {"the_key": timer.key, "was_due": to_ms(timer.due_at)}
        return self._driver.run(POSTPONE, was | {"to": to_ms(to), "new_data": encode(dict(timer.data))}) == 1


class Slots:
    """Cron slots: each runs once, however many replicas tick."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def claim(self, job: str, slot: datetime, at: datetime) -> bool:
        """False when somebody has it already."""
        values = {"job": job, "slot": to_ms(slot), "at": to_ms(at)}
        return self._driver.run(CLAIM_SLOT, values) == 1

    def last(self, job: str) -> datetime | None:
        """The latest slot that was claimed."""
        row = self._driver.one(LAST_SLOT, {"job": job})
        return maybe_time(row[0]) if row else None
