"""The tokens of a place: which pattern is tried where, told by the letter that stands there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from string import ascii_letters, digits

from nlp.numerals import HAN
from nlp.places import grammar
from nlp.places.starts import CHINESE_STARTS

_NUMERALS = frozenset(digits + HAN)


_SHARED = (
    "电梯 升降 客梯 货梯 扶梯 消防 观光 楼道 楼梯 楼下 楼顶 走廊 过道 大厅 门厅 门口 门前 前厅 前面 前方 入户 单元 防火 天台 屋顶 屋面 平台 连廊 外墙 卫生间 男 女 洗手 厕所 公厕 茶水 会议 "
    "旁边 附近 对面 后面 后方 西侧 东侧 南侧 北侧 东边 西边 南边 北边 左边 右边 左侧 右侧 绿化 草坪 那个 那部 里 内"
)


def _by_letter(starts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, set[str]] = defaultdict(set)
    for start in starts:
        grouped[start[0]].add(start)
    return {letter: tuple(sorted(group)) for letter, group in grouped.items()}


# Most words behind a place do not belong to it, which these tell at once.
_NAMED_SECOND = _by_letter([*CHINESE_STARTS, *ascii_letters])
_SHARED_SECOND = _by_letter(_SHARED.split())
_SECOND = frozenset(_NAMED_SECOND) | frozenset(_SHARED_SECOND)
_BETWEEN = re.compile(r"(?:\s?[-/]\s?|\s?(?:in|of|at|on)\s(?:the\s)?|[\s,、的:·(]{1,2})?")
_LIGHT = frozenset(",、的:·(")
_JOINTS = _LIGHT | frozenset("-/ \n\u2028\u2029\x1c\x1d\x1e\x1f")
_ONWARD = _SECOND | _JOINTS


def may_go_on(plain: str, end: int) -> bool:
    """Whether the letter at `end` can belong to a place that reaches to there."""
    return plain[end : end + 1] in _ONWARD


_AFTER_HOME = frozenset(ascii_letters + digits + HAN + "东南西北中甲乙丙丁第#")


def home_may_go_on(plain: str, end: int) -> bool:
    """The same where the place has its room: only a floor in letters or a seat can follow."""
    letter = plain[end : end + 1]
    if letter in _LIGHT:
        letter = plain[end + 1 : end + 2]
    return letter in _AFTER_HOME or letter in _JOINTS


def next_token(plain: str, end: int) -> re.Match[str] | None:
    """What goes on with the place that reaches to `end`, perhaps behind a separator."""
    letter = plain[end : end + 1]
    if letter not in _ONWARD:
        return None
    if letter in _SECOND and (match := _goes_on(plain, end)):
        return match
    if letter in _LIGHT and plain[end + 1 : end + 2] not in _JOINTS:
        return _goes_on(plain, end + 1)
    between = _BETWEEN.match(plain, end)
    return _goes_on(plain, between.end()) if between is not None and between.end() > end else None


def _goes_on(plain: str, at: int) -> re.Match[str] | None:
    letter = plain[at : at + 1]
    if letter in _NUMERALS or letter in ascii_letters:
        return grammar.GO_ON_WITH_CODE.match(plain, at) if letter else None
    if plain.startswith(_NAMED_SECOND.get(letter, ()), at):
        return (grammar.GO_ON_WITH_CODE if letter in "-#" else grammar.GO_ON_WITH_WORD).match(plain, at)
    if plain.startswith(_SHARED_SECOND.get(letter, ()), at):
        return grammar.SHARED.match(plain, at)
    return None


def begins(plain: str, at: int) -> re.Match[str] | None:
    """The token with which a place begins here."""
    letter = plain[at]
    if letter in _NUMERALS:
        return grammar.BEGIN_WITH_NUMBER.match(plain, at)
    if letter.isalpha() and letter.isascii():
        return grammar.BEGIN_WITH_LETTER.match(plain, at)
    return grammar.BEGIN_WITH_WORD.match(plain, at)
