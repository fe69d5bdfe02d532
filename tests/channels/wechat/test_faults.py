"""A platform that refuses, answers nonsense, slowly or not at all."""

from __future__ import annotations

import logging

import pytest
from starlette.responses import JSONResponse, Response

from bot.outbox.delivery import DeliveryError
from bot.simulation.platforms.wechat import Voice
from tests.channels.wechat.office import Office, to

pytestmark = pytest.mark.asyncio(loop_scope="session")

SEND = "/cgi-bin/message/custom/send"


async def failure(office: Office, voice: Voice) -> DeliveryError:
    voice.follower.open("message", office.clock())
    with pytest.raises(DeliveryError) as caught:
        await office.channel.send(to(voice, "您好"), "")
    return caught.value


@pytest.mark.parametrize("code", [43004, 43101, 48001, 50002, 40003])
async def test_some_refusals_are_for_good(office: Office, wang: Voice, code: int) -> None:
    office.wechat.refuse(SEND, code)
    assert (await failure(office, wang)).permanent


@pytest.mark.parametrize(("code", "seconds"), [(45009, 3600), (45011, 60)])
async def test_limits_are_waited_out(office: Office, wang: Voice, code: int, seconds: int) -> None:
    office.wechat.refuse(SEND, code)
    assert (await failure(office, wang)).retry_after == seconds


async def test_a_busy_platform_is_tried_again(office: Office, wang: Voice) -> None:
    office.wechat.refuse(SEND, -1, "system error")
    error = await failure(office, wang)
    assert (error.permanent, error.hold, error.retry_after) == (False, False, None)


@pytest.mark.parametrize(
    "answer",
    [
        Response("<html>gateway</html>", 502),
        Response("", 200),
        Response("[]", 200),
        JSONResponse({"errcode": "no"}),
        Response(b"\xff\xfe", 200),
        Response("[" * 100_000, 200),
        JSONResponse({"message": "busy"}, 503),
    ],
)
async def test_nonsense_is_tried_again(office: Office, wang: Voice, answer: Response) -> None:
    await office.client.api.token()
    office.wechat.nonsense = [answer]
    error = await failure(office, wang)
    assert (error.permanent, error.hold) == (False, False)


async def test_an_expired_token_is_refreshed_once(office: Office, wang: Voice) -> None:
    wang.follower.open("message", office.clock())
    await office.channel.send(to(wang, "一"), "")
    office.wechat.expire_tokens()
    await office.channel.send(to(wang, "二"), "")
    assert len(office.wechat.called("/cgi-bin/stable_token")) == 2


async def test_a_token_that_is_never_right_is_refreshed_once_and_no_more(office: Office, wang: Voice) -> None:
    office.wechat.refuse(SEND, 40001, "invalid credential", times=400)
    assert (await failure(office, wang)).retry_after == 300
    assert len(office.wechat.called(SEND)) == 2
    assert len(office.wechat.called("/cgi-bin/stable_token")) == 2


async def test_where_the_address_is_not_on_the_list_messages_wait(office: Office, wang: Voice) -> None:
    office.wechat.state.allowed_ip = False
    assert (await failure(office, wang)).retry_after == 300


async def test_no_secret_is_ever_logged(
    office: Office, wang: Voice, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    office.wechat.refuse(SEND, 40001, "invalid credential access_token=TOKEN_1")
    wang.follower.open("message", office.clock())
    await office.channel.send(to(wang, "您好"), "")
    (token,) = office.wechat.state.tokens
    assert office.wechat.called(SEND)
    assert token not in caplog.text
    assert office.wechat.state.secret not in caplog.text


async def test_no_secret_is_in_an_error(office: Office, wang: Voice) -> None:
    office.wechat.refuse(SEND, 40008, "invalid: access_token=TOKEN_1&secret=hidden")
    reason = (await failure(office, wang)).reason
    assert "TOKEN_1" not in reason
    assert "hidden" not in reason
