"""Queues messages, in order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.dialects.postgresql import insert as upsert

from bot.messages import Outgoing
from storage.driver import Driver
from storage.mapping import Shape
from storage.scalars import to_ms
from storage.statement import constant, param, prepare_row
from storage.tables import ADDRESS, outbox

MESSAGE = Shape(Outgoing, skip=["to"])
_DEDUPE = MESSAGE.names.index("dedupe")
_TIMES = ("put_at", "due_at", "ready_at")
_FRESH: dict[str, Any] = {
    "state": constant("waiting"),
    "attempts": constant(0),
    "lost_leases": constant(0),
    "platform_id": constant(""),
    "reason": constant(""),
}
_ORDER = [c.name for c in outbox.c if c.name in (*ADDRESS, *MESSAGE.names, *_TIMES)]
PUT = prepare_row(
    upsert(outbox)
    .values({name: param(name) for name in _ORDER} | _FRESH)
    .on_conflict_do_nothing(index_elements=[outbox.c.dedupe]),
    _ORDER,
)


class Outbox:
    """Implements bot.desk.ports.Outbox."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def put(self, messages: Sequence[Outgoing], at: datetime, *, hold_until: datetime | None = None) -> None:
        put_at = to_ms(at)
        due_at = max(put_at, to_ms(hold_until)) if hold_until else put_at
        self._driver.many(PUT, [_row(message, put_at, due_at) for message in messages])


def _row(message: Outgoing, put_at: int, due_at: int) -> list[Any]:
    to = message.to
    fields = MESSAGE.row(message)
    fields[_DEDUPE] = message.dedupe or None  # NULLs are never equal: many messages may have none
    return [to.channel, to.account, to.chat, to.thread, *fields, put_at, due_at, due_at]
