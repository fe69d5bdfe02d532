"""GET and POST /wecom: what is let in, and what each refusal is."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest

from bot.clock import real_now
from bot.simulation.platforms.wecom import Voice
from bot.simulation.platforms.wecom.callback import xml
from bot.simulation.platforms.wecom.double import AES_KEY
from tests.channels.wecom.office import FORMER_KEY, Office

pytestmark = pytest.mark.asyncio(loop_scope="session")

TEXT = {
    "ToUserName": "ww0000000000000001",
    "FromUserName": "laoli",
    "CreateTime": "1772596800",
    "MsgType": "text",
    "Content": "secret words",
    "MsgId": "1",
    "AgentID": "1000002",
}


async def test_the_address_is_verified_with_wecoms_own_word(office: Office) -> None:
    answer = await office.wecom.line.verifies("5927782489442352469")
    assert (answer.status_code, answer.text) == (200, "5927782489442352469")


async def test_a_message_is_kept_and_answered_empty(office: Office) -> None:
    answer = await office.wecom.line.knocks(*office.wecom.line.letter(xml(TEXT)))
    assert (answer.status_code, answer.content) == (200, b"")
    assert [got.key for got in office.kept] == ["m1"]


@pytest.mark.parametrize("name", ["msg_signature", "timestamp", "nonce"])
async def test_a_query_that_was_tampered_with_is_turned_away(office: Office, name: str) -> None:
    query, body = office.wecom.line.letter(xml(TEXT))
    for wrong in ("", "1", "签", "9" * 400):
        assert (await office.wecom.line.knocks({**query, name: wrong}, body)).status_code == 403
    assert office.kept == []


async def test_an_old_letter_is_a_replay(office: Office) -> None:
    office.wecom.line.real_now = lambda: real_now() - timedelta(minutes=6)
    answer = await office.wecom.line.knocks(*office.wecom.line.letter(xml(TEXT)))
    assert answer.status_code == 403


async def test_a_letter_under_another_key_cannot_be_opened(office: Office) -> None:
    line = office.wecom.line
    seal = type(line.seal)("ZYXWVUTSRQPONMLKJIHGFEDCBA9876543210abcdefg", line.seal.receiver)
    line.seal = seal
    assert (await line.knocks(*line.letter(xml(TEXT)))).status_code == 400


@pytest.mark.parametrize("key", [AES_KEY, FORMER_KEY])
async def test_while_the_key_changes_the_present_and_the_former_one_open(office: Office, key: str) -> None:
    line = office.wecom.line
    line.seal = type(line.seal)(key, line.seal.receiver)
    assert (await line.verifies("5927782489442352469")).text == "5927782489442352469"
    assert (await line.knocks(*line.letter(xml(TEXT)))).status_code == 200
    assert [got.text for got in office.kept] == ["secret words"]


async def test_a_letter_for_another_corporation_cannot_be_opened(office: Office) -> None:
    line = office.wecom.line
    line.seal = type(line.seal)(line.seal.key, "ww9999999999999999")
    assert (await line.knocks(*line.letter(xml(TEXT)))).status_code == 400


async def test_an_authentic_letter_without_a_message_is_400_and_not_quoted(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        answer = await office.wecom.line.knocks(*office.wecom.line.letter("<xml>secret words</xml>"))
    assert answer.status_code == 400
    assert "words" not in caplog.text


async def test_a_body_over_64_kb_is_not_opened(office: Office) -> None:
    query, _ = office.wecom.line.letter(xml(TEXT))
    assert (await office.wecom.line.knocks(query, b"x" * 70_000)).status_code == 413


async def test_what_could_not_be_kept_is_brought_again(
    office: Office, li: Voice, caplog: pytest.LogCaptureFixture
) -> None:
    office.failing = True
    with caplog.at_level(logging.ERROR):
        again = await li.says("secret words")
    assert office.wecom.line.refused == [503, 503, 503]
    assert "words" not in caplog.text
    office.failing = False
    await li.brings(again)
    assert [got.text for got in office.kept] == ["secret words"]
