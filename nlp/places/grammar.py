"""What a place can begin with and go on with, by the kind of letter that stands there."""

from __future__ import annotations

from nlp.later import Later
from nlp.places import areas, words


def _alternatives(*named: tuple[str, str]) -> Later:
    """The first of these that matches."""
    return Later("|".join(f"(?P<{name}>{pattern})" for name, pattern in named))


BEGIN_WITH_NUMBER = _alternatives(
    ("building", words.BUILDING),
    ("unit", words.UNIT),
    ("parking", areas.PARKING_SPACE),
    ("dashed", words.DASHED),
    ("floor", words.FLOOR),
    ("area", areas.NUMBERED),
    ("zone", words.ZONE),
    ("room", words.ROOM),
)
BEGIN_WITH_WORD = _alternatives(
    ("area", areas.NAMED),
    ("building", words.BUILDING),
    ("unit", words.UNIT),
    ("parking", areas.PARKING_SPACE),
    ("floor", words.FLOOR),
    ("zone", words.ZONE),
    ("room", words.ROOM),
)
BEGIN_WITH_LETTER = _alternatives(
    ("building", words.BUILDING),
    ("unit", words.UNIT),
    ("parking", areas.PARKING_SPACE),
    ("dashed", words.DASHED),
    ("floor", words.FLOOR),
    ("area", areas.ENGLISH),
    ("zone", words.ZONE),
    ("room", words.ROOM),
)
GO_ON_WITH_WORD = _alternatives(
    ("area", areas.NAMED),
    ("unit", words.UNIT),
    ("floor", words.FLOOR),
    ("parking", areas.PARKING_SPACE),
    ("building", words.BUILDING),
    ("zone", words.ZONE),
    ("room", words.ROOM),
    ("shared", areas.BEHIND_NUMBER),
)
SHARED = _alternatives(("shared", areas.BEHIND_NUMBER))

GO_ON_WITH_CODE = _alternatives(
    ("bare_room", words.BARE_ROOM),
    ("unit_door", words.UNIT_DOOR),
    ("unit", words.UNIT),
    ("floor", words.FLOOR),
    ("unit_and_room", words.UNIT_AND_ROOM),
    ("parking", areas.PARKING_SPACE),
    ("dashed", words.DASHED),
    ("building", words.BUILDING),
    ("area", f"{areas.ENGLISH}|{areas.NUMBERED}"),
    ("zone", words.ZONE),
    ("room", words.ROOM),
    ("shared", areas.BEHIND_NUMBER),
    ("floor_and_door", words.FLOOR_AND_DOOR),
    ("door", words.DOOR),
)
