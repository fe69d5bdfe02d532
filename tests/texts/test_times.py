"""Times as people read them."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.texts.times import show, show_appointment
from nlp.understanding import Appointment, Language
from tests.texts.people import NOW, ZONE, at


@pytest.mark.parametrize(
    ("when", "language", "shown"),
    [
        (at(4, "15:00"), "zh-Hans", "15:00"),
        (at(4, "00:05"), "en", "00:05"),
        (at(5, "15:00"), "zh-Hans", "3月5日 15:00"),
        (at(5, "15:00"), "zh-Hant", "3月5日 15:00"),
        (at(5, "15:00"), "en", "5 Mar 15:00"),
        (at(1, "09:00", year=2027), "zh-Hans", "2027年3月1日 09:00"),
        (at(1, "09:00", year=2027), "en", "1 Mar 2027 09:00"),
    ],
)
def test_a_time_shows_its_day_where_it_is_not_today(when: datetime, language: Language, shown: str) -> None:
    assert show(when, NOW, ZONE, language) == shown


def test_today_is_the_day_of_the_community_not_of_greenwich() -> None:
    assert show(at(4, "23:30"), at(4, "01:00"), ZONE, "zh-Hans") == "23:30"


@pytest.mark.parametrize(
    ("start", "end", "text", "shown"),
    [
        (at(5, "15:30"), None, "明天下午三点半", "周四 3月5日 15:30"),
        (at(6, "10:00"), None, "后天上午十点", "周五 3月6日 10:00"),
        (at(5, "10:00"), at(5, "12:00"), "明天十点到十二点", "周四 3月5日 10:00–12:00"),
        (at(7, "08:30"), at(8, "18:00"), "周末", "周六 3月7日 08:30 至 周日 3月8日 18:00"),
        (at(5, "19:00"), None, "明晚七点以后", "周四 3月5日 19:00 以后"),
        (None, at(5, "12:00"), "明天中午之前", "周四 3月5日 12:00 之前"),
        (None, None, "有空再说", "有空再说"),
    ],
)
def test_an_appointment_is_shown_as_a_full_date(
    start: datetime | None, end: datetime | None, text: str, shown: str
) -> None:
    assert show_appointment(Appointment(start, end, text), NOW, ZONE, "zh-Hans") == shown


def test_an_appointment_for_today_has_its_date_too() -> None:
    assert (
        show_appointment(Appointment(at(4, "16:00"), None, "下午四点"), NOW, ZONE, "zh-Hans")
        == "周三 3月4日 16:00"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [("tomorrow 3:30pm", "Thu 5 Mar 15:30"), ("tomorrow after 3:30pm", "after Thu 5 Mar 15:30")],
)
def test_an_english_appointment_reads_as_english(text: str, shown: str) -> None:
    assert show_appointment(Appointment(at(5, "15:30"), None, text), NOW, ZONE, "en") == shown
