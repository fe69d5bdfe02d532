"""Rooms of the roster: as somebody wrote them, and as the desk compares them."""

from __future__ import annotations

from bot.config import Home
from nlp.normalise import Text, normalise
from nlp.places import find_places
from nlp.places.reading import floor_of_room
from nlp.understanding import Place


def home_of(written: str) -> Home:
    """3栋2单元1501, 3-2-1501, Flat 12B Tower 3. Raises ValueError with a sentence."""
    text: Text = normalise(written)
    for found in find_places(text):
        place = found.place
        if place.building and place.room:
            return Home(zone=place.zone, building=place.building, unit=place.unit, room=place.room)
    raise ValueError(f"房屋 {written!r} 看不懂。请写例如 3栋2单元1501。")


def place_of(home: Home) -> Place:
    """The room as messages name it: digits Arabic, letters capitals, the floor from the room."""
    room = home.room.upper()
    return Place(
        zone=home.zone,
        building=home.building.upper(),
        unit=home.unit.upper() if home.unit else None,
        floor=floor_of_room(room),
        room=room,
        text=home.shown,
    )
