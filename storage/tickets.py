"""Tickets: numbers, the rows themselves, and compare-and-set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import get_args

from sqlalchemy.dialects.postgresql import insert as upsert

from bot.desk.errors import Stale, TicketMissing
from bot.desk.ticket import State, Ticket
from storage.cards import Cards
from storage.driver import Driver
from storage.history import History
from storage.mapping import Shape
from storage.photos import Photos
from storage.rows import adding, choose, saving
from storage.statement import constant, param, prepare
from storage.tables import serials, tickets

_SHAPE = Shape(Ticket)
_NAMES = _SHAPE.names
_CHANGING = [name for name in _NAMES if name not in ("id", "community", "number", "opened_at", "version")]
_CHANGING_AT = [_NAMES.index(name) for name in _CHANGING]
_OPEN: tuple[State, ...] = ("new", "assigned", "accepted", "working", "finished")
_AT_MOST = constant(50)

_select = choose(tickets, _NAMES)
_newest = (tickets.c.opened_at.desc(), tickets.c.id.desc())

ADD = adding(tickets, _NAMES[1:], returning="id")
SAVE = saving(tickets, _CHANGING)
GET = prepare(_select.where(tickets.c.id == param("id")))
BY_NUMBER = prepare(
    _select.where(tickets.c.community == param("community"), tickets.c.number == param("number"))
)
_of_resident = _select.where(tickets.c.resident_id == param("resident_id")).order_by(*_newest).limit(_AT_MOST)
OF_RESIDENT = prepare(_of_resident)
OPEN_OF_RESIDENT = prepare(_of_resident.where(tickets.c.state.in_([constant(state) for state in _OPEN])))
RECENT = prepare(
    _select.where(tickets.c.community == param("community")).order_by(*_newest).limit(param("limit"))
)
NEXT_SERIAL = prepare(
    upsert(serials)
    .values(community=param("community"), day=param("day"), last=constant(1))
    .on_conflict_do_update(
        index_elements=[serials.c.community, serials.c.day], set_={"last": serials.c.last + constant(1)}
    )
    .returning(serials.c.last)
)

assert set(_OPEN) < set(get_args(State))  # noqa: S101 - a renamed state must not quietly empty the list


class Tickets(History, Photos, Cards):
    """Implements bot.desk.ports.Tickets."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def next_serial(self, community: str, day: date) -> int:
        row = self._driver.one(NEXT_SERIAL, {"community": community, "day": day.isoformat()})
        assert row is not None  # noqa: S101 - an upsert returns its row
        return int(row[0])

    def add(self, ticket: Ticket) -> Ticket:
        row = self._driver.one(ADD, _SHAPE.row(ticket)[1:])
        assert row is not None  # noqa: S101 - an insert returns its row
        ticket.id = row[0]
        return ticket

    def get(self, ticket_id: int) -> Ticket:
        row = self._driver.one(GET, {"id": ticket_id})
        if row is None:
            raise TicketMissing(str(ticket_id))
        return _SHAPE.value(row)

    def by_number(self, community: str, number: str) -> Ticket | None:
        row = self._driver.one(BY_NUMBER, {"community": community, "number": number})
        return None if row is None else _SHAPE.value(row)

    def save(self, ticket: Ticket) -> None:
        row = _SHAPE.row(ticket)
        values = [row[i] for i in _CHANGING_AT]
        if self._driver.run(SAVE, [*values, ticket.id, ticket.version]) != 1:
            raise Stale(f"ticket {ticket.number}")
        ticket.version += 1

    def of_resident(self, resident_id: int, *, open_only: bool) -> Sequence[Ticket]:
        statement = OPEN_OF_RESIDENT if open_only else OF_RESIDENT
        return [_SHAPE.value(row) for row in self._driver.all(statement, {"resident_id": resident_id})]

    def recent(self, community: str, limit: int) -> Sequence[Ticket]:
        rows = self._driver.all(RECENT, {"community": community, "limit": limit})
        return [_SHAPE.value(row) for row in rows]
