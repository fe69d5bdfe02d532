"""Rooms written as a number alone: 1501漏水了, 我是1501的, 楼上1601."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.later import Later
from nlp.places.words import COUNTED

_NUMBER = re.compile(r"[1-9]\d{2,3}")
# What leads to a home's number, besides the beginning of a clause.
_LEAD = (
    "我是 我们是 我家 我家是 我们家 家住 住 这里是 这边是 这是 本人 业主 住户 楼上 楼下 隔壁 对门 "
    "地址 地址是 地址: 房 房号 房是 房: 房号是 房号:"
)
_LEADS = tuple(_LEAD.split())
_BEGINS_CLAUSE = frozenset(",。;!?\n")
_IN_PASSING = frozenset("存正现")
_ENGLISH_LEAD = Later(
    r"(?:live|i'm|i am|we're|we are|neighbou?rs?|flat|owner|someone|somebody|people|tenants?|family|dog|noise|music|party)\s(?:in|at|of|from)\s?$",
    re.IGNORECASE,
)
_ENGLISH_PLACED = re.compile(r"\b(?:in|from|above|below|at)\s$", re.IGNORECASE)
_STOPS = re.compile(r"\s?(?:$|[,。!?;、的家])")
_ENDS = re.compile(r"\s?(?:$|[.,!?;])")
_OF_PEOPLE = Later(
    r"的?(?:业主|住户|住客|租户|客人|房客|门口|家里)|\s(?i:upstairs|downstairs|above|below|next door)\b"
)
_TAIL = re.compile(r"[A-Ha-h]?")
_SOMETHING_ELSE = Later(
    rf"[A-Za-z\d]|[-~:.]\d|\s?(?:\d|{COUNTED}|日|弄|号|条|名|家公司|路(?![由灯])|瓦(?!斯)|强(?!电)|斤|只(?![要有])|台(?![盆面灯])|辆|张(?![先女]|阿姨)|页|字)"
)
_INSIDE = re.compile(r"[\d\-.A-Za-z]")
_YEAR = re.compile(r"19[89]\d|20[12]\d")
_CALLED = frozenset({"110", "119", "120", "122", "114", "911", "999"})
"""Numbers that everyone calls."""
_LONGEST_LEAD = 16
_HIGHEST_FLOOR, _LAST_DOOR = 60, 40


def bare_rooms(plain: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Their spans in `plain`, in which phone numbers are blanked out; not inside the spans `taken`, which
    are in order."""
    spans = iter([*taken, (len(plain), len(plain))])
    first, last = next(spans)
    for number in _NUMBER.finditer(plain):
        start = number.start()
        while last <= start:
            first, last = next(spans)
        if first <= start or (start and _INSIDE.match(plain, start - 1)):
            continue
        tail = _TAIL.match(plain, number.end())
        end = tail.end() if tail else number.end()
        if _SOMETHING_ELSE.match(plain, end) or not _looks_like_room(number.group()):
            continue
        if _led_to(plain, start, end) or _OF_PEOPLE.match(plain, end):
            yield start, end


def _led_to(plain: str, at: int, behind: int) -> bool:
    end = at - 1 if at and plain[at - 1].isspace() else at
    if at == 0 or end == 0 or plain[at - 1] in _BEGINS_CLAUSE or plain[end - 1] in _BEGINS_CLAUSE:
        return True
    if plain.endswith(_LEADS, 0, end) or (
        plain[end - 1] == "在" and plain[max(0, end - 2)] not in _IN_PASSING
    ):
        return True
    if not plain[end - 1].isascii():
        return plain[end - 1] == "我" and _STOPS.match(plain, behind) is not None
    first = max(0, at - _LONGEST_LEAD)
    if _ENGLISH_LEAD.search(plain, first, at) is not None:
        return True
    return _ENGLISH_PLACED.search(plain, first, at) is not None and _ENDS.match(plain, behind) is not None


def _looks_like_room(number: str) -> bool:
    floor, door = int(number[:-2]), int(number[-2:])
    if number in _CALLED or _YEAR.fullmatch(number):
        return False
    return 1 <= floor <= _HIGHEST_FLOOR and 1 <= door <= _LAST_DOOR
