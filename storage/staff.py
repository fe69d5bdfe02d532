"""Staff, and the one-time codes that bring people and groups in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, delete, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from bot.desk.people import KeptBy, Staff
from storage.driver import Driver
from storage.mapping import Shape
from storage.rows import choose
from storage.scalars import to_ms
from storage.statement import constant, param, prepare, prepare_row
from storage.tables import codes, identities, staff
from storage.text import decode, encode

_SHAPE = Shape(Staff)
_NEW = _SHAPE.names[1:]

GET = prepare(choose(staff, _SHAPE.names).where(staff.c.id == param("id")))
ALL = prepare(
    choose(staff, _SHAPE.names)
    .where(staff.c.community == param("community"), staff.c.kept_by != constant(""))
    .order_by(staff.c.id)
)
_put = upsert(staff).values({name: param(name) for name in (*_NEW, "kept_by")})
_named_by_both = and_(staff.c.kept_by == constant("roster"), _put.excluded.kept_by == constant("settings"))
PUT = prepare_row(
    _put.on_conflict_do_update(
        index_elements=[staff.c.community, staff.c.name],
        set_={name: _put.excluded[name] for name in ("department", "roles", "phone")}
        | {"kept_by": case((_named_by_both, constant("roster")), else_=_put.excluded.kept_by)},
    ).returning(staff.c.id),
    [*_NEW, "kept_by"],
)
KEPT = prepare(
    select(staff.c.id, staff.c.name, staff.c.kept_by)
    .where(staff.c.community == param("community"), staff.c.kept_by != constant(""))
    .order_by(staff.c.id)
)
RETIRE = prepare(update(staff).where(staff.c.id == param("the_id")).values(kept_by=constant("")))
# An account with nobody behind it is met again as a stranger's; one of an owner who also worked here stays theirs.
_account = identities.c.staff_id == param("the_id")
FORGET = prepare(delete(identities).where(_account, identities.c.resident_id.is_(None)))
PART = prepare(update(identities).where(_account).values(staff_id=None))
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

    def put_staff(self, staff: Staff, kept_by: KeptBy = "settings") -> Staff:
        row = self._driver.one(PUT, [*_SHAPE.row(staff)[1:], kept_by])
        assert row is not None  # noqa: S101 - an upsert returns its row
        return self.staff(row[0])

    def retire_staff(
        self, community: str, keep_names: Collection[str], kept_by: Collection[KeptBy]
    ) -> Sequence[str]:
        kept = self._driver.all(KEPT, {"community": community})
        gone = [(key, name) for key, name, by in kept if by in kept_by and name not in keep_names]
        for key, _ in gone:
            for statement in (RETIRE, FORGET, PART):
                self._driver.run(statement, {"the_id": key})
        return [name for _, name in gone]

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
