"""Staff, and the one-time codes that bring people and groups in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.dialects.postgresql import insert as upsert

from bot.desk.people import Staff
from storage.driver import Driver
from storage.mapping import Shape
from storage.rows import choose
from storage.scalars import to_ms
from storage.statement import param, prepare, prepare_row
from storage.tables import codes, staff
from storage.text import decode, encode

_SHAPE = Shape(Staff)
_NEW = _SHAPE.names[1:]

GET = prepare(choose(staff, _SHAPE.names).where(staff.c.id == param("id")))
ALL = prepare(choose(staff, _SHAPE.names).where(staff.c.community == param("community")).order_by(staff.c.id))
_put = upsert(staff).values({name: param(name) for name in _NEW})
PUT = prepare_row(
    _put.on_conflict_do_update(
        index_elements=[staff.c.community, staff.c.name],
        set_={name: _put.excluded[name] for name in ("department", "roles", "phone")},
    ).returning(staff.c.id),
    _NEW,
)
ISSUE = prepare(
    insert(codes).values(
        code=param("code"),
        community=param("community"),
        purpose=param("purpose"),
        expires_at=param("expires_at"),
    )
)
USE = prepare(
    update(codes)
    .where(codes.c.code == param("the_code"), codes.c.used_at.is_(None), codes.c.expires_at > param("now"))
    .values(used_at=param("now"))
    .returning(codes.c.community, codes.c.purpose)
)


class StaffList:
    """The part of bot.desk.ports.People that is about staff."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def staff(self, staff_id: int) -> Staff:
        """Raises LookupError."""
        row = self._driver.one(GET, {"id": staff_id})
        if row is None:
            raise LookupError(f"staff {staff_id}")
        return _SHAPE.value(row)

    def all_staff(self, community: str) -> Sequence[Staff]:
        return [_SHAPE.value(row) for row in self._driver.all(ALL, {"community": community})]

    def put_staff(self, staff: Staff) -> Staff:
        row = self._driver.one(PUT, _SHAPE.row(staff)[1:])
        assert row is not None  # noqa: S101 - an upsert returns its row
        return self.staff(row[0])

    def issue_code(self, code: str, community: str, purpose: Mapping[str, Any], expires_at: datetime) -> None:
        self._driver.run(
            ISSUE,
            {
                "code": code,
                "community": community,
                "purpose": encode(dict(purpose)),
                "expires_at": to_ms(expires_at),
            },
        )

    def use_code(self, code: str, now: datetime) -> Mapping[str, Any] | None:
        row = self._driver.one(USE, {"the_code": code, "now": to_ms(now)})
        return None if row is None else {**decode(row[1]), "community": row[0]}
