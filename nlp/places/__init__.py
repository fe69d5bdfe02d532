"""Where: rooms in every spelling, and public places by name.

`words` and `areas` hold the vocabulary, `starts` and `tokens` the patterns, `chain` the grammar, `chains` and `bare`
read a text, `found` puts its places in order, `home` tells which is the writer's.
"""

from __future__ import annotations

import re
from itertools import islice

from nlp.normalise import Text
from nlp.phones import without_phones
from nlp.places.bare import bare_rooms
from nlp.places.chains import chains
from nlp.places.found import FoundPlace, of_one_message
from nlp.places.home import home_of, with_building_elsewhere
from nlp.places.reading import floor_of_room
from nlp.places.starts import starts
from nlp.understanding import Place

__all__ = ["FoundPlace", "find_places", "home_of"]

_TRIES = 4000
"""Nobody's message needs more; a pasted table of numbers does not hold up the others."""
_LONG_NUMBER = re.compile(r"[0-9]{3,}")
"""Part of every phone, ticket and room that is a number alone."""
_FEWEST_OF_PHONE = 7
"""Digits in its long numbers."""
_FEW = 8
_NUMBERS_OF_TICKETS = re.compile(r"(?:BX|TS|JY|ZX|XC|JT)\d{6}-\d{1,4}")


def find_places(text: Text) -> list[FoundPlace]:
    """Every place named, in order, without overlaps. Linear time."""
    plain = text.plain
    numbers = [*map(re.Match.span, _LONG_NUMBER.finditer(plain))] if text.digits else []
    if numbers and sum([end - start for start, end in numbers]) >= _FEWEST_OF_PHONE:
        plain = without_phones(plain)
    likely = starts(plain, text.latin, _TRIES)
    if not (likely or numbers):
        return []
    if numbers and text.latin:
        plain = _NUMBERS_OF_TICKETS.sub(lambda m: "*" * len(m.group()), plain)
    found = chains(text, plain, likely)
    if numbers and _any_left(numbers, plain, found):
        taken = [(each.start, each.end) for each in found]
        found += [_bare(text, start, end) for start, end in islice(bare_rooms(plain, taken), _TRIES)]
    return found if len(found) < 2 else with_building_elsewhere(of_one_message(found, text), text)


def _any_left(numbers: list[tuple[int, int]], plain: str, found: list[FoundPlace]) -> bool:
    """Whether a number is no phone and no part of a place yet; more than a few are not looked at here."""
    if len(numbers) > _FEW or len(found) > _FEW:
        return True
    return any(
        plain[start] != "*" and not any(each.start <= start < each.end for each in found)
        for start, _ in numbers
    )


def _bare(text: Text, start: int, end: int) -> FoundPlace:
    room = text.plain[start:end].upper()
    written = text.as_written(start, end)
    return FoundPlace(Place(None, None, None, floor_of_room(room), room, None, written), start, end)
