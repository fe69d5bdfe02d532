"""Where in a text a time can begin: cheap to find, so that the patterns of times are only tried there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters, digits

from nlp.alternatives import by_first_letter
from nlp.numerals import HAN

_NAMES = (
    "今天 今日 今儿 今早 今晚 今晨 今夜 今上 今下 今中 明天 明日 明儿 明早 明晚 明晨 明上 明下 明中 明年 听日 听早 听晚 听朝 听下 听上 后天 后日 大后天 大后日 大清早 "
    "下周 下下 下个 下礼 下星 下午 下昼 下班后 下班以 下班之 这周 这个周 这个星 这个礼 这个月 这双休 本周 本月 本星 本礼 周末 周一 周二 周三 周四 周五 周六 周日 周天 周1 周2 周3 周4 周5 周6 星期 礼拜 双休 "
    "上午 上昼 中午 正午 午后 午间 早上 早晨 早间 清早 清晨 晚上 晚间 夜晚 夜里 夜间 傍晚 半夜 凌晨 深夜 晏昼 朝早 一早 一大早 一整天 整天 全天 白天 半小时 半个小时 半个钟 半天后 过半 过一 "
)
_CLOSE = [f"{part}{number}" for part in "早晚" for number in (*digits, *"一二两三四五六七八九十")]
_WORDS = [*_NAMES.split(), *_CLOSE]
_ANY_START = re.compile(by_first_letter([*_WORDS, *digits, *HAN]))
_HAN_OF_TIME = [rf"{numeral}[{HAN}]{{0,2}}(?=\s?[点号日时月个半小分天钟到至])" for numeral in HAN]
_DIGITS_OF_TIME = [
    rf"{digit}\d{{0,3}}(?=\s?(?:[点号日时月年:/.~到至个半小分天钟]|-\s?\d))" for digit in digits
]
_START = re.compile(by_first_letter([*_DIGITS_OF_TIME, *_HAN_OF_TIME, *_WORDS]))
_ENGLISH = re.compile(r"(?<![A-Za-z])[A-Za-z](?=[A-Za-z])")
_GOES_ON = re.compile(by_first_letter([*_WORDS, *digits, *HAN, *"早晚朝晨夜", *ascii_letters]))


def may_begin(plain: str) -> bool:
    """Whether a time can begin anywhere in a text without letters."""
    return _START.search(plain) is not None


def starts(plain: str, latin: bool) -> Iterator[int]:
    """Positions in order; numbers only where they may count hours or days. `latin`: whether there are letters."""
    english = [match.start() for match in _ENGLISH.finditer(plain)] if latin else []
    found = [match.start() for match in (_ANY_START if english else _START).finditer(plain)]
    for at in sorted(found + english) if english else found:
        if not (at and _inside(plain[at - 1], plain[at])):
            yield at


def _inside(before: str, here: str) -> bool:
    return (here in digits and before in digits) or (here in HAN and before in HAN)


def goes_on(plain: str, at: int) -> bool:
    """Whether another time word may stand here, behind one."""
    return _GOES_ON.match(plain, at) is not None
