"""Which of several places is the writer's own: 楼上1603半夜拖椅子,我是1503的."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.normalise import Text
from nlp.places.found import FoundPlace, in_building, only_building
from nlp.understanding import Place

_NEIGHBOURS = ("楼上", "楼下", "隔壁", "对门", "对面", "旁边", "邻居")
_OWN = ("我家", "我是", "我们是", "我们家", "我家是", "我住", "我们住", "家住", "我在", "本人", "我")


def home_of(found: Sequence[FoundPlace], text: Text) -> FoundPlace | None:
    """The first place, but where that is a neighbour's room, the one that the writer calls their own."""
    if len(found) < 2 or not is_neighbours(found[0], text.plain):
        return found[0] if found else None
    own = (each for each in found if text.plain.endswith(_OWN, 0, each.start))
    return next(own, found[0])


def is_neighbours(found: FoundPlace, plain: str) -> bool:
    return plain.endswith(_NEIGHBOURS, 0, found.start)


def with_building_elsewhere(found: list[FoundPlace], text: Text) -> list[FoundPlace]:
    """我家1402,水是从楼上1502漏下来的,16栋 → 16栋1402, 1502: the only building and the only room of one's own
    are one home."""
    rooms = [
        each for each in found if _room_without_building(each.place) and not is_neighbours(each, text.plain)
    ]
    buildings = [each for each in found if each.place.building is not None]
    if len(rooms) != 1 or len(buildings) != 1:
        return found
    room, building = rooms[0], buildings[0]
    if building.place.unit or not only_building(building.place) or is_neighbours(building, text.plain):
        return found
    place = in_building(room.place, building.place, room.place.text)
    home = FoundPlace(place, room.start, room.end)
    return [home if each is room else each for each in found if each is not building]


def _room_without_building(place: Place) -> bool:
    return place.room is not None and place.building is None
