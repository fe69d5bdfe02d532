"""The AI bot's long connection: what it hears and says in groups and in private."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.messages import Attachment
from bot.outbox.delivery import DeliveryError
from bot.simulation.platforms.wecom import Voice
from bot.simulation.platforms.wecom.voices import Ear
from tests.channels.wecom.bot_office import BotOffice, open_bot_office
from tests.channels.wecom.office import Office, to
from tests.channels.wecom.test_private_chats import CARD, TAKEN

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def bot(office: Office) -> AsyncIterator[BotOffice]:
    async with open_bot_office(office) as found:
        yield found


@pytest_asyncio.fixture(loop_scope="session")
async def works(bot: BotOffice, li: Voice) -> str:
    """工程群, in which the bot was called once."""
    await bot.says(li, "你好", inside=True)
    return f"group:{bot.office.works.id}"


async def test_a_call_in_the_group_is_a_line_of_the_group(bot: BotOffice, li: Voice) -> None:
    got = await bot.says(li, "巡查 3栋电梯灯不亮", inside=True)
    assert (got.kind, got.text, got.sender, got.private) == ("text", "巡查 3栋电梯灯不亮", "laoli", False)
    assert got.address.chat == f"group:{bot.office.works.id}"


@pytest.mark.parametrize(
    ("text", "inside", "kind"),
    [("/bind K7F3", True, "bind"), ("/start K7F3", True, "bind"), ("/start K7F3", False, "start")],
)
async def test_a_code_binds_the_group_or_brings_somebody_in(
    bot: BotOffice, li: Voice, text: str, inside: bool, kind: str
) -> None:
    got = await bot.says(li, text, inside=inside)
    assert (got.kind, got.argument) == (kind, "K7F3")


async def test_a_redelivered_frame_does_nothing(bot: BotOffice, li: Voice) -> None:
    await bot.says(li, "一", inside=True)
    body = await bot.line.calls(li, "二", inside=bot.office.works)
    await bot.line.brings("aibot_msg_callback", body)
    await bot.says(li, "三", inside=True)
    assert [got.text for got in bot.office.kept] == ["一", "二", "三"]


async def test_a_tap_changes_the_card_itself(bot: BotOffice, works: str, li: Voice) -> None:
    card_id = await bot.channel.send(to(works, CARD, "接单"), "")
    got = await bot.taps(li, "接单", inside=True)
    assert (got.kind, got.token, got.on, got.private) == ("tap", "t:0", card_id, False)
    await bot.channel.send(to(works, TAKEN, "完成", sort="edit"), card_id)
    seen = bot.office.works.heard()[-1]
    assert (seen.deed, seen.buttons, "已接单，老李" in seen.text) == ("update", ["完成"], True)


async def test_five_seconds_after_a_tap_a_change_is_a_line(bot: BotOffice, works: str, li: Voice) -> None:
    card_id = await bot.channel.send(to(works, CARD, "接单"), "")
    await bot.taps(li, "接单", inside=True)
    bot.seconds += 5.0
    await bot.channel.send(to(works, TAKEN, "完成", sort="edit"), card_id)
    seen = bot.office.works.heard()[-1]
    assert (seen.kind, seen.text) == ("markdown", "BX260304-001 状态：已接单，老李 10:05")


async def test_a_group_that_takes_no_cards_gets_words_and_a_link(
    bot: BotOffice, works: str, li: Voice
) -> None:
    bot.line.cards_in_groups = False
    card_id = await bot.channel.send(to(works, CARD, "接单", "转派"), "")
    seen = bot.office.works.heard()[-1]
    assert seen.kind == "markdown"
    assert f"写“接单 BX260304-001”，或[点这里处理](https://desk.example/wecom/card/{card_id})" in seen.text
    got = await bot.says(li, "接单 BX260304-001", inside=True)
    assert (got.kind, got.token, got.on) == ("tap", "t:0", card_id)


async def test_a_label_in_reply_to_a_card_means_that_card(bot: BotOffice, works: str, li: Voice) -> None:
    for number in ("001", "002"):
        await bot.channel.send(to(works, CARD.replace("001", number), f"接单{number}", "转派"), "")
    assert (await bot.says(li, "转派", inside=True)).kind == "text"
    got = await bot.says(li, "转派", inside=True, quote="BX260304-002【设施设备·报修】")
    assert (got.kind, got.token) == ("tap", "t:1")


async def test_in_private_cards_and_changes_work_as_in_the_application(bot: BotOffice, li: Voice) -> None:
    await bot.says(li, "你好")
    card_id = await bot.channel.send(to("person:laoli", CARD, "接单"), "")
    fresh = await bot.channel.send(to("person:laoli", TAKEN, "完成", sort="edit"), card_id)
    heard = Ear(bot.office.wecom.state, "bot:laoli").all_heard()
    assert [seen.buttons for seen in heard] == [["接单"], ["完成"]]
    assert fresh != card_id


async def test_a_picture_goes_out_in_pieces(bot: BotOffice, works: str) -> None:
    content = b"\xff\xd8\xff" + b"x" * 1_300_000
    (bot.office.media / "big.jpg").write_bytes(content)
    await bot.channel.send(to(works, "照片", attachments=(Attachment("photo", path="big.jpg"),)), "")
    assert bot.line.commands.count("aibot_upload_media_chunk") == 3
    picture, text = bot.office.works.heard()[-2:]
    assert (picture.kind, picture.content == content, text.text) == ("image", True, "照片")


async def test_a_picture_that_somebody_sends_is_opened(bot: BotOffice, li: Voice) -> None:
    content = b"\xff\xd8\xff a picture"
    got = await bot.sends_sealed(li, content)
    (photo,) = got.attachments
    assert photo.kind == "photo"
    assert await bot.channel.fetch(photo) == content


async def test_a_picture_whose_address_is_over_is_given_up(bot: BotOffice, li: Voice) -> None:
    got = await bot.sends_sealed(li, b"gone")
    bot.sealed.clear()
    with pytest.raises(DeliveryError) as caught:
        await bot.channel.fetch(got.attachments[0])
    assert caught.value.permanent


async def test_the_answer_to_a_tap_in_the_group_goes_to_the_tapper_in_private(
    bot: BotOffice, works: str, li: Voice
) -> None:
    await bot.channel.send(to(works, "接单成功", sort="notice", tap="bot:laoli"), "")
    assert [seen.text for seen in li.heard()] == ["接单成功"]


async def test_a_chat_in_which_the_bot_was_never_called_is_refused(bot: BotOffice) -> None:
    with pytest.raises(DeliveryError):
        await bot.channel.send(to("group:wrUnknown", "卡片"), "")


@pytest.mark.parametrize("event", ["enter_chat", "feedback_event", "something_new"])
async def test_other_events_are_passed_over(bot: BotOffice, li: Voice, event: str) -> None:
    body = {"msgid": "e1", "from": {"userid": "laoli"}, "msgtype": "event", "event": {"eventtype": event}}
    await bot.line.brings("aibot_event_callback", body)
    await bot.says(li, "你好", inside=True)
    assert [got.text for got in bot.office.kept] == ["你好"]


async def test_a_frame_that_was_not_kept_is_tried_again(bot: BotOffice, li: Voice) -> None:
    bot.office.failing = True
    await bot.line.calls(li, "漏水", inside=bot.office.works)
    await bot.paused(1.0)
    bot.office.failing = False
    bot.passes(1.0)
    got = await bot.arrived.get()
    assert got.text == "漏水"
