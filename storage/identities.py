"""Accounts on channels, and the one person behind each."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.dialects.postgresql import insert as upsert

from bot.desk.people import Identity
from storage.driver import Driver
from storage.mapping import Shape
from storage.rows import choose
from storage.statement import param, prepare, prepare_row
from storage.tables import identities

_SHAPE = Shape(Identity)
_KEY = ("channel", "account", "user")

_select = choose(identities, _SHAPE.names)
GET = prepare(_select.where(*[identities.c[name] == param(name) for name in _KEY]))
OF_RESIDENT = prepare(_select.where(identities.c.resident_id == param("resident_id")))
OF_STAFF = prepare(_select.where(identities.c.staff_id == param("staff_id")))
_save = upsert(identities).values({name: param(name) for name in _SHAPE.names})
SAVE = prepare_row(
    _save.on_conflict_do_update(
        index_elements=[identities.c[name] for name in _KEY],
        set_={name: _save.excluded[name] for name in _SHAPE.names if name not in _KEY},
    ),
    _SHAPE.names,
)


class Identities:
    """The part of bot.desk.ports.People that is about accounts."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def identity(self, channel: str, account: str, user: str) -> Identity | None:
        row = self._driver.one(GET, {"channel": channel, "account": account, "user": user})
        return None if row is None else _SHAPE.value(row)

    def save_identity(self, identity: Identity) -> None:
        self._driver.run(SAVE, _SHAPE.row(identity))

    def identities_of_resident(self, resident_id: int) -> Sequence[Identity]:
        return [_SHAPE.value(row) for row in self._driver.all(OF_RESIDENT, {"resident_id": resident_id})]

    def identities_of_staff(self, staff_id: int) -> Sequence[Identity]:
        return [_SHAPE.value(row) for row in self._driver.all(OF_STAFF, {"staff_id": staff_id})]
