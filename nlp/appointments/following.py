"""What the next clauses add to a time that was named: 周六行吗?最好下午两点到四点."""

from __future__ import annotations

import re

from nlp.appointments.expression import Window
from nlp.appointments.tokens import Token

_NEARBY = 24
"""Characters between two times of one visit."""
_ARRIVES = re.compile("到家|到屋企|下班|放工|收工|接完?孩子|接小孩")
_COME = re.compile(r"来|上门|嚟|过去|派人")


def completed(run: list[Token], following: list[Token], plain: str) -> list[Token] | None:
    """Both as one expression, in the order in which times are read; `None` where they do not belong together."""
    kinds, more = {token.kind for token in run}, {token.kind for token in following}
    between = plain[run[-1].end : following[0].start]
    if (
        len(between) > (2 * _NEARBY if between.isascii() else _NEARBY)
        or "\n" in between
        or "later" in kinds | more
    ):
        return None
    if _parts_differ(run, following):
        return None
    if "day" in more:
        return _day_behind(run, following, plain)
    if "clock" not in kinds:
        return _hours_behind(run, following, more)
    return _rather(run, following, more, plain)


def _parts_differ(run: list[Token], following: list[Token]) -> bool:
    return len({token.word for token in (*run, *following) if token.kind == "part"}) > 1


def _day_behind(run: list[Token], following: list[Token], plain: str) -> list[Token] | None:
    """上午十点左右,明天后天都行; but 下午三点来,明天也行 are two times."""
    if any(token.kind == "day" for token in run) or any(token.kind == "clock" for token in following):
        return None
    if following[0].kind != "day" or plain.startswith("也", following[-1].end):
        return None
    return [following[0], *run]


def _hours_behind(run: list[Token], following: list[Token], more: set[str]) -> list[Token] | None:
    """今天下午来,三点到五点都行; 周五来一趟,整个上午都行."""
    if "clock" not in more and ("part" not in more or any(token.kind != "day" for token in run[:1])):
        return None
    if len(run) > 1 and run[1].kind == "link":  # 明天或后天,最好上午
        return [run[0], *following, *run[1:]]
    return [*run, *following]


def _rather(run: list[Token], following: list[Token], more: set[str], plain: str) -> list[Token] | None:
    """下午五点半到家,六点来修: they are expected at six."""
    if "clock" not in more or not _ARRIVES.search(plain, run[-1].end, following[0].start):
        return None
    if not _COME.search(plain, following[-1].end, following[-1].end + 8):
        return None
    return [*(token for token in run if token.kind == "day"), *following]


_STOP = re.compile(r"[。!?;\n]")
_SAID = re.compile("说好|约好|约了|讲好|答应|通知|原来|本来|不行|没空|不在|冇空|唔得")


def on_day_of(passed: list[Token], run: list[Token], plain: str) -> list[Token] | None:
    """我周四上午有个会,下午两点以后都在家: the day that was named for something else, with this time of it;
    晚上九点下班,九点半来: the part of the day."""
    kinds = {token.kind for token in run}
    if kinds & {"day", "later"} or not _is_missing(passed[0], kinds) or _is_past(passed[0], plain):
        return None
    between = plain[passed[-1].end : run[0].start]
    if (
        len(between) > (2 * _NEARBY if between.isascii() else _NEARBY)
        or _STOP.search(between)
        or (len(passed) == 1 and _SAID.search(between))
    ):
        return None
    return [passed[0], *run]


def _is_missing(token: Token, kinds: set[str]) -> bool:
    return token.kind == "day" or (token.kind == "part" and "clock" in kinds and "part" not in kinds)


def _is_past(token: Token, plain: str) -> bool:
    return token.start > 0 and plain[token.start - 1] in "昨前"


def within(window: Window | None, other: Window) -> Window | None:
    """这周末吧,周日下午: the narrower one."""
    if window is None or window.start is None or other.start is None or other.end is None:
        return None
    return window if other.start <= window.start <= other.end else None
