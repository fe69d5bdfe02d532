"""Where: rooms in every spelling, and public places by name.

`words` and `areas` hold the vocabulary, `starts` and `tokens` the patterns, `chain` the grammar, `bare` numbers alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from nlp.normalise import Text
from nlp.phones import without_phones
from nlp.places.bare import bare_rooms
from nlp.places.chain import Chain
from nlp.places.reading import floor_of_room
from nlp.places.starts import may_begin, starts
from nlp.places.tokens import begins, next_token
from nlp.places.words import ORDINARY
from nlp.understanding import Place

_JOINTS = frozenset({",", "(", " ", ", ", " (", "、"})
_TRIES = 4000
"""Nobody's message needs more; a pasted table of numbers does not hold up the others."""
_NUMBERS_OF_TICKETS = re.compile(r"(?:BX|TS|JY|ZX|XC|JT)\d{6}-\d{1,4}")


# A floor alone is a place where a clause begins with it (5楼没电) or somebody lives there, else it
# tells a story (电梯停在一楼, 从6楼扔下来).
_LEADS_TO_FLOOR = re.compile(r"(?:^|[,。;!?:\s(]|住|我家|我们|家里|位于|(?<![停卡困放摆存])在|我是|地址)$")


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """`start` and `end` are positions in plain; `place.text` is as written."""

    place: Place
    start: int
    end: int


def find_places(text: Text) -> list[FoundPlace]:
    """Every place named, in order, without overlaps. Linear time."""
    if not text.latin and not may_begin(text.plain):
        return []
    plain = without_phones(text.plain) if text.digits else text.plain
    likely = list(islice(starts(plain, text.latin), _TRIES))
    if not likely:
        return []
    if text.digits and text.latin:
        plain = _NUMBERS_OF_TICKETS.sub(lambda m: "*" * len(m.group()), plain)
    found = _chains(text, plain, likely)
    if text.digits:
        taken = {at for each in found for at in range(each.start, each.end)}
        found += [_bare(text, start, end) for start, end in islice(bare_rooms(plain, taken), _TRIES)]
    if len(found) < 2:
        return found
    found.sort(key=lambda f: f.start)
    if any(each.place.room for each in found):  # 水表在一楼, and then the home
        found = [each for each in found if not _only_floor(each.place)]
    return _with_building_behind(found, text)


def _bare(text: Text, start: int, end: int) -> FoundPlace:
    room = text.plain[start:end].upper()
    return FoundPlace(
        Place(floor=floor_of_room(room), room=room, text=text.as_written(start, end)), start, end
    )


def _with_building_behind(found: list[FoundPlace], text: Text) -> list[FoundPlace]:
    """1603室(6号楼) is one place."""
    joined: list[FoundPlace] = []
    for each in found:
        last = joined[-1] if joined else None
        if (
            last
            and _room_only(last.place)
            and _building_only(each.place)
            and text.plain[last.end : each.start] in _JOINTS
        ):
            written = text.as_written(last.start, each.end)
            place = replace(last.place, building=each.place.building, unit=each.place.unit, text=written)
            joined[-1] = FoundPlace(place, last.start, each.end)
        else:
            joined.append(each)
    return joined


def _room_only(place: Place) -> bool:
    return place.room is not None and place.building is None and place.unit is None


def _building_only(place: Place) -> bool:
    return place.building is not None and place.room is None and place.area is None and place.floor is None


def _chains(text: Text, plain: str, likely: list[int]) -> list[FoundPlace]:
    found: list[FoundPlace] = []
    done = 0
    for start in likely:
        if start < done:
            continue
        if ordinary := ORDINARY.match(plain, start):
            chain, end = Chain(**ordinary.groupdict(), words=[ordinary.group()]), ordinary.end()
        elif (match := begins(plain, start)) is None:
            continue
        else:
            chain, end = Chain(), match.end()
            if not chain.take(match.lastgroup or "", match.group(), ""):
                continue
        done = _extend(chain, plain, end)
        place = chain.place(text.as_written(start, done))
        if place is not None and (not _only_floor(place) or _leads_to_floor(plain, start)):
            found.append(FoundPlace(place, start, done))
    return found


def _leads_to_floor(plain: str, at: int) -> bool:
    return _LEADS_TO_FLOOR.search(plain, max(0, at - 4), at) is not None


def _only_floor(place: Place) -> bool:
    return place.floor is not None and not (
        place.building or place.unit or place.room or place.area or place.zone
    )


def _extend(chain: Chain, plain: str, end: int) -> int:
    """Takes what belongs to the place behind `end`; the new end."""
    while (match := next_token(plain, end)) is not None:
        if not chain.take(match.lastgroup or "", match.group(), plain[end : match.start()]):
            break
        end = match.end()
    return end
