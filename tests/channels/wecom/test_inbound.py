"""What members write and tap in the application's chat, in."""

from __future__ import annotations

import pytest

from bot.channels.wecom.inbound import Reader, Unreadable
from bot.messages import Attachment
from bot.simulation.platforms.wecom import Voice
from bot.simulation.platforms.wecom.double import ACCOUNT, AGENT_ID, CORP_ID, NOON
from bot.simulation.platforms.wecom.voices import JPEG
from tests.channels.wecom.office import Office, to

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_text_is_from_its_member_in_private(office: Office, li: Voice) -> None:
    await li.says("换了新灯管 😀")
    (got,) = office.kept
    assert (got.kind, got.text, got.sender, got.private) == ("text", "换了新灯管 😀", "laoli", True)
    assert (got.address.channel, got.address.account, got.address.chat) == ("wecom", ACCOUNT, "laoli")


@pytest.mark.parametrize(
    ("text", "kind", "argument"),
    [("/start K7F3", "start", "K7F3"), ("／start K7F3", "start", "K7F3"), ("/bind K7F3", "bind", "K7F3")],
)
async def test_a_code_brings_somebody_in(
    office: Office, li: Voice, text: str, kind: str, argument: str
) -> None:
    await li.says(text)
    assert [(got.kind, got.argument) for got in office.kept] == [(kind, argument)]


async def test_a_tap_carries_its_token_and_allows_one_update(office: Office, li: Voice) -> None:
    card_id = await office.channel.send(to(li, "工单", "接单"), "")
    office.cards.spend_code(card_id)
    await li.taps("接单")
    (got,) = office.kept
    assert (got.kind, got.token, got.on, got.sender) == ("tap", "t:0", card_id, "laoli")
    assert office.cards.spend_code(card_id)
    assert office.cards.spend_code(card_id) == ""


async def test_a_tap_on_the_further_card_means_the_same_message(office: Office, li: Voice) -> None:
    card_id = await office.channel.send(to(li, "转派给谁？", *"一二三四五六七"), "")
    await li.taps("七")
    assert [(got.token, got.on) for got in office.kept] == [("t:6", card_id)]


async def test_a_photo_can_be_fetched(office: Office, li: Voice) -> None:
    await li.sends_photo()
    (photo,) = office.kept[0].attachments
    assert photo.kind == "photo"
    assert photo.remote.startswith(f"wecom:{ACCOUNT}:media-")
    assert await office.channel.fetch(photo) == JPEG


async def test_a_voice_message_is_an_attachment(office: Office, li: Voice) -> None:
    await li.sends("voice", MediaId="media-9", Format="amr")
    assert [one.kind for one in office.kept[0].attachments] == ["voice"]


async def test_a_location_keeps_its_name(office: Office, li: Voice) -> None:
    await li.sends("location", Location_X="22.543096", Location_Y="114.057865", Scale="16", Label="锦绣花园")
    assert office.kept[0].attachments == (
        Attachment("location", name="锦绣花园", remote="22.543096,114.057865"),
    )


async def test_a_redelivery_does_nothing(office: Office, li: Voice) -> None:
    again = await li.says("漏水")
    await li.brings(again)
    await office.channel.send(to(li, "工单", "接单"), "")
    tap = await li.taps("接单")
    await li.brings(tap)
    assert [got.kind for got in office.kept] == ["text", "tap"]


async def test_two_taps_in_one_second_are_two(office: Office, li: Voice) -> None:
    await office.channel.send(to(li, "打几分", "1", "2"), "")
    await li.taps("1")
    await li.taps("2")
    assert [got.token for got in office.kept] == ["t:0", "t:1"]


@pytest.mark.parametrize("event", ["enter_agent", "subscribe", "LOCATION", "click", "something_new"])
async def test_events_that_concern_nobody_are_taken_without_effect(
    office: Office, li: Voice, event: str
) -> None:
    await li.brings({**li.head("event"), "Event": event, "EventKey": ""})
    assert office.kept == []
    assert office.wecom.line.refused == []


async def test_leaving_the_application_is_known(office: Office, li: Voice) -> None:
    await li.brings({**li.head("event"), "Event": "unsubscribe", "EventKey": ""})
    assert [got.kind for got in office.kept] == ["unreachable"]


async def test_another_applications_message_is_not_ours(office: Office, li: Voice) -> None:
    await li.brings({**li.head("text"), "Content": "你好", "MsgId": "1", "AgentID": "1000003"})
    assert office.kept == []


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "{}",
        "<xml/>",
        "<xml><MsgType>text</MsgType></xml>",
        "<xml><FromUserName>a</FromUserName><MsgType>text</MsgType><Content>x</Content></xml>",
        "<xml><FromUserName>a</FromUserName><MsgType><b>text</b></MsgType></xml>",
        "<xml><FromUserName>a</FromUserName><MsgType>text</MsgType><MsgType>text</MsgType></xml>",
        '<!DOCTYPE a [<!ENTITY b "c">]><xml><FromUserName>&b;</FromUserName><MsgType>text</MsgType></xml>',
        "<a>" * 2000,
    ],
)
async def test_what_is_no_message_is_refused(xml: str) -> None:
    with pytest.raises(Unreadable):
        Reader(ACCOUNT, CORP_ID, AGENT_ID).read(xml, NOON)
