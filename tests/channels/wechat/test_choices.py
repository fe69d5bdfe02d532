"""Buttons as numbers, and numbers as buttons."""

from __future__ import annotations

import pytest

from bot.channels.wechat.choices import Choice, chosen, spoken
from bot.simulation.platforms.wechat import Voice
from tests.channels.wechat.office import Office, to

THREE = [Choice("确认", "t:0"), Choice("修改", "t:1"), Choice("取消", "t:2")]
SCORES = [Choice(str(n), f"s:{n}") for n in (5, 4, 3, 2, 1)]


@pytest.mark.parametrize(
    ("typed", "token"),
    [
        ("1", "t:0"),
        ("２", "t:1"),
        (" 3。", ""),
        ("3.", "t:2"),
        ("1 确认", "t:0"),
        ("1、确认", "t:0"),
        ("确认", "t:0"),
        ("1 修改", ""),
        ("4", ""),
        ("0", ""),
        ("1501", ""),
        ("1号楼", ""),
        ("我要取消", ""),
        ("", ""),
    ],
)
def test_what_is_typed_means_a_button_or_nothing(typed: str, token: str) -> None:
    found = chosen(typed, THREE)
    assert (found.token if found else "") == token


def test_a_score_is_its_own_number() -> None:
    assert spoken(SCORES, "zh-Hans") == "请直接回复：5　4　3　2　1"
    found = chosen("5", SCORES)
    assert found is not None
    assert found.token == "s:5"


def test_choices_are_offered_in_the_language_of_the_message() -> None:
    assert spoken(THREE, "zh-Hans") == "回复数字：1 确认　2 修改　3 取消"
    assert spoken([Choice("Confirm", "")], "en") == "Reply with a number: 1 Confirm"
    assert spoken([Choice("確認", "")], "zh-Hant") == "回覆數字：1 確認"


@pytest.mark.asyncio(loop_scope="session")
async def test_a_typed_number_is_a_tap_on_the_button(office: Office, wang: Voice) -> None:
    office.answers = [to(wang, "对吗？", "确认", "修改")]
    assert await (await wang.says("灯坏了")) == "对吗？\n\n回复数字：1 确认　2 修改"
    office.answers = [to(wang, "好的")]
    await (await wang.says("2"))
    tap = office.kept[-1]
    assert (tap.kind, tap.token, tap.tap) == ("tap", "t:1", tap.key)


@pytest.mark.asyncio(loop_scope="session")
async def test_by_customer_service_the_choices_can_be_touched(office: Office, wang: Voice) -> None:
    wang.follower.open("message", office.clock())
    await office.sends(to(wang, "修好了吗？", "已解决", "未解决"))
    assert wang.seen()[-1].choices == (("t:0", "1 已解决"), ("t:1", "2 未解决"))
    office.answers = [to(wang, "谢谢")]
    await (await wang.taps("未解决"))
    assert (office.kept[-1].kind, office.kept[-1].token) == ("tap", "t:1")


@pytest.mark.asyncio(loop_scope="session")
async def test_where_the_form_is_refused_plain_numbers_say_the_same(office: Office, wang: Voice) -> None:
    wang.follower.open("message", office.clock())
    office.wechat.refuse("/cgi-bin/message/custom/send", 40008, "invalid message type")
    await office.sends(to(wang, "修好了吗？", "已解决", "未解决"))
    assert wang.seen()[-1].text == "修好了吗？\n\n回复数字：1 已解决　2 未解决"


@pytest.mark.asyncio(loop_scope="session")
async def test_ordinary_words_and_rooms_stay_words(office: Office, wang: Voice) -> None:
    office.answers = [to(wang, "哪一户？", "1501", "1502")]
    await (await wang.says("漏水"))
    office.answers = [to(wang, "好")]
    await (await wang.says("3栋2单元"))
    assert office.kept[-1].kind == "text"


@pytest.mark.asyncio(loop_scope="session")
async def test_a_choice_touched_long_after_keeps_its_meaning(office: Office, wang: Voice) -> None:
    wang.follower.open("message", office.clock())
    await office.sends(to(wang, "修好了吗？", "已解决", "未解决"))
    office.answers = [to(wang, "新的问题？", "是", "不是")]
    await (await wang.says("漏水"))
    office.answers = [to(wang, "谢谢")]
    await (await wang.says("1 已解决", bizmsgmenuid="old:0"))
    assert office.kept[-1].token == "old:0"
