"""The places of one message, put in order."""

from __future__ import annotations

from typing import NamedTuple

from nlp.normalise import Text
from nlp.understanding import Place

_JOINTS = frozenset({",", "(", " ", ", ", " (", "、"})


class FoundPlace(NamedTuple):
    """`start` and `end` are positions in plain; `place.text` is as written."""

    place: Place
    start: int
    end: int


def of_one_message(found: list[FoundPlace], text: Text) -> list[FoundPlace]:
    """Without floors alone where a room is named, and a room with the building behind it as one place."""
    if not any(each.place.room for each in found):
        return found
    found.sort(key=lambda f: f.start)
    found = [each for each in found if not only_floor(each.place)]  # 水表在一楼, and then the home
    return _with_building_behind(found, text)


def _with_building_behind(found: list[FoundPlace], text: Text) -> list[FoundPlace]:
    """1603室(6号楼) is one place."""
    joined: list[FoundPlace] = []
    for each in found:
        last = joined[-1] if joined else None
        if (
            last
            and _room_only(last.place)
            and only_building(each.place)
            and text.plain[last.end : each.start] in _JOINTS
        ):
            written = text.as_written(last.start, each.end)
            place = in_building(last.place, each.place, written)
            joined[-1] = FoundPlace(place, last.start, each.end)
        else:
            joined.append(each)
    return joined


def in_building(room: Place, building: Place, written: str) -> Place:
    """The room as part of the building that was told apart from it."""
    zone, unit = room.zone or building.zone, room.unit or building.unit
    return Place(zone, building.building, unit, room.floor, room.room, room.area, written)


def _room_only(place: Place) -> bool:
    return place.room is not None and place.building is None and place.unit is None


def only_building(place: Place) -> bool:
    return place.building is not None and place.room is None and place.area is None and place.floor is None


def only_floor(place: Place) -> bool:
    return place.floor is not None and not (
        place.building or place.unit or place.room or place.area or place.zone
    )
