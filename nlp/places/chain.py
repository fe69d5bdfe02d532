"""Tokens that stand side by side become one place, each in its own part."""

from __future__ import annotations

import re
from collections.abc import Callable

from nlp.places.reading import arabic, code_of, floor_of, floor_of_room, room_of, underground_of
from nlp.understanding import Place

_SECOND_SEAT = re.compile(r"座$")
_PARTS = re.compile(r"\s?[-/. ]\s?")
_LIKE_FLOOR = re.compile(r"\d{1,2}F")
_LONG_UNIT = re.compile(r"(?i)unit\D{0,4}\d{1,2}$")


class Chain:
    """A place in the making. `take` says whether a token still belongs to it."""

    __slots__ = ("area", "building", "floor", "floor_word", "room", "unit", "words", "zone")

    def __init__(self) -> None:
        self.zone: str | None = None
        self.building: str | None = None
        self.unit: str | None = None
        self.floor: str | None = None
        self.room: str | None = None
        self.area: str | None = None
        self.words: list[str] = []
        self.floor_word = ""

    def take(self, kind: str, token: str, separator: str) -> bool:
        if self.area is not None:
            return self._qualify(kind, token)
        if "," in separator and kind in {"area", "shared"}:
            return False
        taken = _TAKES[kind](self, token)
        if taken:
            self.words.append(token)
        return taken

    def place(self, text: str) -> Place | None:
        if self.room and self.floor is None:
            self.floor = floor_of_room(self.room)
        if not (self.building or self.area or self.floor or self.unit or self.room or self.zone):
            return None
        return Place(self.zone, self.building, self.unit, self.floor, self.room, self.area, text)

    def _zone(self, token: str) -> bool:
        if self.zone or self.building:
            return False
        self.zone = token.replace("第", "").upper()
        return True

    def _building(self, token: str) -> bool:
        code = code_of(token)
        if code is None or (self.room and not token[0].isalpha()):
            return False
        if self.building is None:
            self.building = code
        elif self.unit is None and _SECOND_SEAT.search(token):
            self.unit = code
        else:
            return False
        return True

    def _unit(self, token: str) -> bool:
        if self.unit or self.room:
            return False
        if self.floor and not self.building and self.floor_word.endswith("楼"):  # 3楼2单元501
            self.building, self.floor = self.floor, None
        self.unit = code_of(token)
        return self.unit is not None

    def _unit_door(self, token: str) -> bool:
        return self.building is not None and self._unit(token)

    def _floor(self, token: str) -> bool:
        if self.floor:
            return False
        floor = floor_of(token)
        if self.room and len(self.room) == 1 and floor:  # Flat A, 12/F
            self.room = f"{floor}{self.room}"
        elif self.room and not token.isascii():
            return False
        self.floor, self.floor_word = floor, token
        return floor is not None

    def _room(self, token: str) -> bool:
        if self.room and not self._was_floor(self.room):
            return False
        if _LONG_UNIT.fullmatch(token):
            self.unit = self.unit or code_of(token)
            return True
        self.room = room_of(token)
        if self.room and self.room.isalpha() and self.floor:  # 8/F, Flat C
            self.room = f"{self.floor}{self.room}"
        return self.room is not None

    def _was_floor(self, room: str) -> bool:
        """22F, room 2203."""
        if self.floor or not _LIKE_FLOOR.fullmatch(room):
            return False
        self.floor, self.room = room[:-1], None
        return True

    def _bare_room(self, token: str) -> bool:
        return (
            self.room is None
            and bool(self.building or self.unit or self.floor or self.zone)
            and self._room(token)
        )

    def _door(self, token: str) -> bool:
        code = code_of(token) if not token.startswith("0") else token[:2]
        if self.room or code is None:
            return False
        if self.floor is None:
            self.room = code if token.endswith("室") and (self.building or self.unit) else None
            return self.room is not None
        self.room = f"{self.floor}{code.zfill(2) if code.isdigit() else code}"
        return True

    def _floor_and_door(self, token: str) -> bool:
        if self.room or self.floor or not (self.building or self.unit):
            return False
        floor, door = _PARTS.split(re.sub(r"[室号房]", "", token), maxsplit=1)
        self.floor, self.room = floor, f"{floor}{door.strip().zfill(2)}"
        return True

    def _unit_and_room(self, token: str) -> bool:
        if not self.building:
            return self._dashed(token)
        if self.room or self.floor:
            return False
        unit, room = _PARTS.split(token, maxsplit=1)
        self.unit, self.room = self.unit or code_of(unit), room_of(room)
        return True

    def _dashed(self, token: str) -> bool:
        if self.building or self.unit or self.room:
            return False
        parts = _PARTS.split(token)
        self.building, self.room = code_of(parts[0]), room_of(parts[-1])
        self.unit = code_of(parts[1]) if len(parts) == 3 else None
        return True

    def _shared(self, token: str) -> bool:
        if self.room or not (self.building or self.unit or self.floor):
            return False
        return self._area(token)

    def _area(self, token: str) -> bool:
        if self.room:
            return False
        prefix = "".join(map(arabic, self.words))
        self.area = _composed(prefix, token)
        self.floor = self.floor or underground_of(token)
        return True

    def _qualify(self, kind: str, token: str) -> bool:
        """What stands behind a public place: 地下车库B2, 北门岗亭, lift in Tower 3."""
        if kind == "floor" and self.floor is None and token[0] in "Bb负地-":
            self.floor = floor_of(token)
            self.area = f"{self.area}{arabic(token)}"
        elif kind == "building" and self.building is None and token.isascii():
            self.building = code_of(token)
            self.area = f"{token} {self.area}"
        elif kind in {"area", "parking"} and self.area and not token.isascii() and token[0] not in "东南西北":
            self.area += arabic(token)
            self.floor = self.floor or underground_of(token)
        else:
            return False
        return True


_TAKES: dict[str, Callable[[Chain, str], bool]] = {
    "zone": Chain._zone,
    "building": Chain._building,
    "unit": Chain._unit,
    "unit_door": Chain._unit_door,
    "floor": Chain._floor,
    "room": Chain._room,
    "bare_room": Chain._bare_room,
    "door": Chain._door,
    "floor_and_door": Chain._floor_and_door,
    "unit_and_room": Chain._unit_and_room,
    "dashed": Chain._dashed,
    "shared": Chain._shared,
    "area": Chain._area,
    "parking": Chain._area,
}
"""What each kind of token does to the place."""


def _composed(prefix: str, token: str) -> str:
    if token.isascii():
        return f"{prefix} {token}".strip()
    if prefix.endswith("号") and token.startswith("楼"):  # 3号楼道
        prefix += "楼"
    return prefix + arabic(token.replace("的", ""))
