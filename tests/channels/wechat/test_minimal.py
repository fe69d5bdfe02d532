"""An account without certification: passive replies alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.messages import Attachment
from tests.channels.wechat.office import Office, to

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_no_interface_is_ever_called(small_office: Office) -> None:
    wang = small_office.wechat.follower("王女士")
    small_office.answers = [to(wang, "登记好了")]
    assert await (await wang.says("灯坏了")) == "登记好了"
    await small_office.rests()
    await small_office.sends(to(wang, "师傅已接单"))
    assert small_office.wechat.state.calls == []
    assert small_office.states() == ["sent", "held"]


async def test_any_message_brings_what_was_held(small_office: Office) -> None:
    wang = small_office.wechat.follower("王女士")
    await small_office.sends(to(wang, "师傅已接单"), to(wang, "师傅到了"))
    small_office.answers = []
    assert await (await wang.says("?")) == "师傅已接单\n\n师傅到了"


async def test_a_long_text_is_read_on_by_any_message(small_office: Office) -> None:
    wang = small_office.wechat.follower("王女士")
    small_office.answers = [to(wang, "一二三四五六七八九。" * 100)]
    first = await (await wang.says("进度"))
    await small_office.rests()
    second = await (await wang.says("继续"))
    assert first is not None
    assert second is not None
    assert first.endswith("（还有内容，发任意消息继续看）")
    told = first.removesuffix("\n\n（还有内容，发任意消息继续看）") + second
    assert told == "一二三四五六七八九。" * 100


async def test_staff_hear_only_of_what_matters(small_office: Office) -> None:
    wang = small_office.wechat.follower("王女士")
    await small_office.sends(to(wang, "师傅已接单", ticket_id=7))
    await small_office.sends(to(wang, "停水了，请关阀", ticket_id=8, important=True))
    assert small_office.unreached == ["停水了，请关阀"]


async def test_a_picture_is_told_in_words(small_office: Office, media: Path) -> None:
    (media / "a.jpg").write_bytes(b"\xff\xd8\xff")
    wang = small_office.wechat.follower("王女士")
    small_office.answers = [to(wang, "修好了", attachments=(Attachment("photo", path="a.jpg"),))]
    assert "有 1 张照片" in str(await (await wang.says("好了吗")))
