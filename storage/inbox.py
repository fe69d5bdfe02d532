"""What came in: kept before it is acknowledged, and once only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from bot.desk.ports import GivenUp
from bot.messages import Incoming
from storage.driver import Driver
from storage.mapping import JsonText
from storage.scalars import from_ms, to_ms
from storage.statement import Statement, constant, param, prepare
from storage.tables import inbox

_BODY = JsonText(Incoming)
MOST_FAILURES = 5
"""After so many a message is left to people."""

TAKE = prepare(
    upsert(inbox)
    .values(
        channel=param("channel"),
        account=param("account"),
        key=param("key"),
        received_at=param("received_at"),
        handled=param("handled"),
        failures=constant(0),
        body=param("body"),
    )
    .on_conflict_do_nothing(index_elements=[inbox.c.channel, inbox.c.account, inbox.c.key])
)
WAITING = prepare(
    select(inbox.c.id, inbox.c.body)
    .where(inbox.c.handled == constant(0), inbox.c.failures < constant(MOST_FAILURES))
    .order_by(inbox.c.id)
    .limit(param("limit"))
    .with_for_update(skip_locked=True)
)
LATEST = prepare(
    select(inbox.c.received_at, inbox.c.body)
    .where(inbox.c.channel == param("channel"))
    .order_by(inbox.c.id.desc())
    .limit(param("limit"))
)
_this_unhandled = (inbox.c.id == param("the_id"), inbox.c.handled == constant(0))
HANDLED = prepare(update(inbox).where(*_this_unhandled).values(handled=constant(1)))
FAILED = prepare(
    update(inbox)
    .where(*_this_unhandled)
    .values(failures=inbox.c.failures + constant(1))
    .returning(inbox.c.failures)
)
_given_up = (inbox.c.handled == constant(0), inbox.c.failures >= constant(MOST_FAILURES))
GIVEN_UP = prepare(
    select(inbox.c.id, inbox.c.received_at, inbox.c.body)
    .where(*_given_up)
    .order_by(inbox.c.id)
    .limit(param("limit"))
)
AGAIN = prepare(update(inbox).where(*_this_unhandled).values(failures=constant(0)))
COUNT_UNHANDLED = prepare(select(func.count()).select_from(inbox).where(inbox.c.handled == constant(0)))
COUNT_GIVEN_UP = prepare(select(func.count()).select_from(inbox).where(*_given_up))


class Inbox:
    """Implements bot.desk.ports.Inbox."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def take(self, incoming: Incoming, received_at: datetime, *, handled: bool = False) -> bool:
        """`handled`: it is acted on in this very unit of work and need not wait."""
        values = {
            "channel": incoming.address.channel,
            "account": incoming.address.account,
            "key": incoming.key,
            "received_at": to_ms(received_at),
            "handled": int(handled),
            "body": _BODY.write(incoming),
        }
        return self._driver.run(TAKE, values) == 1

    def waiting(self, limit: int) -> Sequence[tuple[int, Incoming]]:
        rows = self._driver.all(WAITING, {"limit": limit})
        return [(key, _BODY.read(body)) for key, body in rows]

    def latest(self, channel: str, limit: int) -> Sequence[tuple[datetime, Incoming]]:
        rows = self._driver.all(LATEST, {"channel": channel, "limit": limit})
        return [(from_ms(at), _BODY.read(body)) for at, body in reversed(rows)]

    def handled(self, inbox_id: int) -> bool:
        return self._driver.run(HANDLED, {"the_id": inbox_id}) == 1

    def failed(self, inbox_id: int) -> bool:
        row = self._driver.one(FAILED, {"the_id": inbox_id})
        return row is None or row[0] < MOST_FAILURES

    def given_up(self, limit: int) -> Sequence[GivenUp]:
        rows = self._driver.all(GIVEN_UP, {"limit": limit})
        return [GivenUp(key, from_ms(at), _BODY.read(body)) for key, at, body in rows]

    def again(self, inbox_id: int) -> bool:
        return self._driver.run(AGAIN, {"the_id": inbox_id}) == 1

    def unhandled(self) -> Mapping[str, int]:
        given_up = self._count(COUNT_GIVEN_UP)
        return {"waiting": self._count(COUNT_UNHANDLED) - given_up, "given_up": given_up}

    def _count(self, statement: Statement) -> int:
        row = self._driver.one(statement)
        return int(row[0]) if row else 0
