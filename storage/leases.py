"""Leases by name: of all processes on a database, one holds each."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, or_, select
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.driver import Driver
from storage.scalars import to_ms
from storage.statement import param, prepare
from storage.tables import leases

_take = upsert(leases).values({name: param(name) for name in ("name", "owner", "until")})
# A running lease is left alone, unless it is our own: then it is prolonged.
TAKE = prepare(
    _take.on_conflict_do_update(
        index_elements=[leases.c.name],
        set_={"owner": _take.excluded.owner, "until": _take.excluded.until},
        where=or_(leases.c.owner == _take.excluded.owner, leases.c.until <= param("now")),
    )
)
GIVE_BACK = prepare(delete(leases).where(leases.c.name == param("name"), leases.c.owner == param("owner")))
HOLDER = prepare(select(leases.c.owner).where(leases.c.name == param("name"), leases.c.until > param("now")))


class Leases:
    """Implements bot.channels.wecom.aibot.lease.Leases."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def take(self, name: str, owner: str, now: datetime, until: datetime) -> bool:
        """Takes or prolongs a lease. False while it is somebody else's."""
        values = {"name": name, "owner": owner, "now": to_ms(now), "until": to_ms(until)}
        return self._driver.run(TAKE, values) == 1

    def give_back(self, name: str, owner: str) -> bool:
        """Ends a lease early. False where it was not ours any more."""
        return self._driver.run(GIVE_BACK, {"name": name, "owner": owner}) == 1

    def holder(self, name: str, now: datetime) -> str:
        """Who holds it now; empty where nobody does."""
        row = self._driver.one(HOLDER, {"name": name, "now": to_ms(now)})
        return str(row[0]) if row else ""
