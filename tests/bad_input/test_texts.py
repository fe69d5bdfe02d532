from __future__ import annotations

import pytest

from tests.bad_input.desk import LEAK, Desk

NOTHING_TO_FILE = {
    "empty": "",
    "blanks": "   \n\t  ",
    "emoji": "😀😀🎉🏠💧",
    "one emoji": "👍",
    "flags and families": "🇨🇳👨‍👩‍👧‍👦❤️‍🔥",
    "control characters": "\x00\x01\x02\x07\x1b[31m\x7f\x9f",
    "invisible characters": "\u200b\u200e\u202e\ufeff\u2060",
    "half a surrogate pair": "\ud800",
    "punctuation": "？！。。。，、；：“”",
    "one letter": "a",
    "only digits": "1234567890" * 5,
    "markup": "<b>&amp;</b> {{ 7 * 7 }} {% raw %} %s {0} ${x} *_`",
    "statement": "'; DROP TABLE tickets; --",
    "combining marks": "a" + "\u0301" * 500,
    "right to left": "\u202eמים\u202c سلام",
    "rare characters": "𠮷𠀀𪚥" * 20,
}
LONG = {
    "letters": "水" * 100_000,
    "sentences": "今天天气不错。" * 14_286,
    "lines": "你好\n" * 33_334,
    "digits": "1" * 100_000,
    "brackets": "(" * 100_000,
    "rooms": "3栋2单元1501" * 11_112,
    "blanks": " " * 99_999 + "。",
    "times": "明天下午三点半" * 14_286,
}


@pytest.mark.parametrize("text", NOTHING_TO_FILE.values(), ids=NOTHING_TO_FILE.keys())
async def test_text_that_says_nothing_is_answered_and_files_nothing(desk: Desk, text: str) -> None:
    assert len(await desk.write("王女士", text)) == 1
    assert desk.tickets == []


@pytest.mark.parametrize("text", NOTHING_TO_FILE.values(), ids=NOTHING_TO_FILE.keys())
async def test_text_that_says_nothing_is_no_answer_of_staff(desk: Desk, text: str) -> None:
    await desk.stage.write("老李", text)
    await desk.stage.write("老李", text, group="工程群")
    assert desk.tickets == []


@pytest.mark.parametrize("text", NOTHING_TO_FILE.values(), ids=NOTHING_TO_FILE.keys())
async def test_text_that_says_nothing_ruins_no_draft(desk: Desk, text: str) -> None:
    await desk.write("王女士", LEAK)
    await desk.write("王女士", text)
    await desk.tap("王女士", "确认")
    assert [ticket.state for ticket in desk.tickets] == ["assigned"]


@pytest.mark.slow
@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
async def test_hundred_thousand_characters_are_answered(desk: Desk, text: str) -> None:
    assert len(await desk.write("王女士", text)) == 1
    assert len(desk.tickets) <= 1


async def test_long_story_with_a_matter_is_filed_once_and_said_back_short(desk: Desk) -> None:
    answers = await desk.write("王女士", LEAK + "，" + "这个事情说来话长，" * 11_000)
    assert len(desk.tickets) == 1
    assert "BX260304-001" in answers[0].text
    assert len(answers[0].text) < 1000


async def test_control_characters_inside_a_report_do_not_hide_it(desk: Desk) -> None:
    await desk.write("王女士", "厨\u200b房的水\x00管一直在滴水\x07，麻烦派人")
    assert [ticket.category for ticket in desk.tickets] == ["facilities"]
