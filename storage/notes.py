"""Small JSON objects that channels keep: shared by all replicas, and there again after a restart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.driver import Driver
from storage.scalars import to_ms
from storage.statement import param, prepare
from storage.tables import notes
from storage.text import decode, encode

_KEY = ("channel", "account", "kind", "key")
_this = [notes.c[name] == param(name) for name in _KEY]
_put = upsert(notes).values({name: param(name) for name in (*_KEY, "data", "at")})

GET = prepare(select(notes.c.data).where(*_this))
PUT = prepare(
    _put.on_conflict_do_update(
        index_elements=[notes.c[name] for name in _KEY],
        set_={"data": _put.excluded.data, "at": _put.excluded.at},
    )
)
DROP = prepare(delete(notes).where(*_this))


class Notes:
    """Implements bot.channels.tencent.notes.Notes."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def get(self, channel: str, account: str, kind: str, key: str = "") -> Mapping[str, Any] | None:
        row = self._driver.one(GET, _place(channel, account, kind, key))
        return decode(row[0]) if row else None

    def put(
        self, channel: str, account: str, kind: str, key: str, data: Mapping[str, Any], at: datetime
    ) -> None:
        """Inserts or replaces."""
        values = {"data": encode(dict(data)), "at": to_ms(at)}
        self._driver.run(PUT, _place(channel, account, kind, key) | values)

    def drop(self, channel: str, account: str, kind: str, key: str) -> bool:
        """Whether there was one."""
        return self._driver.run(DROP, _place(channel, account, kind, key)) == 1


def _place(*parts: str) -> dict[str, Any]:
    return dict(zip(_KEY, parts, strict=True))
