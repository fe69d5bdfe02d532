"""The token is in every URL; it must be in no log and no error."""

from __future__ import annotations

import logging

import pytest

from bot.channels.telegram.client import Client, TokenMalformed
from bot.channels.telegram.outbound import TelegramChannel
from bot.outbox.delivery import DeliveryError
from bot.simulation.platforms.telegram import TelegramDouble, Voice
from tests.channels.telegram.desk import to

pytestmark = pytest.mark.asyncio(loop_scope="session")

SECRET = "TEST-secret_of_the_bot"


async def test_the_libraries_logs_show_no_token(
    channel: TelegramChannel, wang: Voice, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        await channel.send(to(wang, "您好"), "")
    assert "HTTP Request: POST" in caplog.text
    assert SECRET not in caplog.text


async def test_an_error_that_quotes_the_url_shows_no_token(
    channel: TelegramChannel, wang: Voice, telegram: TelegramDouble
) -> None:
    telegram.refuse("sendMessage", 502, f"no upstream for /bot{telegram.state.token}/sendMessage")
    with pytest.raises(DeliveryError) as failed:
        await channel.send(to(wang, "您好"), "")
    assert "no upstream for" in failed.value.reason
    assert SECRET not in failed.value.reason
    assert failed.value.__suppress_context__


async def test_the_bot_does_not_print_its_token(client: Client) -> None:
    assert SECRET not in repr(client.bot) + repr(client)


@pytest.mark.parametrize(
    "token", ["", "abc", "123", "123:short", "123:SECRET with blanks", " 123:SECRETSECRET\n"]
)
async def test_a_malformed_token_is_refused_without_being_shown(token: str) -> None:
    with pytest.raises(TokenMalformed) as refused:
        Client(token)
    assert "HUIYIN_TELEGRAM_TOKEN" in str(refused.value)
    assert "SECRET" not in str(refused.value)
