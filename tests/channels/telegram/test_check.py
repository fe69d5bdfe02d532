"""What `huiyin check` finds."""

from __future__ import annotations

import pytest

from bot.channels.telegram.check import check
from bot.channels.telegram.client import Client
from bot.simulation.platforms.telegram import TelegramDouble, Voice

pytestmark = pytest.mark.asyncio(loop_scope="session")

PUBLIC = "https://desk.example"


async def test_a_bot_in_order_has_no_findings(client: Client, telegram: TelegramDouble) -> None:
    assert await check(client, online=True) == []
    assert await check(client, public_url=PUBLIC, secret="s3cret", online=True) == []


async def test_privacy_mode_is_found_and_how_to_turn_it_off(client: Client, telegram: TelegramDouble) -> None:
    telegram.state.reads_groups = False
    [finding] = await check(client, online=True)
    assert not finding.blocking
    assert "@huiyin_bot 在群里只看得到命令" in str(finding)
    assert "/setprivacy" in str(finding)


@pytest.mark.parametrize(
    "url", ["http://desk.example", "https://desk.example:8080", "desk.example", "https://x:y"]
)
async def test_an_address_that_telegram_cannot_call_is_found(client: Client, url: str) -> None:
    [finding] = await check(client, public_url=url, secret="s3cret")
    assert finding.blocking
    assert "HUIYIN_PUBLIC_URL" in str(finding)


async def test_a_public_address_without_a_secret_is_found(client: Client) -> None:
    [finding] = await check(client, public_url=PUBLIC)
    assert finding.blocking
    assert "HUIYIN_TELEGRAM_SECRET" in str(finding)


async def test_a_webhook_elsewhere_is_found(client: Client, telegram: TelegramDouble) -> None:
    telegram.updates.set_webhook("https://old.example/hook", "s", drop=False)
    [finding] = await check(client, online=True)
    assert "https://old.example/hook" in str(finding)
    assert "改用轮询" in str(finding)
    [finding] = await check(client, public_url=PUBLIC, secret="s3cret", online=True)
    assert "换成 https://desk.example/telegram/webhook" in str(finding)


async def test_a_failing_webhook_and_a_pile_are_found(
    client: Client, telegram: TelegramDouble, wang: Voice
) -> None:
    telegram.updates.set_webhook(f"{PUBLIC}/telegram/webhook", "s", drop=False)
    telegram.lead_webhook_to(_broken)
    for _ in range(101):
        await wang.says("在吗")
    failing, pile = await check(client, public_url=PUBLIC, secret="s3cret", online=True)
    assert "上次回调没成功" in str(failing)
    assert "101 条" in str(pile)


async def _broken(scope: object, receive: object, send: object) -> None:
    raise ConnectionError


async def test_a_rejected_token_is_found(origin: str) -> None:
    stranger = Client("99:AAAA-not-a-known-token", origin)
    [finding] = await check(stranger, online=True)
    await stranger.close()
    assert finding.blocking
    assert "HUIYIN_TELEGRAM_TOKEN" in str(finding)


async def test_an_unreachable_server_is_found(telegram: TelegramDouble) -> None:
    nowhere = Client(telegram.state.token, "http://127.0.0.1:9", slack=2)
    [finding] = await check(nowhere, online=True)
    await nowhere.close()
    assert finding.blocking
    assert "连不上 http://127.0.0.1:9" in str(finding)
