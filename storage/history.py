"""The timeline and corrections of tickets: only ever added to (C09)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.desk.correction import Correction
from bot.desk.ticket import Actor, Event, Ticket, TimelineRow
from storage.driver import Driver
from storage.mapping import Shape
from storage.rows import adding, choose
from storage.scalars import to_ms
from storage.statement import param, prepare
from storage.tables import corrections, timeline
from storage.text import encode

_ROW = Shape(TimelineRow)
RECORD = adding(timeline, ["ticket_id", "at", "what", "by_kind", "by_id", "by_name", "channel", "data"])
TIMELINE = prepare(
    choose(timeline, _ROW.names).where(timeline.c.ticket_id == param("ticket_id")).order_by(timeline.c.id)
)
_CORRECTION = Shape(Correction)
CORRECT = adding(corrections, _CORRECTION.names)
CORRECTIONS = prepare(choose(corrections, _CORRECTION.names).order_by(corrections.c.id))


def _line(event: Event) -> tuple[object, ...]:
    by = event.by
    return (
        event.ticket.id,
        to_ms(event.at),
        event.what,
        by.kind,
        by.id,
        by.name,
        event.channel,
        encode(event.data),
    )


class History:
    """The part of bot.desk.ports.Tickets that is about what happened."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def record(self, events: Sequence[Event]) -> None:
        self._driver.many(RECORD, [_line(event) for event in events])

    def timeline(self, ticket_id: int) -> Sequence[TimelineRow]:
        return [_ROW.value(row) for row in self._driver.all(TIMELINE, {"ticket_id": ticket_id})]

    def keep_correction(
        self, ticket: Ticket, field: str, old: str, new: str, by: Actor, at: datetime
    ) -> None:
        kept = Correction(ticket.id, ticket.text, field, old, new, by.name, at, ticket.evidence, by.kind)
        self._driver.run(CORRECT, _CORRECTION.row(kept))

    def corrections(self) -> Sequence[Correction]:
        return [_CORRECTION.value(row) for row in self._driver.all(CORRECTIONS)]
