"""What a token of a place says: numbers Arabic, letters capital."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from nlp.normalise import LATIN
from nlp.numerals import HAN, digits_of

_CODE = re.compile(rf"[A-Za-z]?\d{{1,5}}[A-Za-z]?|[{HAN}]+")
_LETTER = re.compile(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])|[东南西北中甲乙丙丁]")
_WORD = re.compile(
    r"(?i)tower|block|blk|building|bldg|villa|house|flat|room|rm|apartment|apt|suite|unit|no\.?|floor|level|(?<=\d)(?:st|nd|rd|th)\b"
)
_FLOOR_AND_DOOR = re.compile(r"([二三四五六]?十[一二三四五六七八九]?)([零〇][一二三四五六七八九])$")
_NUMBERED = re.compile(rf"(?<!负)[{HAN}]+(?=[栋幢座号单梯门])|(?<!负)[{HAN}]{{2,}}(?=[楼层])")
_ABOUT = frozenset(a + b for a, b in pairwise("一二三四五六七八九"))
"""七八栋 is no building 78."""
_UNDERGROUND_PART = re.compile(r"(?:[Bb]|负)([1-5一二三四五])(?![\d\-]|号)")
_UNDERGROUND = re.compile(r"负|地下|-|^[Bb]\d")


@lru_cache(maxsize=1024)
def code_of(token: str) -> str | None:
    """三号楼 → "3", B座 → "B", Tower 3 → "3", 12a → "12A"."""
    if LATIN.search(token):
        token = _WORD.sub(" ", token)
    if (match := _CODE.search(token)) is None:
        letter = _LETTER.search(token)
        return letter.group().upper() if letter else None
    code = match.group()
    if code.isascii():
        return code.upper().lstrip("0") or None
    return None if code in _ABOUT else digits_of(code)


@lru_cache(maxsize=1024)
def room_of(token: str) -> str | None:
    """一五〇一室 → "1501", 十五零一 → "1501", A室 → "A"."""
    if "十" in token and (match := _FLOOR_AND_DOOR.search(re.sub(r"[室号房间户]", "", token))):
        return f"{digits_of(match[1])}{digits_of(match[2])}"
    return code_of(token)


@lru_cache(maxsize=1024)
def floor_of(token: str) -> str | None:
    """十五楼 → "15", 负一楼 → "B1", 顶楼 → "top", 首层 → "1", G/F → "G"."""
    lowered = token.lower()
    if "顶" in token or "top" in lowered:
        return "top"
    if token[0] in "首底":
        return "1"
    if lowered.startswith("g"):
        return "G"
    if _UNDERGROUND.search(token):
        number = re.search(r"\d|[一二三四五]", token)
        return f"B{digits_of(number.group())}" if number else None
    return code_of(token.lower().replace("/f", "").rstrip("f"))


@lru_cache(maxsize=1024)
def floor_of_room(room: str) -> str | None:
    """1501 → "15", 602 → "6", 12A → "12"; `None` where the room does not tell."""
    match = re.fullmatch(r"(\d{1,2})(?:\d{2}[A-Z]?|[A-Z])", room)
    return match[1].lstrip("0") or None if match else None


@lru_cache(maxsize=1024)
def arabic(token: str) -> str:
    """The token as one writes it on a card: 三号楼 → 3号楼, 十五楼 → 15楼, but 一楼; no blanks."""
    if not token.isascii():
        token = token.replace(" ", "").replace("第", "").upper()
    return _NUMBERED.sub(lambda m: digits_of(m.group()) or m.group(), token)


@lru_cache(maxsize=1024)
def underground_of(area: str) -> str | None:
    """地下车库B2 → "B2", 地下车库负二层 → "B2"."""
    match = _UNDERGROUND_PART.search(area)
    return f"B{digits_of(match[1])}" if match else None
