"""Removes what nobody needs any more, a chunk at a time: what came in, what went out, buttons, codes, notes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Table, delete, exists, select, tuple_
from sqlalchemy.sql import ColumnElement

from bot.desk.states import OPEN
from storage.driver import Driver
from storage.scalars import to_ms
from storage.statement import Statement, constant, param, prepare
from storage.tables import buttons, codes, inbox, notes, outbox, tickets

_OVER = ("sent", "expired", "merged", "dropped")


def _next(table: Table, column: ColumnElement[int]) -> Statement:
    """Ids follow the time: the oldest rows after an id, whatever they are, so that no run reads a whole table."""
    rows = select(table.c.id, column).where(table.c.id > param("after"))
    return prepare(rows.order_by(table.c.id).limit(param("limit")))


def _drop(table: Table, *also: ColumnElement[bool]) -> Statement:
    return prepare(delete(table).where(table.c.id > param("after"), table.c.id <= param("last"), *also))


_matter_is_open = exists(
    select(tickets.c.id).where(
        tickets.c.id == outbox.c.ticket_id, tickets.c.state.in_([constant(state) for state in OPEN])
    )
)
NEXT_INCOMING = _next(inbox, inbox.c.received_at)
NEXT_OUTGOING = _next(outbox, outbox.c.put_at)
DROP_INCOMING = _drop(inbox, inbox.c.handled == constant(1), inbox.c.received_at < param("before"))
# A card of an open matter is still edited.
DROP_OUTGOING = _drop(
    outbox,
    outbox.c.state.in_([constant(state) for state in _OVER]),
    outbox.c.put_at < param("before"),
    ~_matter_is_open,
)
_old_buttons = select(buttons.c.key).where(buttons.c.at < param("before")).limit(param("limit"))
DROP_BUTTONS = prepare(delete(buttons).where(buttons.c.key.in_(_old_buttons)))
_old_codes = select(codes.c.code).where(codes.c.expires_at < param("before")).limit(param("limit"))
DROP_CODES = prepare(delete(codes).where(codes.c.code.in_(_old_codes)))
_place = tuple_(*notes.primary_key.columns)
_old_notes = select(*notes.primary_key.columns).where(notes.c.at < param("before")).limit(param("limit"))
DROP_NOTES = prepare(delete(notes).where(_place.in_(_old_notes)))
DROP_NOTES_OF_KIND = prepare(
    delete(notes).where(_place.in_(_old_notes.where(notes.c.kind == param("the_kind"))))
)


class Retention:
    """Implements bot.jobs.pruning.Old."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def drop_incoming(self, before: datetime, *, after: int, limit: int) -> int:
        return self._walk(NEXT_INCOMING, DROP_INCOMING, before, after, limit)

    def drop_outgoing(self, before: datetime, *, after: int, limit: int) -> int:
        return self._walk(NEXT_OUTGOING, DROP_OUTGOING, before, after, limit)

    def drop_buttons(self, before: datetime, limit: int) -> int:
        return self._driver.run(DROP_BUTTONS, {"before": to_ms(before), "limit": limit})

    def drop_codes(self, before: datetime, limit: int) -> int:
        return self._driver.run(DROP_CODES, {"before": to_ms(before), "limit": limit})

    def drop_notes(self, before: datetime, limit: int, *, kind: str = "") -> int:
        values = {"before": to_ms(before), "limit": limit, "the_kind": kind}
        return self._driver.run(DROP_NOTES_OF_KIND if kind else DROP_NOTES, values)

    def _walk(self, look: Statement, drop: Statement, before: datetime, after: int, limit: int) -> int:
        rows = self._driver.all(look, {"after": after, "limit": limit})
        if not rows or rows[0][1] >= to_ms(before):
            return 0
        last = int(rows[-1][0])
        self._driver.run(drop, {"after": after, "last": last, "before": to_ms(before)})
        return last
