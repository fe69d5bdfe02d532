"""What an owner sends in private."""

from __future__ import annotations

import pytest

from bot.channels.telegram.outbound import TelegramChannel
from bot.messages import Address, Attachment
from bot.simulation.platforms.telegram import TelegramDouble, Voice
from bot.simulation.platforms.telegram.double import NOON
from tests.channels.telegram.desk import TAKE, Desk, to

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_text_arrives_with_sender_language_and_time(
    wang: Voice, desk: Desk, telegram: TelegramDouble
) -> None:
    update = await wang.says("厨房水管漏水")
    [got] = await desk.receives()
    assert got.address == Address("telegram", str(telegram.state.account), wang.id)
    assert (got.key, got.kind, got.text) == (f"u{update['update_id']}", "text", "厨房水管漏水")
    assert (got.sender, got.sender_name, got.language) == (wang.id, "王女士", "zh-hans")
    assert got.private
    assert got.at == NOON


async def test_a_photo_arrives_in_its_largest_size_with_its_caption(
    wang: Voice, desk: Desk, telegram: TelegramDouble
) -> None:
    await wang.sends_photo("看这里")
    [got] = await desk.receives()
    [file] = telegram.state.files
    assert got.text == "看这里"
    assert got.attachments == (Attachment("photo", remote=f"telegram:{telegram.state.account}:{file}"),)


async def test_a_document_keeps_its_name(wang: Voice, desk: Desk) -> None:
    await wang.sends_document("合同.pdf")
    [got] = await desk.receives()
    assert [(a.kind, a.name) for a in got.attachments] == [("file", "合同.pdf")]


async def test_voice_and_video_arrive_as_attachments(wang: Voice, desk: Desk) -> None:
    await wang.sends_voice()
    await wang.sends_video()
    kinds = [got.attachments[0].kind for got in await desk.receives()]
    assert kinds == ["voice", "video"]


async def test_a_location_says_where(wang: Voice, desk: Desk) -> None:
    await wang.sends_location(22.543096, 114.057865)
    [got] = await desk.receives()
    assert got.attachments == (Attachment("location", remote="22.543096,114.057865"),)


async def test_a_sticker_is_the_emoji_it_stands_for(wang: Voice, desk: Desk) -> None:
    sticker = {"file_id": "s", "file_unique_id": "s", "width": 512, "height": 512, "emoji": "👍"}
    await wang.sends(sticker={**sticker, "type": "regular", "is_animated": False, "is_video": False})
    [got] = await desk.receives()
    assert (got.kind, got.text, got.attachments) == ("text", "👍", ())


async def test_the_own_contact_proves_the_phone(wang: Voice, desk: Desk) -> None:
    await wang.shares_contact()
    [got] = await desk.receives()
    assert (got.kind, got.argument) == ("contact", "13800138001")


async def test_somebody_elses_card_proves_nothing_and_is_only_words(wang: Voice, desk: Desk) -> None:
    await wang.shares_card("李先生", "+86 138-0013-8002")
    [got] = await desk.receives()
    assert (got.kind, got.argument, got.text) == ("text", "", "李先生 13800138002")


@pytest.mark.parametrize(
    ("number", "expected"),
    [("8613800138001", "13800138001"), ("13800138001", "13800138001"), ("+852 9123 4567", "+85291234567")],
)
async def test_a_foreign_number_keeps_its_country_code(
    telegram: TelegramDouble, desk: Desk, number: str, expected: str
) -> None:
    tai = telegram.person("黃太", phone=number)
    await tai.shares_contact()
    [got] = await desk.receives()
    assert got.argument == expected


async def test_a_reply_names_the_message_it_answers(
    wang: Voice, desk: Desk, telegram: TelegramDouble
) -> None:
    telegram.state.keep(wang.chat, telegram.state.me, {"text": "方便留个房号吗？"})
    telegram.state.did("message", wang.chat.id, "方便留个房号吗？", telegram.state.messages[wang.chat.id, 1])
    await wang.says("1501", to=wang.all_heard()[-1])
    [got] = await desk.receives()
    assert got.on == "1"


async def test_a_tap_carries_token_query_and_message(
    wang: Voice, desk: Desk, telegram: TelegramDouble, channel: TelegramChannel
) -> None:
    number = await channel.send(to(wang, "确认吗？", (TAKE,)), "")
    await wang.taps("接单")
    [got] = await desk.receives()
    assert (got.kind, got.token, got.on, got.sender) == ("tap", "t-take", number, wang.id)
    assert got.tap in telegram.state.queries
    assert got.at == NOON


async def test_a_button_of_a_year_ago_still_says_what_was_tapped(
    wang: Voice, desk: Desk, telegram: TelegramDouble
) -> None:
    ancient = {"chat": wang.chat.json(), "message_id": 3, "date": 0}
    tap = {"id": "77", "from": wang.user, "chat_instance": "1", "data": "t-old", "message": ancient}
    await telegram.inject("callback_query", tap)
    [got] = await desk.receives()
    assert (got.kind, got.token, got.on, got.private, got.at) == ("tap", "t-old", "3", True, NOON)


async def test_blocking_the_bot_makes_the_person_unreachable(wang: Voice, desk: Desk) -> None:
    await wang.blocks()
    await wang.unblocks()
    assert [(got.kind, got.private) for got in await desk.receives()] == [("unreachable", True)]


async def test_a_name_cannot_turn_or_break_the_line(telegram: TelegramDouble, desk: Desk) -> None:
    await telegram.person("王\u202e女士\n\n经理" + "长" * 100).says("在吗")
    [got] = await desk.receives()
    assert got.sender_name.startswith("王 女士 经理长")
    assert len(got.sender_name) == 64


async def test_halves_of_emoji_and_nul_never_reach_the_database(wang: Voice, desk: Desk) -> None:
    await wang.says("漏水\ud83d了\0吧")
    [got] = await desk.receives()
    assert got.text == "漏水?了吧"


@pytest.mark.parametrize(
    "content", [{"dice": {"emoji": "🎲", "value": 3}}, {"pinned": 1}, {"new_chat_title": "x"}]
)
async def test_kinds_that_say_nothing_are_passed_over(
    wang: Voice, desk: Desk, content: dict[str, object]
) -> None:
    await wang.sends(**content)
    await wang.says("在吗")
    assert [got.text for got in await desk.receives()] == ["在吗"]
