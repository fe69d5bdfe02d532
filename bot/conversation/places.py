"""Which place is meant: what was written, completed from the writer's own home."""

from __future__ import annotations

from dataclasses import replace

from bot.desk.people import Resident
from nlp.understanding import Place, Problem, Understanding

SHARED = (
    "楼道",
    "樓道",
    "走廊",
    "楼梯间",
    "樓梯間",
    "单元门",
    "單元門",
    "大堂",
    "大厅",
    "天台",
    "楼顶平台",
    "电梯间",
)
"""Parts of a building that are everybody's."""
_AT_HOME = ("我家", "家里", "家裡", "屋里", "my ")


def place_of(
    problem: Problem | None, heard: Understanding, resident: Resident | None, *, alone: bool = True
) -> Place | None:
    """The problem's place, else the message's, else the only home on the roster.

    Of several problems the one at home inherits neither the public place nor the floor of another. A public thing without a place
    (楼道) is the one of the writer's own building.
    """
    home = resident.home if resident else None
    written = (problem.place if problem else None) or heard.place
    if problem and written and not alone and not written.room and _is_at_home(problem):
        written = problem.place
    if written is None:
        return _shared(problem, home) if home and problem else home
    if home is None or written.area:
        return written
    return _completed(written, home)


def _is_at_home(problem: Problem) -> bool:
    return "home" in problem.tags or any(word in problem.text.lower() for word in _AT_HOME)


def _shared(problem: Problem, home: Place) -> Place:
    """楼道墙皮掉了 from 3栋2单元1501 is at 3栋2单元楼道."""
    found = next((word for word in SHARED if word in problem.text), None)
    if found is None or _is_at_home(problem) or home.building is None:
        return home
    where = f"{_building(home)}{_unit(home)}{found}"
    return Place(zone=home.zone, building=home.building, unit=home.unit, area=where, text=found)


def _completed(written: Place, home: Place) -> Place:
    """`1401` said by somebody of 3栋2单元 is 3栋2单元1401; another building is left as it is."""
    if written.building is None:
        return replace(
            written,
            zone=written.zone or home.zone,
            building=home.building,
            unit=written.unit or home.unit,
            room=written.room or (home.room if written.floor is None else None),
            floor=written.floor or home.floor,
        )
    if written.building == home.building and written.unit is None:
        return replace(
            written,
            unit=home.unit,
            room=written.room or (home.room if written.floor is None else None),
            floor=written.floor or home.floor,
        )
    return written


def is_known(place: Place | None, *, public: bool) -> bool:
    """Whether staff would find it: a room at home, a building or a named area for public things."""
    if place is None:
        return False
    if place.area or place.room:
        return bool(place.area) or place.building is not None or place.zone is not None
    if public:
        return place.building is not None
    return place.floor is not None and place.building is not None


def shown(place: Place | None) -> str:
    """As written on a card: 3栋2单元1501 · 6栋B座1208 · 12栋12楼A室 · 3号楼电梯."""
    if place is None:
        return ""
    if place.area:
        return f"{_zone(place)}{_building_for(place)}{place.area}"
    return f"{_zone(place)}{_building(place)}{_unit(place)}{_room(place)}"


def _zone(place: Place) -> str:
    return place.zone if place.zone and place.zone not in (place.area or "") else ""


def _building_for(place: Place) -> str:
    """Areas often carry their building already (3号楼电梯)."""
    area = place.area or ""
    if place.building is None or area.startswith(place.building) or place.building in area:
        return ""
    return f"{_building(place)}{_unit(place)}"


def _building(place: Place) -> str:
    if place.building is None:
        return ""
    return f"{place.building}{'栋' if place.building.isdigit() else '座'}"


def _unit(place: Place) -> str:
    if place.unit is None:
        return ""
    return f"{place.unit}{'单元' if place.unit.isdigit() else '座'}"


def _room(place: Place) -> str:
    if place.room is None:
        return _floor(place.floor)
    if place.floor and not place.room[:1].isdigit():
        return f"{place.floor}楼{place.room}室"
    return place.room


def _floor(floor: str | None) -> str:
    if floor is None:
        return ""
    return {"top": "顶楼"}.get(floor, f"{floor}楼")


def same(one: Place | None, other: Place | None) -> bool:
    """Whether two places are one for the purpose of a second report."""
    if one is None or other is None:
        return one is other
    fields = ("zone", "building", "unit", "room", "area")
    return all(getattr(one, f) == getattr(other, f) for f in fields)


def free(text: str) -> Place:
    """A place in the owner's own words, where we could not read it."""
    short = text.strip().replace("\n", " ")[:40]
    return Place(area=short, text=text)
