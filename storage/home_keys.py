"""When two places are the same home, however they were written."""

from __future__ import annotations

import unicodedata

from nlp.understanding import Place


def home_key(home: Place) -> tuple[str, str, str, str]:
    """Zone, building, unit and room: no blanks, half-width, capitals; empty where not given."""
    return (_plain(home.zone), _plain(home.building), _plain(home.unit), _plain(home.room))


def same_home(one: Place, other: Place) -> bool:
    """The rooms are equal; what else both of them say, too. An owner of a single tower rarely names the tower."""
    *wider, room = home_key(one)
    *other_wider, other_room = home_key(other)
    pairs = zip(wider, other_wider, strict=True)
    return room == other_room != "" and all(a == b for a, b in pairs if a and b)


def _plain(part: str | None) -> str:
    return "".join(unicodedata.normalize("NFKC", part or "").split()).upper()
