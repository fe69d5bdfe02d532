"""Who may knock, with what, and what they hear."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from bot.simulation.platforms.wechat import Voice
from bot.simulation.platforms.wechat.callback import FAULT, Line, Seal
from tests.channels.wechat.office import FORMER_KEY, Office, old, open_office, to

pytestmark = pytest.mark.asyncio(loop_scope="session")

EVENT = (
    "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><CreateTime>1</CreateTime>"
    "<MsgType>event</MsgType><Event>{event}</Event></xml>"
)


async def knock(line: Line, body: str | bytes, **changed: str) -> httpx.Response:
    """A POST as WeChat makes it, with parts of the query changed."""
    query, _ = line.letter("<xml/>")
    async with line.client() as http:
        return await http.post(line.door, params={**query, **changed}, content=body)


async def sealed(line: Line, xml: str) -> httpx.Response:
    query, body = line.letter(xml)
    async with line.client() as http:
        return await http.post(line.door, params=query, content=body)


async def test_the_first_knock_is_answered_with_its_own_words(office: Office) -> None:
    line = office.wechat.line
    async with line.client() as http:
        answer = await http.get(line.door, params={**line.signed(), "echostr": "5837492"})
        assert (answer.status_code, answer.text) == (200, "5837492")
        assert (await http.get(line.door, params={**line.signed(), "signature": "0" * 40})).status_code == 403
        assert (await http.get(line.door)).status_code == 403


async def test_a_wrong_signature_is_refused(office: Office) -> None:
    _, body = office.wechat.line.letter(EVENT)
    answer = await knock(office.wechat.line, body, msg_signature="f" * 40)
    assert answer.status_code == 403


async def test_a_signature_with_the_wrong_token_is_refused(office: Office) -> None:
    stranger = replace(office.wechat.line, token="somebodyElse")
    assert (await sealed(stranger, EVENT)).status_code == 403


async def test_what_is_six_minutes_old_is_refused(office: Office, wang: Voice) -> None:
    old(office)
    assert await (await wang.says("漏水")) == FAULT
    assert office.wechat.line.refused == [403, 403, 403]
    assert office.kept == []


@pytest.mark.parametrize("stamp", ["", "yesterday", "-1", "9" * 30, "１２３"])
async def test_a_timestamp_that_is_none_is_refused(office: Office, stamp: str) -> None:
    assert (await knock(office.wechat.line, "", timestamp=stamp)).status_code == 403


async def test_a_body_over_64_kb_is_too_large(office: Office) -> None:
    assert (await sealed(office.wechat.line, "x" * 50_000)).status_code == 413  # a third more, once sealed
    assert (await knock(office.wechat.line, b"x" * 10_000_000)).status_code == 413


async def test_the_former_key_still_opens_and_closes(office: Office, wang: Voice) -> None:
    line = office.wechat.line
    office.wechat.line = replace(line, seal=Seal(FORMER_KEY, office.wechat.state.app_id))
    office.answers = [to(wang, "您好")]
    assert await (await wang.says("在吗")) == "您好"


async def test_an_unknown_key_is_a_bad_request(office: Office) -> None:
    line = replace(office.wechat.line, seal=Seal("b" * 43, office.wechat.state.app_id))
    assert (await sealed(line, EVENT)).status_code == 400


async def test_another_accounts_letter_is_a_bad_request(office: Office) -> None:
    seal = office.wechat.line.seal
    assert seal is not None
    line = replace(office.wechat.line, seal=replace(seal, receiver="wx9"))
    assert (await sealed(line, EVENT)).status_code == 400


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "hello",
        '{"MsgType": "text"}',
        "<xml/>",
        "<xml><MsgType>text</MsgType></xml>",
        EVENT.replace("<FromUserName>o1</FromUserName>", ""),
        EVENT.replace("<MsgType>event</MsgType>", "<MsgType>event</MsgType><MsgType>text</MsgType>"),
        EVENT.replace("<MsgType>event</MsgType>", "<MsgType><b>event</b></MsgType>"),
        EVENT.replace("o1", "o" * 500),
        EVENT.format(event="subscribe").replace(">1<", ">soon<"),
        EVENT.format(event="subscribe").replace(">1<", f">{'9' * 100}<"),
        '<!DOCTYPE x [<!ENTITY a "b">]><xml><MsgType>&a;</MsgType></xml>',
        "<a>" * 5_000 + "</a>" * 5_000,
        "<xml><MsgType>text</MsgType>",
    ],
)
async def test_an_authentic_body_that_cannot_be_read_is_a_bad_request(office: Office, xml: str) -> None:
    assert (await sealed(office.wechat.line, xml)).status_code == 400
    assert office.kept == []


@pytest.mark.parametrize("event", ["kf_create_session", "TEMPLATESENDJOBFINISH", "view", "", "🐼"])
async def test_what_nobody_knows_yet_is_received_without_effect(office: Office, event: str) -> None:
    answer = await sealed(office.wechat.line, EVENT.format(event=event or "x"))
    assert (answer.status_code, answer.text) == (200, "success")
    assert office.kept == []


async def test_plain_mode_needs_no_key(media: Path) -> None:
    async with open_office(media, aes_key="") as office:
        wang = office.wechat.follower("王女士")
        office.answers = [to(wang, "您好")]
        assert await (await wang.says("在吗")) == "您好"


async def test_a_message_that_could_not_be_kept_comes_again(office: Office, wang: Voice) -> None:
    office.failing = True
    assert await (await wang.says("漏水")) == FAULT
    assert office.wechat.line.refused == [503, 503, 503]


async def test_a_message_brought_again_is_kept_once_and_answered_the_same(
    office: Office, wang: Voice
) -> None:
    office.answers = [to(wang, "您好")]
    assert await (await wang.says("在吗")) == "您好"
    assert await (await wang.brings_again()) == "您好"
    assert [one.text for one in office.kept] == ["在吗"]
    assert office.states() == ["sent"]


async def test_an_older_piece_brought_again_stays_without_words(office: Office, wang: Voice) -> None:
    older = await wang.says("客厅的灯坏了")
    first = wang.last
    newer = await wang.says("麻烦派人来")
    assert await older is None
    assert await (await wang.brings(first)) is None
    await office.sends(to(wang, "登记好了"))
    assert await newer == "登记好了"
