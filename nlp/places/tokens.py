"""One pattern for where a place can begin, one for how it can go on."""

from __future__ import annotations

import re
from functools import cache
from string import ascii_letters, digits

from nlp.numerals import HAN
from nlp.places import areas, words
from nlp.places.starts import CHINESE_STARTS


def _alternatives(*named: tuple[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in named))


# The commonest first: alternatives are tried in this order.
_ANYWHERE = (
    ("building", words.BUILDING),
    ("unit", words.UNIT),
    ("parking", areas.PARKING_SPACE),
    ("dashed", words.DASHED),
    ("floor", words.FLOOR),
    ("area", f"{areas.NAMED}|{areas.NUMBERED_LIFT}"),
    ("zone", words.ZONE),
    ("room", words.ROOM),
)


@cache
def _begin() -> re.Pattern[str]:
    """Compiled with the first place that anybody names: these two take a tenth of a second."""
    return _alternatives(*_ANYWHERE)


_SHARED = (
    "电梯 客梯 货梯 扶梯 消防 观光 楼道 楼梯 楼下 楼顶 走廊 过道 大厅 门厅 门口 门前 前厅 前面 前方 入户 单元 防火 天台 屋顶 屋面 平台 连廊 外墙 卫生间 男 女 洗手 厕所 公厕 茶水 会议 "
    "旁边 附近 对面 后面 后方 西侧 东侧 南侧 北侧 东边 西边 南边 北边 左边 右边 左侧 右侧 绿化 草坪 那个 那部 里 内"
)
# Most words behind a place do not belong to it, which this tells at once.
_SECOND = re.compile("|".join([*CHINESE_STARTS, *ascii_letters, *digits, *HAN, *_SHARED.split()]))


@cache
def _go_on() -> re.Pattern[str]:
    return _alternatives(
        ("bare_room", words.BARE_ROOM),
        ("unit_door", words.UNIT_DOOR),
        ("unit", words.UNIT),
        ("floor", words.FLOOR),
        ("unit_and_room", words.UNIT_AND_ROOM),
        ("parking", areas.PARKING_SPACE),
        ("dashed", words.DASHED),
        ("building", words.BUILDING),
        ("area", f"{areas.NAMED}|{areas.NUMBERED_LIFT}"),
        ("zone", words.ZONE),
        ("room", words.ROOM),
        ("shared", areas.BEHIND_NUMBER),
        ("floor_and_door", words.FLOOR_AND_DOOR),
        ("door", words.DOOR),
    )


_BETWEEN = re.compile(r"(?:\s?[-/]\s?|\s?(?:in|of|at|on)\s(?:the\s)?|[\s,、的:·(]{1,2})?")


def next_token(plain: str, end: int) -> re.Match[str] | None:
    """What goes on with the place that reaches to `end`, perhaps behind a separator."""
    if _SECOND.match(plain, end) and (match := _go_on().match(plain, end)):
        return match
    between = _BETWEEN.match(plain, end)
    if between is None or between.end() == end or _SECOND.match(plain, between.end()) is None:
        return None
    return _go_on().match(plain, between.end())


def begins(plain: str, at: int) -> re.Match[str] | None:
    """The token with which a place begins here."""
    return _begin().match(plain, at)
