"""What holds on every channel."""

from __future__ import annotations

import re

import pytest

from bot.messages import Attachment
from bot.outbox.carrying import Carrier
from tests.channels.contract.platform import JPEG, Platform

pytestmark = pytest.mark.asyncio(loop_scope="session")

EMOJI = "水管修好了👍🏽 👨‍👩‍👧 谢谢🔧"


def words(platform: Platform) -> str:
    """Everything that can be read, in order."""
    return "\n".join(shown.text for shown in platform.seen() if shown.text)


async def test_a_text_comes_in_as_it_was_written(platform: Platform) -> None:
    await platform.says("厨房漏水，3栋1501")
    (got,) = platform.kept
    assert (got.kind, got.text) == ("text", "厨房漏水，3栋1501")


async def test_the_answer_reaches_the_one_who_wrote(platform: Platform) -> None:
    platform.answers = [platform.message("收到，马上安排。")]
    await platform.says("厨房漏水")
    assert words(platform) == "收到，马上安排。"
    assert platform.states() == ["sent"]


async def test_a_button_comes_back_with_its_token(platform: Platform) -> None:
    await platform.sends(platform.message("BX260304-001 厨房漏水", "接单", "暂缓"))
    await platform.taps("暂缓")
    got = platform.kept[-1]
    assert (got.kind, got.token) == ("tap", "t:1")


async def test_a_change_is_seen_by_whoever_made_it(platform: Platform) -> None:
    await platform.sends(platform.message("BX260304-001\n状态：等人接单", "接单", name="card:1"))
    before = len(platform.seen())
    platform.answers = [
        platform.message("BX260304-001\n状态：已接单，老李", "完成", sort="edit", edits="card:1")
    ]
    await platform.taps("接单")
    assert "状态：已接单，老李" in words(platform)
    assert len(platform.seen()) == before + (0 if platform.edits else 1)
    await platform.taps("完成")
    assert platform.kept[-1].token == "t:0"


async def test_a_picture_comes_in(platform: Platform) -> None:
    await platform.sends_photo(JPEG)
    (attachment,) = platform.kept[-1].attachments
    assert attachment.kind == "photo"
    assert await platform.content(attachment) == JPEG


async def test_a_picture_goes_out_with_its_words(platform: Platform) -> None:
    (platform.folder / "done.jpg").write_bytes(JPEG)
    await platform.sends(platform.message("修好了", attachments=(Attachment("photo", path="done.jpg"),)))
    assert [shown.picture for shown in platform.seen() if shown.picture] == [JPEG]
    assert words(platform) == "修好了"


async def test_a_picture_from_any_platform_reaches_any_other(platform: Platform, another: Platform) -> None:
    await platform.sends_photo(JPEG)
    (attachment,) = platform.kept[-1].attachments
    channels = {(one.channel.name, one.channel.account): one.channel for one in (another, platform)}
    carrier = Carrier(another.channel, channels, another.folder)
    await carrier.send(another.message("业主发来的照片", attachments=(attachment,)), "")
    assert [shown.picture for shown in another.seen() if shown.picture] == [JPEG]


async def test_a_long_text_is_cut_at_sentences_and_loses_nothing(platform: Platform) -> None:
    text = "".join(f"第{n}句，厨房水管还在漏水。" for n in range(platform.sentences))
    await platform.sends(platform.message(text))
    pieces = [shown.text.strip() for shown in platform.seen()]
    assert "".join(pieces) == text
    assert all(piece.endswith("。") for piece in pieces)
    assert (len(pieces) > 1) == platform.splits


async def test_emoji_survive_both_ways(platform: Platform) -> None:
    platform.answers = [platform.message(EMOJI)]
    await platform.says(EMOJI)
    assert platform.kept[-1].text == EMOJI
    assert words(platform) == EMOJI


async def test_what_is_brought_again_is_taken_once(platform: Platform) -> None:
    platform.answers = [platform.message("收到，马上安排。")]
    await platform.says("厨房漏水")
    platform.answers = [platform.message("再次收到。")]
    await platform.brings_again()
    await platform.brings_again()
    platform.answers = []
    await platform.says("谢谢")
    assert [got.text for got in platform.kept] == ["厨房漏水", "谢谢"]
    assert platform.states() == ["sent"]
    assert "再次" not in words(platform)


async def test_a_throttled_message_waits_as_long_as_it_must_and_keeps_its_place(platform: Platform) -> None:
    pause = platform.throttles()
    await platform.sends(*[platform.message(f"第{n}条") for n in range(4)])
    assert platform.states() == ["waiting"] * 4
    await platform.passes(pause - 1)
    assert words(platform) == ""
    await platform.passes(1)
    assert re.findall(r"第\d条", words(platform)) == ["第0条", "第1条", "第2条", "第3条"]
    assert platform.states() == ["sent"] * 4


async def test_a_message_that_is_refused_for_good_keeps_back_no_other(platform: Platform) -> None:
    platform.refuses()
    await platform.sends(platform.message("第一条"), platform.message("第二条"))
    assert platform.states() == ["dead", "sent"]
    assert words(platform) == "第二条"


async def test_messages_arrive_in_the_order_in_which_they_were_written(platform: Platform) -> None:
    await platform.sends(*[platform.message(f"第{n}条") for n in range(8)])
    assert re.findall(r"第\d条", words(platform)) == [f"第{n}条" for n in range(8)]
