"""Times as people read them: HH:MM today, `3月5日 15:00` or `5 Mar 15:00` on another day, with the year in another year."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo

from nlp.understanding import Appointment, Language

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "zh-Hans": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "zh-Hant": ("週一", "週二", "週三", "週四", "週五", "週六", "週日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_AFTER: dict[Language, str] = {"zh-Hans": "{} 以后", "zh-Hant": "{} 以後", "en": "after {}"}
_BEFORE: dict[Language, str] = {"zh-Hans": "{} 之前", "zh-Hant": "{} 之前", "en": "before {}"}
_ONWARDS = re.compile(r"(?<![午饭飯])[后後](?![天日])|起$|开始|開始|after|from|onward|since")
_TO: dict[Language, str] = {"zh-Hans": "{} 至 {}", "zh-Hant": "{} 至 {}", "en": "{} to {}"}


def show(at: datetime, now: datetime, zone: tzinfo, language: Language) -> str:
    """`15:00`, `3月5日 15:00`, `2027年3月5日 15:00` in the community's zone. Both times are aware."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    if local.date() == today:
        return _clock(local)
    return f"{show_day(local.date(), today, language)} {_clock(local)}"


def _clock(local: datetime) -> str:
    """`15:00`. Not strftime: it costs ten times as much, several times in every answer."""
    return f"{local.hour:02d}:{local.minute:02d}"


def show_day(day: date, today: date, language: Language) -> str:
    """`3月5日`, `5 Mar`; with the year where it is not this one."""
    if language == "en":
        year = "" if day.year == today.year else f" {day.year}"
        return f"{day.day} {_MONTHS[day.month - 1]}{year}"
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def show_appointment(appointment: Appointment, now: datetime, zone: tzinfo, language: Language) -> str:
    """As a full date with its weekday: `周四 3月5日 15:30`, `… 10:00–12:00`, `… 19:00 以后`; its words where it has no times."""
    start = _full(appointment.start, now, zone, language)
    end = _full(appointment.end, now, zone, language)
    if not start and not end:
        return appointment.text
    if not end:
        return _AFTER[language].format(start) if _is_open(appointment) else start
    if not start:
        return _BEFORE[language].format(end)
    if start == end:
        return start
    return _joined(start, end, language)


def _joined(start: str, end: str, language: Language) -> str:
    day, _, _ = start.rpartition(" ")
    end_day, _, end_time = end.rpartition(" ")
    return f"{start}–{end_time}" if day == end_day else _TO[language].format(start, end)


def _is_open(appointment: Appointment) -> bool:
    """`下午三点半` and `晚上七点以后` both have no end; the words tell them apart (后天 says nothing of the kind)."""
    return _ONWARDS.search(appointment.text.lower()) is not None


def _full(at: datetime | None, now: datetime, zone: tzinfo, language: Language) -> str:
    if at is None:
        return ""
    local = at.astimezone(zone)
    day = show_day(local.date(), now.astimezone(zone).date(), language)
    return f"{_WEEKDAYS[language][local.weekday()]} {day} {_clock(local)}"
