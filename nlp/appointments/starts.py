"""Where in a text a time can begin: cheap to find, so that the patterns of times are only tried there."""

from __future__ import annotations

import re
from collections import defaultdict
from string import ascii_letters, digits

from nlp.alternatives import by_first_letter, by_two_letters
from nlp.later import Later
from nlp.numerals import HAN

_NAMES = (
    "今天 今日 今儿 今早 今晚 今晨 今夜 今上 今下 今中 明天 明日 明儿 明早 明晚 明晨 明上 明下 明中 明年 听日 听早 听晚 听朝 听下 听上 后天 后日 大后天 大后日 大清早 "
    "下周 下下 下个 下礼 下星 下午 下昼 下班后 下班以 下班之 这周 这礼 这星 这个周 这个星 这个礼 这个月 这双休 本周 本月 本星 本礼 周末 周一 周二 周三 周四 周五 周六 周日 周天 周1 周2 周3 周4 周5 周6 星期 礼拜 双休 "
    "上午 上昼 中午 正午 午后 午间 早上 早晨 早间 清早 清晨 晚上 晚间 夜晚 夜里 夜间 傍晚 半夜 凌晨 深夜 晏昼 朝早 一早 一大早 一整天 整天 全天 全日 整日 白天 半小时 半个小时 半个钟 半天后 过半 "
)
_CLOSE = [f"{part}{number}" for part in "早晚" for number in (*digits, *"一二两三四五六七八九十")]
_LATER = [f"过{number}" for number in (*digits, *"一两二三四五六十")]
_WORDS = [*_NAMES.split(), *_CLOSE, *_LATER]
_ANY_START = Later(by_first_letter([*_WORDS, *digits, *HAN]))
# An hour, a date (and no house or gate), or so many hours later.
_COUNTS_TIME = r"(?=\s?[点时月到至]|[号日](?![楼栋幢门线梯房院店机厅桌车库口别商公码井泵柜充岗单\d])|个?半?(?:小时|钟头|分钟|天)[之以后]"
_START = Later(
    by_two_letters(
        _WORDS,
        (digits, rf"(?<![0-9][0-9])[0-9]{{0,3}}+{_COUNTS_TIME}|\s?[年:/.~]|\s?-\s?\d{{1,2}}(?:-\d|\s?点))"),
        (HAN, rf"(?<![{HAN}][{HAN}])[{HAN}]{{0,2}}{_COUNTS_TIME})"),
    )
)
_ENGLISH = Later(r"(?<![A-Za-z])[A-Za-z](?=[A-Za-z])")


def _by_letter() -> dict[str, tuple[str, ...]]:
    grouped: dict[str, set[str]] = defaultdict(set)
    for word in (*_WORDS, *digits, *HAN, *"早晚朝晨夜", *ascii_letters):
        grouped[word[0]].add(word)
    return {letter: tuple(sorted(group)) for letter, group in grouped.items()}


_SECOND = _by_letter()


def starts(plain: str, latin: bool) -> list[int]:
    """Positions in order; numbers only where they may count hours or days. `latin`: whether there are letters."""
    if latin and (english := [*map(re.Match.start, _ENGLISH.finditer(plain))]):
        found = map(re.Match.start, _ANY_START.finditer(plain))
        return [at for at in sorted([*found, *english]) if not (at and _inside(plain[at - 1], plain[at]))]
    first = _START.search(plain)
    if first is None:
        return []
    return [first.start(), *map(re.Match.start, _START.finditer(plain, first.end()))]


def _inside(before: str, here: str) -> bool:
    return (here in digits and before in digits) or (here in HAN and before in HAN)


def goes_on(plain: str, at: int) -> bool:
    """Whether another time word may stand here, behind one."""
    likely = _SECOND.get(plain[at : at + 1])
    return likely is not None and plain.startswith(likely, at)
