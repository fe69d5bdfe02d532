"""Which time of the day a word means, and how long a part of the day lasts."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from nlp.later import Later
from nlp.numerals import HAN, value_of

OPENING, CLOSING = timedelta(hours=8, minutes=30), timedelta(hours=18)
"""A day that is named without a time is its working day."""

# In this order: 下班后 is no 下午, 早 is part of many.
_PARTS: tuple[tuple[str, tuple[float, float]], ...] = (
    ("上午 早 清晨 晨 朝 上昼 morning", (8.5, 12)),
    ("中午 正午 午间", (12, 14)),
    ("下午 午后 下昼 晏昼 afternoon", (14, 18)),
    ("傍晚", (17, 19)),
    ("全天 整天 全日 整日 白天", (8.5, 18)),
    ("下班 晚 夜晚 evening tonight", (18, 21)),
)
_LATE = re.compile(r"半夜|凌晨|深夜|夜里|夜间|^night")
_TWO_HOURS = re.compile(r"(\d{1,2}(?::\d\d)?)\s?(?:and|to|-|~|until|till)\s?(\d{1,2}(?::\d\d)?)$")
_ENGLISH_HOURS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_ENGLISH = re.compile(rf"(?:(half|quarter)\s(past|to)\s)?({'|'.join(_ENGLISH_HOURS)}|\d{{1,2}})(\sthirty)?\b")
_CLOCK = Later(
    rf"(?P<hour>\d{{1,2}}|[{HAN}]{{1,3}})\s?(?:[:.点时]\s?(?:(?P<half>半)|(?P<quarter>[一三])刻|(?P<minute>\d{{1,2}}|[零〇]?[{HAN}]{{1,3}}))?)?"
)


class Clock(NamedTuple):
    """Minutes since midnight. `sure`: written so that morning and afternoon are told apart (15:00, 08:00, 3pm)."""

    minutes: int
    sure: bool
    until: int | None = None
    """三四点: the second hour."""


@lru_cache(maxsize=256)
def part_of(word: str) -> tuple[timedelta, timedelta] | None:
    """From when to when, of its day; `None` for the night, when nobody is visited."""
    lowered = word.lower()
    if _LATE.search(lowered):
        return None
    for names, (start, end) in _PARTS:
        if any(name in lowered for name in names.split()):
            return timedelta(hours=start), timedelta(hours=end)
    return None


@lru_cache(maxsize=1024)
def clock_of(word: str, part: str | None) -> Clock | None:
    """三点半, 15:30, 3pm, 8点 with the part of the day that was said; `None` where there is no such time."""
    lowered = word.lower()
    if "noon" in lowered:
        return Clock(720, sure=True)
    if two := _TWO_HOURS.search(lowered):
        return _two_hours(two, part)
    if lowered[0].isalpha() and (worded := _ENGLISH.search(lowered)):
        return clock_of(_in_digits(worded), part)
    match = _CLOCK.match(word)
    if match is None:
        return None
    if two := re.fullmatch(r"([一二三四五六七八两])([二三四五六七八九两])|(九)(十)", match["hour"]):
        return _two_hours(two, part)
    hour, minute = value_of(match["hour"]), _minute(match)
    if hour is None or hour > 24 or minute > 59:
        return None
    if half_day := re.search(r"([ap])\.?m", lowered):
        hour = hour % 12 + (12 if half_day[1] == "p" else 0)
        return Clock(hour * 60 + minute, sure=True)
    if part is not None:
        return Clock(_in_part(hour, part) * 60 + minute, sure=True)
    return Clock(hour * 60 + minute, sure=hour > 12 or hour == 0 or match["hour"].startswith("0"))


def _in_digits(worded: re.Match[str]) -> str:
    """half past two → 2:30, quarter to seven → 6:45."""
    fraction, side, said, thirty = worded.groups()
    hour = int(said) if said.isdigit() else _ENGLISH_HOURS.index(said) + 1
    minute = {"half": 30, "quarter": 15}.get(fraction or "", 30 if thirty else 0)
    if side == "to":
        hour, minute = (hour - 1 or 12), 60 - minute
    return f"{hour}:{minute:02}"


def _two_hours(two: re.Match[str], part: str | None) -> Clock | None:
    hours = [hour for hour in two.groups() if hour]
    first, second = clock_of(hours[0], part), clock_of(hours[1], part)
    if first is None or second is None:
        return None
    return Clock(first.minutes, first.sure, second.minutes)


def _minute(match: re.Match[str]) -> int:
    if match["half"]:
        return 30
    if match["quarter"]:
        return 15 if match["quarter"] == "一" else 45
    return (value_of(match["minute"]) or 0) if match["minute"] else 0


def _in_part(hour: int, part: str) -> int:
    """下午3点 → 15, 晚上12点 → 24, 中午1点 → 13, 凌晨12点 → 0."""
    part = part.lower()
    if re.search(r"凌晨", part):
        return hour % 12 if hour == 12 else hour
    if re.search(r"下|午后|晏|晚|夜|night|evening|afternoon", part) and hour <= 12:
        return 24 if hour == 12 and re.search(r"晚|夜|night", part) else (hour % 12 + 12)
    if re.search(r"中午|正午|午间", part) and hour < 4:
        return hour + 12
    return hour
