"""Which language, and whether that is clear enough to remember."""

from __future__ import annotations

import pytest

from nlp.languages import language_of
from nlp.understanding import Language

CLEAR: list[tuple[str, Language]] = [
    ("厨房水管爆了,水流了一地", "zh-Hans"),
    ("电梯坏了", "zh-Hans"),
    ("门口的灯不亮", "zh-Hans"),
    ("请尽快派人来", "zh-Hans"),
    ("3栋2单元1501没电", "zh-Hans"),
    ("wifi断了,网络不通", "zh-Hans"),
    ("空调 AC 坏了", "zh-Hans"),
    ("電梯壞了", "zh-Hant"),
    ("廚房漏水,請盡快派人來", "zh-Hant"),
    ("東區3幢12樓A室", "zh-Hant"),
    ("後天下午三點", "zh-Hant"),
    ("水喉爆咗", "zh-Hant"),
    ("冇水", "zh-Hant"),
    ("唔該", "zh-Hant"),
    ("邊個負責㗎", "zh-Hant"),
    ("我喺屋企", "zh-Hant"),
    ("幾時嚟整", "zh-Hant"),
    ("The kitchen tap is leaking", "en"),
    ("lift broken", "en"),
    ("thanks", "en"),
    ("How is my ticket?", "en"),
    ("My room 3栋1501 has no water since morning", "en"),
]

UNCLEAR = [
    "漏水",
    "OK",
    "ok",
    "👍",
    "123",
    "13800138000",
    "",
    "。",
    "3-2-1501",
    "你好",
    "好",
    "hi",
    "大堂",
    "北",
    "A",
    "wifi",
    "😡😡",
    "1",
]


@pytest.mark.parametrize(("text", "language"), CLEAR)
def test_clear_text_has_its_language(text: str, language: Language) -> None:
    assert language_of(text) == (language, True)


@pytest.mark.parametrize("text", UNCLEAR)
def test_text_that_could_be_either_changes_no_profile(text: str) -> None:
    assert language_of(text) == ("zh-Hans", False)


def test_name_with_a_rare_character_is_no_traditional_text() -> None:
    assert language_of("我叫陈喆,厨房漏水了") == ("zh-Hans", True)


def test_simplified_text_that_quotes_one_traditional_name_stays_simplified() -> None:
    assert language_of("我是黃太,电梯坏了,请派人来修") == ("zh-Hans", True)
