"""Rooms written as a number alone: 1501漏水了, 我是1501的, 楼上1601."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_NUMBER = re.compile(r"[1-9]\d{2,3}")
# What leads to a home's number, or the beginning of a clause.
_LED_TO = re.compile(
    r"(?:^|[,。;!?\n]|我们?是|我家是?在?|我们?家|家住|我们?住在?|住在?|这里是|这边是|这是|本人|业主|住户|楼上|楼下|隔壁|对门|(?<![存正现])在|地址[是:]?|房号?[是:]?|(?i:(?:live|i'm|i am|we're|we are|neighbou?rs?|flat|owner)\s(?:in|at|of)))\s?$"
)
_OF_PEOPLE = re.compile(
    r"的?(?:业主|住户|住客|租户|客人|房客|门口|家里)|\s(?i:upstairs|downstairs|above|below|next door)\b"
)
_TAIL = re.compile(r"[A-Ha-h]?")
_SOMETHING_ELSE = re.compile(
    r"[A-Za-z\d]|[-~:.]\d|\s?(?:\d|元|块|个|户|天|人|多|平|万|度|次|分|秒|小时|年|月|日|号楼|栋|幢|座|单元|点|%|楼|层|米|弄|号|条|名|家公司|路|瓦|强|斤|只|台|辆|张|页|字|车位)"
)
_INSIDE = re.compile(r"[\d\-.A-Za-z]")
_YEAR = re.compile(r"19[89]\d|20[12]\d")
_CALLED = frozenset({"110", "119", "120", "122", "114", "911", "999"})
"""Numbers that everyone calls."""
_HIGHEST_FLOOR, _LAST_DOOR = 60, 40


def bare_rooms(plain: str, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """Their spans in `plain`, in which phone numbers are blanked out; not at the positions `taken`."""
    for number in _NUMBER.finditer(plain):
        start = number.start()
        if start in taken or (start and _INSIDE.match(plain, start - 1)):
            continue
        tail = _TAIL.match(plain, number.end())
        end = tail.end() if tail else number.end()
        if _SOMETHING_ELSE.match(plain, end) or not _looks_like_room(number.group()):
            continue
        if _OF_PEOPLE.match(plain, end) or _LED_TO.search(plain, max(0, start - 16), start):
            yield start, end


def _looks_like_room(number: str) -> bool:
    floor, door = int(number[:-2]), int(number[-2:])
    if number in _CALLED or _YEAR.fullmatch(number):
        return False
    return 1 <= floor <= _HIGHEST_FLOOR and 1 <= door <= _LAST_DOOR
