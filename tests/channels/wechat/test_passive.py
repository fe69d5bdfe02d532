"""The answer that goes out with the request itself."""

from __future__ import annotations

import asyncio

import pytest

from bot.messages import Attachment
from bot.simulation.platforms.wechat import Voice
from bot.simulation.platforms.wechat.voices import JPEG
from tests.channels.wechat.office import Office, to

pytestmark = pytest.mark.asyncio(loop_scope="session")


def ways(voice: Voice) -> list[str]:
    return [seen.way for seen in voice.seen()]


async def test_what_is_ready_in_time_goes_out_as_the_passive_reply(office: Office, wang: Voice) -> None:
    office.answers = [to(wang, "您好")]
    assert await (await wang.says("在吗")) == "您好"
    await office.rests()
    assert ways(wang) == ["passive"]
    assert office.states() == ["sent"]


async def test_everything_ready_is_one_reply_the_important_first(office: Office, wang: Voice) -> None:
    office.answers = [to(wang, "一"), to(wang, "二"), to(wang, "三", important=True)]
    assert await (await wang.says("在吗")) == "三\n\n一\n\n二"
    await office.rests()
    assert office.states() == ["sent", "sent", "sent"]


async def test_the_answer_to_a_tap_goes_along_or_is_dropped(office: Office, wang: Voice) -> None:
    office.answers = [to(wang, "已催过", sort="notice", tap="1"), to(wang, "师傅在路上")]
    assert await (await wang.says("催一下")) == "已催过\n\n师傅在路上"
    await office.sends(to(wang, "别人先接了", sort="notice", tap="2"))
    assert ways(wang) == ["passive"]


async def test_a_newer_piece_answers_the_older_request_empty(office: Office, wang: Voice) -> None:
    older = await wang.says("客厅的灯坏了")
    newer = await wang.says("麻烦派人来")
    assert await older is None
    await office.sends(to(wang, "登记好了"))
    assert await newer == "登记好了"


async def test_two_people_do_not_get_each_others_answers(office: Office, wang: Voice) -> None:
    li = office.wechat.follower("李先生")
    requests = [await wang.says("在吗"), await li.says("您好")]
    for _ in requests:
        await office.arrived.get()
    await office.sends(to(li, "李先生好"), to(wang, "王女士好"))
    assert [await request for request in requests] == ["王女士好", "李先生好"]


async def test_a_request_without_an_answer_is_let_go_in_time(small_office: Office) -> None:
    wang = small_office.wechat.follower("王女士")
    assert await (await wang.says("在吗")) == "收到，正在办。发任意消息查看进度。"
    assert len(small_office.replies) == 0


async def test_what_is_too_late_goes_by_customer_service(office: Office, wang: Voice) -> None:
    office.answers = [to(wang, "您好")]
    await (await wang.says("在吗"))
    await office.rests()
    await office.sends(to(wang, "师傅到了"))
    assert ways(wang) == ["passive", "custom"]


async def test_a_long_text_goes_on_by_customer_service_behind_the_reply(office: Office, wang: Voice) -> None:
    office.answers = [to(wang, "一二三四五六七八九。" * 120)]
    first = await (await wang.says("在吗"))
    await office.rests()
    assert first is not None
    assert first.endswith("。")
    assert "".join(seen.text for seen in wang.seen()) == "一二三四五六七八九。" * 120
    assert ways(wang) == ["passive", "custom"]


async def test_a_photo_follows_the_reply(office: Office, wang: Voice, media: object) -> None:
    assert hasattr(media, "joinpath")
    media.joinpath("a.jpg").write_bytes(JPEG)
    office.answers = [to(wang, "修好了", attachments=(Attachment("photo", path="a.jpg"),))]
    assert await (await wang.says("好了吗")) == "修好了"
    await office.rests()
    assert [seen.picture for seen in wang.seen() if seen.picture] == [JPEG]


@pytest.mark.parametrize("text", ["a]]>b", "]]>]]><Content>x", "\x0b\x00坏字", "<b>&amp;"])
async def test_no_text_breaks_the_reply(office: Office, wang: Voice, text: str) -> None:
    office.answers = [to(wang, text)]
    legible = text.replace("\x0b", "").replace("\x00", "")
    assert await (await wang.says("在吗")) == legible


async def test_an_edit_is_told_to_who_waits_and_to_nobody_else(office: Office, wang: Voice) -> None:
    await office.sends(to(wang, "别人动了工单", sort="edit", edits="card:1"))
    assert ways(wang) == []
    office.answers = [to(wang, "工单：处理中", sort="edit", edits="card:1")]
    assert await (await wang.says("到场")) == "工单：处理中"
    await office.rests()
    assert office.states() == ["sent", "sent"]


async def test_a_broken_request_gives_its_words_back(office: Office, wang: Voice) -> None:
    waiting = office.replies.begin(wang.openid, asyncio.get_running_loop().time())
    wang.follower.open("message", office.clock())
    office.quota.opened(wang.openid, "message")
    sending = asyncio.create_task(office.sends(to(wang, "您好"), to(wang, "请问房号")))
    await waiting.changed.wait()
    office.replies.leave(wang.openid, waiting)
    waiting.ended(answered=False)
    await sending
    assert [seen.text for seen in wang.seen()] == ["您好\n\n请问房号"]
    assert ways(wang) == ["custom"]
