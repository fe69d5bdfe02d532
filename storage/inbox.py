"""What came in: kept before it is acknowledged, and once only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from bot.messages import Incoming
from storage.driver import Driver
from storage.mapping import JsonText
from storage.scalars import from_ms, to_ms
from storage.statement import constant, param, prepare
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
EVERYTHING = prepare(
    select(inbox.c.received_at, inbox.c.body).where(inbox.c.channel == param("channel")).order_by(inbox.c.id)
)
HANDLED = prepare(update(inbox).where(inbox.c.id == param("the_id")).values(handled=constant(1)))
FAILED = prepare(
    update(inbox).where(inbox.c.id == param("the_id")).values(failures=inbox.c.failures + constant(1))
)


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

    def everything(self, channel: str) -> Sequence[tuple[datetime, Incoming]]:
        """All that ever came through a channel, oldest first (the demo shows its chats again)."""
        rows = self._driver.all(EVERYTHING, {"channel": channel})
        return [(from_ms(at), _BODY.read(body)) for at, body in rows]

    def handled(self, inbox_id: int) -> None:
        self._driver.run(HANDLED, {"the_id": inbox_id})

    def failed(self, inbox_id: int) -> None:
        self._driver.run(FAILED, {"the_id": inbox_id})
