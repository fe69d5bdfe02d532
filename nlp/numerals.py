"""Chinese numerals → Arabic, as rooms, dates and times use them."""

from __future__ import annotations

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "俩": 2,
    "幺": 1,
    "壹": 1,
    "贰": 2,
}
_DIGITS |= {"叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}
_TENS = {"十": 10, "拾": 10, "廿": 20, "卅": 30}
_HUNDREDS = {"百": 100, "佰": 100, "千": 1000, "仟": 1000}

HAN = "零〇一二两三四五六七八九十百廿卅幺"
"""Characters of a numeral in rooms and times, for use inside a pattern's brackets."""


def value_of(numeral: str) -> int | None:
    """十五 → 15, 廿三 → 23, 一百零二 → 102, 两 → 2, 一五〇一 → 1501, "08" → 8; `None` where it is none."""
    if not numeral:
        return None
    if numeral.isascii():
        return int(numeral) if numeral.isdigit() and len(numeral) <= 9 else None
    digits = digits_of(numeral)
    return int(digits) if digits else None


def digits_of(numeral: str) -> str | None:
    """The numeral in Arabic digits, leading zeros kept (零三 → "03", 十五 → "15"); `None` where it is none."""
    if numeral.isascii():
        return numeral if numeral.isdigit() else None
    if len(numeral) > 9:
        return None
    if all(c in _DIGITS or (c.isdigit() and c.isascii()) for c in numeral):
        return "".join(str(_DIGITS.get(c, c)) for c in numeral)
    total = _spoken(numeral)
    return None if total is None else str(total)


def _spoken(numeral: str) -> int | None:
    """一百二十三; a digit right after 百 without 十 counts tens (一百二 → 120), after 零 ones."""
    total, pending, unit = 0, 0, 0
    for at, c in enumerate(numeral):
        if c in _DIGITS:
            pending = _DIGITS[c]
            unit = unit // 10 if pending else 1
        elif c in _TENS:
            total += _TENS[c] * (pending or 1) if _TENS[c] == 10 else _TENS[c]
            pending, unit = 0, 10
        elif c in _HUNDREDS and (pending or at):
            total += _HUNDREDS[c] * (pending or 1)
            pending, unit = 0, _HUNDREDS[c]
        else:
            return None
    return total + pending * max(unit, 1)
