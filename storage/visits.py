"""Return visits."""

from __future__ import annotations

from collections.abc import Sequence

from bot.desk.errors import Stale
from bot.desk.visit import Visit
from storage.driver import Driver
from storage.mapping import Shape
from storage.rows import adding, choose, saving
from storage.statement import param, prepare
from storage.tables import visits

_SHAPE = Shape(Visit)
_CHANGING = _SHAPE.names[1:-1]  # between the id and the version

ADD = adding(visits, _SHAPE.names[1:], returning="id")
SAVE = saving(visits, _CHANGING)
GET = prepare(choose(visits, _SHAPE.names).where(visits.c.id == param("id")))
OF_TICKET = prepare(
    choose(visits, _SHAPE.names).where(visits.c.ticket_id == param("ticket_id")).order_by(visits.c.id)
)


class Visits:
    """Implements bot.desk.ports.Visits."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def add(self, visit: Visit) -> Visit:
        row = self._driver.one(ADD, _SHAPE.row(visit)[1:])
        assert row is not None  # noqa: S101 - an insert returns its row
        visit.id = row[0]
        return visit

    def get(self, visit_id: int) -> Visit:
        """Raises LookupError."""
        row = self._driver.one(GET, {"id": visit_id})
        if row is None:
            raise LookupError(f"visit {visit_id}")
        return _SHAPE.value(row)

    def save(self, visit: Visit) -> None:
        values = _SHAPE.row(visit)[1:-1]
        if self._driver.run(SAVE, [*values, visit.id, visit.version]) != 1:
            raise Stale(f"visit {visit.id}")
        visit.version += 1

    def of_ticket(self, ticket_id: int) -> Sequence[Visit]:
        return [_SHAPE.value(row) for row in self._driver.all(OF_TICKET, {"ticket_id": ticket_id})]
