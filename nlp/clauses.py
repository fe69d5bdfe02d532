"""Where a message can be cut into separate matters."""

from __future__ import annotations

import re

from nlp.alternatives import by_first_letter
from nlp.later import Later
from nlp.normalise import Text

_SIGN = re.compile(r"[,、。!?;\n… .]")
_STRONG_SIGNS = frozenset("。!?;\n….")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# 1、 2) (三) 4. 一是 in front of the matters of a list; not 3.5 and not 1、2号楼.
_LISTED = Later(
    r"[0-9一二三四五六七八九十(](?:(?<=\()[0-9一二三四五六七八九十]{1,2}\)|(?<!\()[0-9一二三四五六七八九十]?[、)]|(?<!\()是|(?<!\()[0-9]?\.(?!\d))(?!\d)"
)
_MAY_BE_LISTED = re.compile(r"[0-9一二三四五六七八九十][、.)是]")
_FRESH_WORDS = [
    "另外", "还有(?!没有|没|人|多久|几|一?次|多少|一?段|效|电|水|气)", "顺便", "再有(?!人)", "再者", "此外", "同时", "以及", "对了(?!吗)", "其次", "第[一二三四五六]个?(?=[,点是:])",
]  # fmt: skip
_FRESH = Later(by_first_letter(_FRESH_WORDS))
_RUN = Later(
    r"([^,、。!?;\n…:~](?:[^,、。!?;\n…]*[^,、。!?;\n…:~])?)(?:[,、:~]*([。!?;\n…])[,、。!?;\n…:~]*)?"
)
"""What lies between signs, without a colon or a tilde at its ends, and a strong sign behind it, where there is one."""
_UNUSUAL = Later(
    by_first_letter(
        [" ", ".", *_FRESH_WORDS, *(f"{number}[、)是]" for number in "0123456789一二三四五六七八九十")]
    )
)
"""Anything that cuts besides the signs of a run."""
_ENGLISH_FRESH = Later(r"\b(?:also|besides|in addition|another thing|plus|and the)\b", re.IGNORECASE)
_ENGLISH_WEAK = Later(r"\b(?:and|but)\b", re.IGNORECASE)
_EDGE = " ,、。!?;:…\n~."

Cut = tuple[int, int, bool]
"""From, to (what lies between is in no clause), and whether what follows is strong."""


Clause = tuple[int, int, bool]
"""A span of plain, without punctuation at its ends, and whether it is strong: what precedes it ends a sentence or
announces another matter (另外, 2、); otherwise it follows a comma. (A plain tuple: every message makes several.)"""


def split(text: Text) -> list[Clause]:
    """Every clause in order; together they hold every word of the text (list numbers are left out)."""
    plain = text.plain
    if not text.latin and _UNUSUAL.search(plain) is None:
        return _runs(plain)
    cuts = _signs(plain)
    if _MAY_BE_LISTED.search(plain):
        cuts += _lists(plain)
    cuts += [(m.start(), m.start(), True) for m in _FRESH.finditer(plain)]
    if text.latin:
        cuts += [(m.start(), m.start(), True) for m in _ENGLISH_FRESH.finditer(plain)]
        cuts += [(m.start(), m.start(), False) for m in _ENGLISH_WEAK.finditer(plain)]
    cuts.sort()
    return _between(plain, cuts)


def _runs(plain: str) -> list[Clause]:
    """What lies between signs, where nothing else can cut."""
    clauses: list[Clause] = []
    strong = True
    for match in _RUN.finditer(plain):
        start, end = match.span(1)
        clauses.append((start, end, strong))
        strong = match.lastindex == 2
    return clauses


def _signs(plain: str) -> list[Cut]:
    cuts = []
    for match in _SIGN.finditer(plain):
        at = match.start()
        sign = plain[at]
        if sign == "." and not plain[at + 1 : at + 2].isspace() and at + 1 < len(plain):
            continue  # 3.5
        if sign == " " and not (_HAN.match(plain, at + 1) or _HAN.match(plain, at - 1)):
            continue  # between English words
        cuts.append((at, at + 1, sign in _STRONG_SIGNS))
    return cuts


def _lists(plain: str) -> list[Cut]:
    return [
        (m.start(), m.end(), True)
        for m in _LISTED.finditer(plain)
        if m.start() == 0 or plain[m.start()] == "(" or not plain[m.start() - 1].isalnum()
    ]


def _between(plain: str, cuts: list[Cut]) -> list[Clause]:
    clauses: list[Clause] = []
    start, strong = 0, True
    for left, right, cut_strong in cuts:
        if left > start and _append(clauses, plain, start, left, strong):
            strong = cut_strong
        else:
            strong = strong or cut_strong
        start = max(start, right)
    _append(clauses, plain, start, len(plain), strong)
    return clauses


def _append(clauses: list[Clause], plain: str, start: int, end: int, strong: bool) -> bool:
    while start < end and plain[start] in _EDGE:
        start += 1
    while end > start and plain[end - 1] in _EDGE:
        end -= 1
    if start < end:
        clauses.append((start, end, strong))
    return start < end
