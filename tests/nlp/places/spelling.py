"""Places as one line: zone/building/unit/floor/room/area."""

from __future__ import annotations

from nlp.normalise import normalise
from nlp.places import FoundPlace, find_places


def line(found: FoundPlace) -> str:
    place = found.place
    return "/".join(
        p or "" for p in (place.zone, place.building, place.unit, place.floor, place.room, place.area)
    )


def lines(text: str) -> list[str]:
    """Every place of the text."""
    return [line(found) for found in find_places(normalise(text))]


def first(text: str) -> str:
    """The first place of the text, or the empty string."""
    return next(iter(lines(text)), "")
