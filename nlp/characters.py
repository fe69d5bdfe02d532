"""Which Han characters belong to which script, from the tables that every Python brings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import product

from nlp.later import Later


def _decodable(encoding: str, leads: range, trails: list[int]) -> frozenset[str]:
    pairs = bytes(byte for pair in product(leads, trails) for byte in pair)
    return frozenset(c for c in pairs.decode(encoding, "ignore") if "\u4e00" <= c <= "\u9fff")


TRADITIONAL_IN_GB2312 = frozenset("後於麽菸著")
"""GB 2312 has these for names and for 著名; in messages they mostly are Traditional (著火)."""

GB2312 = _decodable("gb2312", range(0xB0, 0xF8), list(range(0xA1, 0xFF))) - TRADITIONAL_IN_GB2312
"""Han of everyday Simplified text."""


@cache
def big5() -> frozenset[str]:
    """Han of everyday Traditional text."""
    return _decodable("big5", range(0xA4, 0xFA), [*range(0x40, 0x7F), *range(0xA1, 0xFF)])


@cache
def simplified_only() -> re.Pattern[str]:
    """Characters that nobody writes in Traditional text (楼, 电, 们)."""
    return one_of((GB2312 - big5()) - frozenset("着内温里囧呗咯啥咋甭嘞吖哒嗨搞"))


@cache
def traditional_only() -> re.Pattern[str]:
    """Characters that nobody writes in Simplified text (樓, 電, 們): Big5 knows them, GB 2312 does not,
    and OpenCC has another form for them (so that 喆 and 堃 of mainland names stay out)."""
    from nlp.simplifying import to_simplified

    candidates = sorted((big5() - GB2312) | TRADITIONAL_IN_GB2312 | frozenset("裏衆説録邨係"))
    simplified = to_simplified("".join(f"{c}\n" for c in candidates)).split("\n")
    return one_of(c for c, s in zip(candidates, simplified, strict=False) if c != s)


def one_of(characters: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of these. Searching it is ten times faster than asking a set for each character."""
    return re.compile(f"[{re.escape(''.join(sorted(characters)))}]")


def none_of(characters: Iterable[str]) -> Later:
    """A pattern for anything but these."""
    return Later(f"[^{re.escape(''.join(sorted(characters)))}]")
