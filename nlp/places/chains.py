"""The places that begin at the likely positions of a text."""

from __future__ import annotations

import re

from nlp.normalise import Text
from nlp.places.chain import Chain
from nlp.places.found import FoundPlace, only_floor
from nlp.places.reading import floor_of_room
from nlp.places.tokens import begins, home_may_go_on, may_go_on, next_token
from nlp.places.words import ORDINARY
from nlp.understanding import Place

# A floor alone is a place where a clause begins with it (5楼没电) or somebody lives there, else it
# tells a story (电梯停在一楼, 从6楼扔下来).
_BEGINS_CLAUSE = frozenset(",。;!?:( \n")
_LIVES = ("住", "我家", "我们", "家里", "位于", "我是", "地址")
_THINGS_STAND = frozenset("停卡困放摆存")


def chains(text: Text, plain: str, likely: list[int]) -> list[FoundPlace]:
    """`plain` is without phones; `likely` are positions in order."""
    found: list[FoundPlace] = []
    done = 0
    for start in likely:
        if start < done:
            continue
        if ordinary := ORDINARY.match(plain, start):
            place, done = _ordinary(text, plain, ordinary)
        elif match := begins(plain, start):
            chain, end = Chain(), match.end()
            if match.lastgroup == "floor" and not (may_go_on(plain, end) or _leads_to_floor(plain, start)):
                done = end
                continue
            if not chain.take(match.lastgroup or "", match.group(), ""):
                continue
            done = _extend(chain, plain, end)
            place = chain.place(text.as_written(start, done))
        else:
            continue
        if place is not None and (
            place.floor is None or not only_floor(place) or _leads_to_floor(plain, start)
        ):
            found.append(FoundPlace(place, start, done))
    return found


def _ordinary(text: Text, plain: str, match: re.Match[str]) -> tuple[Place | None, int]:
    """3栋2单元1501, and where it goes on, what comes behind."""
    start, end = match.span()
    building, unit, unit_alone, room = match.groups()
    unit = unit or unit_alone
    if not (home_may_go_on if room else may_go_on)(plain, end):
        floor = floor_of_room(room) if room else None
        return Place(None, building, unit, floor, room, None, text.as_written(start, end)), end
    chain = Chain()
    chain.building, chain.unit, chain.room = building, unit, room
    chain.words.append(match.group())
    end = _extend(chain, plain, end)
    return chain.place(text.as_written(start, end)), end


def _leads_to_floor(plain: str, at: int) -> bool:
    if at == 0 or plain[at - 1] in _BEGINS_CLAUSE:
        return True
    if plain[at - 1] == "在":
        return at == 1 or plain[at - 2] not in _THINGS_STAND
    return plain.endswith(_LIVES, 0, at)


def _extend(chain: Chain, plain: str, end: int) -> int:
    """Takes what belongs to the place behind `end`; the new end."""
    while (match := next_token(plain, end)) is not None:
        if not chain.take(match.lastgroup or "", match.group(), plain[end : match.start()]):
            break
        end = match.end()
    return end
