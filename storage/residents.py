"""Residents and their homes."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select

from bot.desk.errors import Stale
from bot.desk.people import Resident
from nlp.understanding import Place
from storage.driver import Driver, Row
from storage.home_keys import home_key, same_home
from storage.mapping import JsonText, Shape
from storage.rows import adding, choose, saving
from storage.statement import constant, param, prepare
from storage.tables import homes, residents

_SHAPE = Shape(Resident, skip=["homes"])
_PLACE = JsonText(Place)
_CHANGING = _SHAPE.names[1:-1]  # between the id and the version

ADD = adding(residents, _SHAPE.names[1:], returning="id")
SAVE = saving(residents, _CHANGING)
GET = prepare(choose(residents, _SHAPE.names).where(residents.c.id == param("id")))
BY_PHONE = prepare(
    choose(residents, _SHAPE.names)
    .where(residents.c.community == param("community"), residents.c.phone == param("phone"))
    .order_by(residents.c.id)
)
ROSTERED_BY_NAME = prepare(
    choose(residents, _SHAPE.names)
    .where(
        residents.c.community == param("community"),
        residents.c.name == param("name"),
        residents.c.rostered == constant(1),
    )
    .order_by(residents.c.id)
)
IN_ROOM = prepare(
    select(homes.c.resident_id, homes.c.place)
    .join(residents, residents.c.id == homes.c.resident_id)
    .where(
        homes.c.community == param("community"),
        homes.c.room == param("room"),
        residents.c.rostered == constant(1),
    )
    .order_by(homes.c.resident_id)
)
HOMES = prepare(
    select(homes.c.place).where(homes.c.resident_id == param("resident_id")).order_by(homes.c.position)
)
FORGET_HOMES = prepare(delete(homes).where(homes.c.resident_id == param("resident_id")))
ADD_HOME = adding(
    homes, ["resident_id", "position", "community", "zone", "building", "unit", "room", "place"]
)


class Residents:
    """The part of bot.desk.ports.People that is about residents."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def resident(self, resident_id: int) -> Resident:
        """Raises LookupError."""
        row = self._driver.one(GET, {"id": resident_id})
        if row is None:
            raise LookupError(f"resident {resident_id}")
        return self._with_homes(row)

    def add_resident(self, resident: Resident) -> Resident:
        row = self._driver.one(ADD, _SHAPE.row(resident)[1:])
        assert row is not None  # noqa: S101 - an insert returns its row
        resident.id = row[0]
        self._write_homes(resident)
        return resident

    def save_resident(self, resident: Resident) -> None:
        """Compare-and-set. Raises Stale."""
        values = _SHAPE.row(resident)[1:-1]
        if self._driver.run(SAVE, [*values, resident.id, resident.version]) != 1:
            raise Stale(f"resident {resident.id}")
        resident.version += 1
        if self._homes(resident.id) != resident.homes:
            self._driver.run(FORGET_HOMES, {"resident_id": resident.id})
            self._write_homes(resident)

    def residents_at(self, community: str, home: Place) -> Sequence[Resident]:
        """Rostered residents of a room. Zone, building and unit are compared where both sides name them."""
        _, _, _, room = home_key(home)
        if not room:
            return []
        found = self._driver.all(IN_ROOM, {"community": community, "room": room})
        ids = dict.fromkeys(key for key, place in found if same_home(_PLACE.read(place), home))
        return [self.resident(key) for key in ids]

    def residents_by_phone(self, community: str, phone: str) -> Sequence[Resident]:
        if not phone:
            return []
        rows = self._driver.all(BY_PHONE, {"community": community, "phone": phone})
        return [self._with_homes(row) for row in rows]

    def put_roster_resident(self, resident: Resident) -> Resident:
        """A known one keeps the language it writes in and whether it was verified; phone and homes are the roster's."""
        resident.rostered = True
        known = self._on_roster(resident)
        if known is None:
            return self.add_resident(resident)
        if (known.phone, known.homes) != (resident.phone, resident.homes):
            known.phone, known.homes = resident.phone, resident.homes
            self.save_resident(known)
        return known

    def _on_roster(self, resident: Resident) -> Resident | None:
        rows = self._driver.all(ROSTERED_BY_NAME, {"community": resident.community, "name": resident.name})
        first = [home_key(home) for home in resident.homes[:1]]
        for known in map(self._with_homes, rows):
            if [home_key(home) for home in known.homes[:1]] == first:
                return known
        return None

    def _with_homes(self, row: Row) -> Resident:
        fields = _SHAPE.fields(row)
        return Resident(**fields, homes=self._homes(fields["id"]))

    def _homes(self, resident_id: int) -> tuple[Place, ...]:
        rows = self._driver.all(HOMES, {"resident_id": resident_id})
        return tuple([_PLACE.read(place) for (place,) in rows])

    def _write_homes(self, resident: Resident) -> None:
        for position, home in enumerate(resident.homes):
            key = home_key(home)
            self._driver.run(ADD_HOME, [resident.id, position, resident.community, *key, _PLACE.write(home)])
