"""How much may still be said, and what becomes of the rest."""

from __future__ import annotations

import pytest

from bot.simulation.platforms.wechat import Voice
from tests.channels.wechat.office import Office, to

pytestmark = pytest.mark.asyncio(loop_scope="session")

SEND = "/cgi-bin/message/custom/send"


async def wrote(office: Office, voice: Voice) -> None:
    """She wrote and was answered."""
    office.answers = [to(voice, "您好")]
    await (await voice.says("在吗"))
    await office.rests()


async def test_five_messages_go_after_one_of_hers_and_the_sixth_waits(office: Office, wang: Voice) -> None:
    await wrote(office, wang)
    for n in range(6):
        await office.sends(to(wang, f"第 {n + 1} 条", ticket_id=7))
    assert [seen.text for seen in wang.seen()[1:]] == [f"第 {n + 1} 条" for n in range(5)]
    assert office.states()[-1] == "held"
    assert len(office.wechat.called(SEND)) == 5
    assert office.unreached == ["第 6 条"]


async def test_what_was_held_comes_with_the_answer_to_her_next_message(office: Office, wang: Voice) -> None:
    await wrote(office, wang)
    for n in range(7):
        await office.sends(to(wang, f"第 {n + 1} 条"))
    office.answers = [to(wang, "在的")]
    assert await (await wang.says("进度")) == "第 6 条\n\n第 7 条\n\n在的"
    await office.rests()
    assert set(office.states()) == {"sent"}


async def test_what_is_due_together_costs_one(office: Office, wang: Voice) -> None:
    await wrote(office, wang)
    await office.sends(*[to(wang, f"第 {n} 条") for n in range(8)])
    assert len(office.wechat.called(SEND)) == 1


async def test_a_touch_of_the_menu_gives_three_within_a_minute(office: Office, wang: Voice) -> None:
    office.answers = [to(wang, "没有进行中的工单")]
    await (await wang.clicks("progress"))
    await office.rests()
    for n in range(4):
        await office.sends(to(wang, f"第 {n + 1} 条"))
    assert [seen.way for seen in wang.seen()] == ["passive", "custom", "custom", "custom"]
    assert office.states()[-1] == "held"


async def test_a_touch_does_not_open_two_days(office: Office, wang: Voice) -> None:
    office.answers = [to(wang, "没有进行中的工单")]
    await (await wang.clicks("progress"))
    await office.rests()
    office.clock.passes(minutes=2)
    await office.sends(to(wang, "BX260304-001 师傅已接单"))
    assert [seen.way for seen in wang.seen()] == ["passive", "template"]


async def test_after_two_days_a_template_says_that_there_is_news(office: Office, wang: Voice) -> None:
    await wrote(office, wang)
    office.clock.passes(hours=49)
    text = "BX260304-001 客厅的灯修好了吗？修得满不满意，有什么还要我们做的，都可以告诉我们。"
    await office.sends(to(wang, text, "已解决", "未解决", ticket_id=7))
    announced = wang.seen()[-1]
    assert announced.way == "template"
    assert announced.fields == {
        "character_string1": "BX260304-001",
        "thing2": "客厅的灯修好了吗？修得满不满意，有什么…",
        "time3": "2026-03-06 05:00",
    }
    assert office.states()[-1] == "held"
    assert office.unreached == []
    assert "1 已解决" in str(await (await wang.says("在")))


@pytest.mark.parametrize("code", [47003, 40037, 48001])
async def test_where_no_template_goes_out_staff_see_it(office: Office, wang: Voice, code: int) -> None:
    await wrote(office, wang)
    office.clock.passes(hours=49)
    office.wechat.refuse("/cgi-bin/message/template/send", code)
    await office.sends(to(wang, "修好了吗？", ticket_id=7))
    assert office.unreached == ["修好了吗？"]
    assert office.states()[-1] == "held"


async def test_a_person_who_left_is_out_of_reach_for_good(office: Office, wang: Voice) -> None:
    await wrote(office, wang)
    await (await wang.unfollows())
    await office.sends(to(wang, "修好了吗？"))
    assert office.states()[-1] == "dead"


async def test_the_platform_has_the_last_word_on_the_quota(office: Office, wang: Voice) -> None:
    await wrote(office, wang)
    office.wechat.refuse(SEND, 45047, "out of response count limit")
    await office.sends(to(wang, "一"))
    await office.sends(to(wang, "二"))
    assert office.states()[-2:] == ["held", "held"]
    assert len(office.wechat.called(SEND)) == 1


async def test_the_platform_has_the_last_word_on_the_window(office: Office, wang: Voice) -> None:
    await wrote(office, wang)
    office.wechat.refuse(SEND, 45015, "response out of time limit")
    await office.sends(to(wang, "修好了吗？"))
    assert wang.seen()[-1].way == "template"
    assert office.states()[-1] == "held"


async def test_the_count_outlives_a_restart(office: Office, wang: Voice) -> None:
    await wrote(office, wang)
    for n in range(5):
        await office.sends(to(wang, f"第 {n + 1} 条"))
    with office.storage.begin() as work:
        kept = work.notes.get("wechat", office.channel.account, "quota", wang.openid)
    assert kept is not None
    assert kept["message"][1] == 0


async def test_openings_are_written_down_together(office: Office, wang: Voice) -> None:
    li = office.wechat.follower("李先生")
    for voice in (wang, li):
        office.quota.opened(voice.openid, "message")
    office.quota.flush()
    with office.storage.begin() as work:
        kept = [work.notes.get("wechat", office.channel.account, "quota", v.openid) for v in (wang, li)]
    assert [one["message"][1] for one in kept if one] == [5, 5]


async def test_somebody_unknown_to_the_count_is_tried(office: Office, wang: Voice) -> None:
    wang.follower.open("message", office.clock())
    await office.sends(to(wang, "您好"))
    assert wang.seen()[-1].text == "您好"
