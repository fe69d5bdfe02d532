"""What the buttons of a message mean: one row a message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.driver import Driver
from storage.scalars import to_ms
from storage.statement import param, prepare
from storage.tables import buttons
from storage.text import decode, encode

_put = upsert(buttons).values(key=param("key"), acts=param("acts"), at=param("at"))
PUT = prepare(
    _put.on_conflict_do_update(
        index_elements=[buttons.c.key], set_={"acts": _put.excluded.acts, "at": _put.excluded.at}
    )
)
GET = prepare(select(buttons.c.acts).where(buttons.c.key == param("key")))


class Buttons:
    """Implements bot.desk.ports.Buttons."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def put(self, key: str, acts: Sequence[Mapping[str, Any]], at: datetime) -> None:
        stored = encode([dict(act) for act in acts])
        self._driver.run(PUT, {"key": key, "acts": stored, "at": to_ms(at)})

    def get(self, token: str) -> Mapping[str, Any] | None:
        key, _, place = token.rpartition(":")
        if not (
            place.isascii() and place.isdigit() and len(place) < 4
        ):  # a platform hands over whatever the client sent
            return None
        row = self._driver.one(GET, {"key": key})
        acts: list[Mapping[str, Any]] = decode(row[0]) if row else []
        return acts[int(place)] if int(place) < len(acts) else None
