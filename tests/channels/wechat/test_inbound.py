"""What a callback says."""

from __future__ import annotations

import pytest

from bot.channels.wechat.inbound import Heard, read
from bot.messages import Attachment
from bot.simulation.platforms.wechat.callback import written
from bot.simulation.platforms.wechat.double import NOON

AT = int(NOON.timestamp())


def heard(**content: str | int) -> Heard | None:
    head: dict[str, str | int] = {"ToUserName": "gh_1", "FromUserName": "oWANG", "CreateTime": AT}
    return read(written({**head, **content}), "wx1", NOON)


def message(**content: str | int) -> Heard:
    found = heard(MsgId=4711, **content)
    assert found is not None
    return found


def event(name: str, detail: str = "") -> Heard | None:
    return heard(MsgType="event", Event=name, EventKey=detail)


def test_a_text_is_a_text() -> None:
    found = message(MsgType="text", Content="漏水了🙏")
    incoming = found.incoming
    assert (incoming.kind, incoming.text, incoming.key) == ("text", "漏水了🙏", "4711")
    assert (incoming.address.chat, incoming.sender, incoming.address.account) == ("oWANG", "oWANG", "wx1")
    assert (incoming.at, incoming.private, found.us, found.opens) == (NOON, True, "gh_1", "message")


def test_a_picture_keeps_its_public_address() -> None:
    found = message(MsgType="image", MediaId="M1", PicUrl="http://mmbiz.qpic.cn/1")
    assert found.incoming.attachments == (Attachment("photo", remote="wechat:wx1:M1 http://mmbiz.qpic.cn/1"),)


def test_a_voice_message_is_a_file_without_words() -> None:
    found = message(MsgType="voice", MediaId="M2", Recognition="漏水")
    assert (found.incoming.text, found.incoming.attachments) == (
        "",
        (Attachment("voice", remote="wechat:wx1:M2"),),
    )


def test_a_location_has_its_name_and_coordinates() -> None:
    found = message(MsgType="location", Location_X="22.543096", Location_Y="114.057865", Label="北门")
    assert found.incoming.attachments == (Attachment("location", "北门", remote="22.543096,114.057865"),)


def test_a_code_makes_staff() -> None:
    found = message(MsgType="text", Content="/start K7F3xyz")
    assert (found.incoming.kind, found.incoming.argument) == ("start", "K7F3xyz")


@pytest.mark.parametrize(("detail", "argument"), [("", ""), ("qrscene_K7F3", "K7F3")])
def test_who_follows_starts(detail: str, argument: str) -> None:
    found = event("subscribe", detail)
    assert found is not None
    assert (found.incoming.kind, found.incoming.argument, found.opens) == ("start", argument, "event")


def test_a_known_follower_scans_a_code() -> None:
    found = event("SCAN", "K7F3")
    assert found is not None
    assert (found.incoming.kind, found.incoming.argument) == ("start", "K7F3")


def test_who_unfollows_is_out_of_reach() -> None:
    found = event("unsubscribe")
    assert found is not None
    assert (found.incoming.kind, found.opens) == ("unreachable", "")


def test_a_touch_of_the_menu_is_what_one_would_have_written() -> None:
    found = event("CLICK", "progress")
    assert found is not None
    assert (found.incoming.kind, found.incoming.text, found.opens) == ("text", "/progress", "event")


@pytest.mark.parametrize(
    ("name", "detail"), [("CLICK", "somebody_elses"), ("LOCATION", ""), ("VIEW", "http")]
)
def test_other_events_are_let_go(name: str, detail: str) -> None:
    assert event(name, detail) is None


def test_two_events_of_one_second_are_two() -> None:
    keys = [found.incoming.key for detail in ("progress", "urge") if (found := event("CLICK", detail))]
    assert len(set(keys)) == 2


def test_an_unbelievable_time_is_ours() -> None:
    head: dict[str, str | int] = {"ToUserName": "gh_1", "FromUserName": "o1", "CreateTime": 99}
    found = read(written({**head, "MsgType": "text", "Content": "a", "MsgId": 1}), "wx1", NOON)
    assert found is not None
    assert found.incoming.at == NOON


def test_a_touched_choice_brings_its_id() -> None:
    assert message(MsgType="text", Content="1 确认", bizmsgmenuid="t:0").menu_id == "t:0"
