"""Which days a word means, seen from today."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from nlp.numerals import HAN, value_of

_AHEAD = {"今": 0, "明": 1, "听": 1, "后": 2, "大": 3}
_WEEKDAYS = (
    {c: i for i, c in enumerate("一二三四五六")} | {str(i + 1): i for i in range(6)} | {"日": 6, "天": 6}
)
_ENGLISH_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERALS = re.compile(rf"\d+|[{HAN}]+")
_HALF_YEAR = timedelta(days=183)


class Days(NamedTuple):
    """First and last day. `floating`: a bare weekday or 号, which means the next one where it is over."""

    first: date
    last: date
    floating: int = 0
    """By how many days it moves on where it is over; 0 where it does not."""


@lru_cache(maxsize=1024)
def days_of(word: str, today: date) -> Days | None:
    """`None` for a date that does not exist or lies more than half a year away."""
    if (word.isascii() and word[0].isalpha()) or re.search(r"[A-Za-z]", word):
        return _english(word.lower(), today)
    if word[0] in _AHEAD and not word.startswith("明年"):
        return _single(today + timedelta(days=_AHEAD[word[0]]))
    if re.search("末|双休|六日", word):
        saturday = _in_week(word, 5, today)
        return Days(saturday, saturday + timedelta(days=1))
    if re.search(r"[周期拜]", word):
        return _weekday(word, today)
    return _date(word, today)


def _single(day: date) -> Days:
    return Days(day, day)


def _in_week(word: str, weekday: int, today: date) -> date:
    """The weekday of this week, of the next (下) or the one after (下下); Monday begins a week."""
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=weekday, weeks=word.count("下"))


def _weekday(word: str, today: date) -> Days | None:
    weekday = _WEEKDAYS[word[-1]]
    day = _in_week(word, weekday, today)
    if word[0] in "下这本":
        return _single(day)
    if day < today:
        day += timedelta(days=7)
    return Days(day, day, 7)


def _date(word: str, today: date) -> Days | None:
    numbers = [value_of(n) or 0 for n in _NUMERALS.findall(word)]
    if len(numbers) == 3:
        return _real(*numbers)
    if len(numbers) == 2:
        return _nearest(numbers[0], numbers[1], today)
    return _day_of_month(numbers[0], word, today) if numbers else None


def _day_of_month(day: int, word: str, today: date) -> Days | None:
    month_ahead = 1 if word.startswith("下") or (day < today.day and word[0] not in "本这") else 0
    year, month = divmod(today.year * 12 + today.month - 1 + month_ahead, 12)
    return _real(year, month + 1, day)


def _nearest(month: int, day: int, today: date) -> Days | None:
    """3月8号: of this year, or of the next where that is less than half a year away."""
    this_year = _real(today.year, month, day)
    if this_year and this_year.first >= today:
        return this_year
    next_year = _real(today.year + 1, month, day)
    return next_year if next_year and next_year.first - today < _HALF_YEAR else None


def _real(year: int, month: int, day: int) -> Days | None:
    try:
        return _single(date(year, month, day))
    except ValueError:
        return None


def _english(word: str, today: date) -> Days | None:
    if word.startswith(("today", "tonight", "this")) and len(word) <= 7:
        return _single(today)
    if "tomorrow" in word or word.startswith("tm"):
        return _single(today + timedelta(days=2 if "after" in word else 1))
    week = "下" if word.startswith("next") else ""
    if "weekend" in word:
        saturday = _in_week(week, 5, today)
        return Days(saturday, saturday + timedelta(days=1))
    if number := re.search(r"\d{1,2}", word):
        if word.startswith("the"):
            return _day_of_month(int(number.group()), word, today)
        month = next(i for i, name in enumerate(_ENGLISH_MONTHS, 1) if re.search(rf"\b{name}", word))
        return _nearest(month, int(number.group()), today)
    name = word.split()[-1][:3]
    prefix = week or ("本" if word.startswith("this") else "")
    return _weekday(f"{prefix or '周'}{'一二三四五六日'[_ENGLISH_WEEKDAYS.index(name)]}", today)
