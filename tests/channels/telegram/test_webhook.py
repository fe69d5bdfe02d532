"""The door: secret, size, shape, commit, and only then 200."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator, Sequence

import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI

from bot.channels.telegram.client import Client
from bot.channels.telegram.webhook import BODY_LIMIT, PATH, SecretMissing, announce, router
from bot.messages import Incoming
from bot.simulation.platforms.telegram import TelegramDouble, Voice
from bot.simulation.platforms.telegram.double import NOON

pytestmark = pytest.mark.asyncio(loop_scope="session")

SECRET = "door-secret_1"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
TEXT = {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"}, "from": {"id": 5, "is_bot": False}}


class Inbox:
    def __init__(self) -> None:
        self.kept: list[Incoming] = []
        self.away = False

    def take(self, arrivals: Sequence[Incoming]) -> None:
        if self.away:
            raise RuntimeError(f"INSERT failed: {arrivals[0].text}")
        self.kept.extend(arrivals)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def app(client: Client, inbox: Inbox) -> FastAPI:
    app = FastAPI()
    app.include_router(router(SECRET, client, inbox.take, lambda: NOON))
    return app


@pytest_asyncio.fixture(loop_scope="session")
async def door(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="https://desk.example") as client:
        yield client


async def knock(door: httpx.AsyncClient, body: bytes, secret: str = SECRET) -> int:
    return (await door.post(PATH, content=body, headers={HEADER: secret})).status_code


def update(text: str = "厨房漏水") -> bytes:
    sender = {**TEXT["from"], "first_name": "王女士"}  # type: ignore[dict-item]
    return json.dumps({"update_id": 9, "message": {**TEXT, "from": sender, "text": text}}).encode()


async def test_an_update_is_committed_and_then_acknowledged(door: httpx.AsyncClient, inbox: Inbox) -> None:
    assert await knock(door, update()) == 200
    assert [(got.key, got.text) for got in inbox.kept] == [("u9", "厨房漏水")]


@pytest.mark.parametrize("secret", ["", "door-secret_2", "door-secret_1 x", "秘"])
async def test_a_wrong_secret_is_turned_away(door: httpx.AsyncClient, inbox: Inbox, secret: str) -> None:
    response = await door.post(PATH, content=update(), headers=[(HEADER.encode(), secret.encode())])
    assert response.status_code == 403
    assert (await door.post(PATH, content=update())).status_code == 403
    assert inbox.kept == []


async def test_a_body_over_64_kb_is_not_even_read(door: httpx.AsyncClient, inbox: Inbox) -> None:
    assert await knock(door, b"[" * (BODY_LIMIT + 1)) == 413
    assert await knock(door, update("漏" * 4000)) == 200
    assert len(inbox.kept) == 1


async def test_a_body_that_hides_its_length_is_counted(door: httpx.AsyncClient) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * 1024

    response = await door.post(PATH, content=endless(), headers={HEADER: SECRET})
    assert response.status_code == 413


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'"secret words"',
        b'{"update_id": "9"}',
        b'{"update_id": true}',
        b"[" * 60_000,
        b'{"update_id": 9, "message": {"text": "secret words"}}',
        b'{"update_id": 9, "message": ["secret words"]}',
        b'{"update_id": 9, "callback_query": {"data": {"secret": "words"}}}',
    ],
)
async def test_an_authentic_body_that_cannot_be_read_is_400_and_not_quoted(
    door: httpx.AsyncClient, inbox: Inbox, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert await knock(door, body) == 400
    assert inbox.kept == []
    assert [record.__dict__["action"] for record in caplog.records] == ["body_unreadable"]
    assert "words" not in caplog.text


@pytest.mark.parametrize("body", [b'{"update_id": 9, "quantum": {}}', b'{"update_id": 9}'])
async def test_unknown_kinds_are_acknowledged_without_effect(
    door: httpx.AsyncClient, inbox: Inbox, body: bytes
) -> None:
    assert await knock(door, body) == 200
    assert inbox.kept == []


async def test_a_failed_commit_asks_for_the_update_again(
    door: httpx.AsyncClient, inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    inbox.away = True
    assert await knock(door, update()) == 503
    assert "漏水" not in caplog.text


async def test_telegram_brings_back_what_was_not_taken(
    client: Client, app: FastAPI, inbox: Inbox, wang: Voice, telegram: TelegramDouble
) -> None:
    telegram.lead_webhook_to(app)
    await announce(client, "https://desk.example/", SECRET)
    inbox.away = True
    await wang.says("厨房漏水")
    inbox.away = False
    await telegram.updates.flush()
    assert [got.text for got in inbox.kept] == ["厨房漏水"]
    assert telegram.updates.statuses == [503, 200]
    assert telegram.updates.waiting == []


async def test_a_webhook_delivers_in_order_and_repeats_with_the_same_key(
    client: Client, app: FastAPI, inbox: Inbox, wang: Voice, telegram: TelegramDouble
) -> None:
    telegram.lead_webhook_to(app)
    await wang.says("在吗")
    await announce(client, "https://desk.example", SECRET)
    again = await wang.says("厨房漏水")
    await telegram.redeliver(again, times=2)
    assert [got.text for got in inbox.kept] == ["在吗", "厨房漏水", "厨房漏水", "厨房漏水"]
    assert len({got.key for got in inbox.kept}) == 2


@pytest.mark.parametrize("secret", ["", "with blanks", "秘密", "x" * 257])
async def test_a_door_without_a_proper_secret_is_not_built(client: Client, inbox: Inbox, secret: str) -> None:
    with pytest.raises(SecretMissing, match="HUIYIN_TELEGRAM_SECRET"):
        router(secret, client, inbox.take, lambda: NOON)
