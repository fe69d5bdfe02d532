"""The loop: nothing is confirmed before it is committed, and nothing but a rejected token ends it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from bot.channels.telegram.client import Client
from bot.channels.telegram.polling import Poller, TokenRejected
from bot.messages import Incoming
from bot.simulation.platforms.bell import Bell
from bot.simulation.platforms.telegram import TelegramDouble, Voice
from bot.simulation.platforms.telegram.double import NOON
from bot.simulation.platforms.telegram.state import ApiError
from tests.channels.telegram.desk import Desk

pytestmark = pytest.mark.asyncio(loop_scope="session")


class Inbox:
    """Keeps what it is given; `failing` times it raises instead."""

    def __init__(self, failing: int = 0) -> None:
        self.kept: list[Incoming] = []
        self.failing = failing
        self._bell = Bell()

    def take(self, arrivals: Sequence[Incoming]) -> None:
        if self.failing:
            self.failing -= 1
            raise RuntimeError(f"INSERT failed: {arrivals[0].text}")
        self.kept.extend(arrivals)
        self._bell.ring()

    async def holds(self, count: int) -> list[str]:
        """The texts, once there are so many."""
        await self._bell.until(lambda: len(self.kept) >= count, 5)
        return [got.text for got in self.kept]


class Pauses:
    """Notes how long the loop meant to wait, and lets it go on at once."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        await asyncio.sleep(0)


@asynccontextmanager
async def polling(client: Client, inbox: Inbox, pauses: Pauses) -> AsyncIterator[asyncio.Task[None]]:
    poller = Poller(client, inbox.take, lambda: NOON, wait=20, pause=pauses)
    running = asyncio.create_task(poller.run())
    try:
        yield running
    finally:
        running.cancel()
        await asyncio.wait({running})


async def test_messages_come_through_while_the_loop_waits(client: Client, wang: Voice) -> None:
    inbox = Inbox()
    async with polling(client, inbox, Pauses()):
        await wang.says("在吗")
        assert await inbox.holds(1) == ["在吗"]
        await wang.says("厨房漏水")
        assert await inbox.holds(2) == ["在吗", "厨房漏水"]


async def test_what_was_not_committed_comes_again(desk: Desk, client: Client, wang: Voice) -> None:
    await wang.says("厨房漏水")
    dying = Poller(client, Inbox(failing=1).take, lambda: NOON, wait=0)
    with pytest.raises(RuntimeError):
        await dying.step()
    assert [got.text for got in await desk.receives()] == ["厨房漏水"]


async def test_a_kill_between_commit_and_the_next_request_brings_the_same_key(
    client: Client, wang: Voice
) -> None:
    await wang.says("厨房漏水")
    inbox = Inbox()
    for _ in range(2):
        await Poller(client, inbox.take, lambda: NOON, wait=0).step()
    first, second = inbox.kept
    assert first == second


async def test_what_was_committed_is_confirmed_by_the_next_request(
    desk: Desk, wang: Voice, telegram: TelegramDouble
) -> None:
    await wang.says("厨房漏水")
    await desk.receives()
    assert len(telegram.updates.waiting) == 1
    assert list(await desk.receives()) == []
    assert telegram.updates.waiting == []


async def test_a_quiet_spell_forgets_the_offset_for_ids_may_start_anew(
    desk: Desk, wang: Voice, telegram: TelegramDouble
) -> None:
    await wang.says("厨房漏水")
    for _ in range(3):
        await desk.receives()
    offsets = [call.get("offset") for call in telegram.called("getUpdates")]
    assert offsets == [None, "100002", None]


async def test_a_redelivered_update_keeps_its_key(desk: Desk, wang: Voice, telegram: TelegramDouble) -> None:
    update = await wang.says("厨房漏水")
    await desk.receives()
    await telegram.redeliver(update, times=10)
    await desk.receives()
    assert {got.key for got in desk.kept} == {f"u{update['update_id']}"}
    assert len(desk.kept) == 11


async def test_the_loop_outlives_an_outage_and_waits_longer_each_time(
    client: Client, wang: Voice, telegram: TelegramDouble
) -> None:
    telegram.outage.next(7)
    inbox, pauses = Inbox(), Pauses()
    async with polling(client, inbox, pauses):
        await wang.says("厨房漏水")
        assert await inbox.holds(1) == ["厨房漏水"]
    assert pauses.seconds == [1, 2, 4, 8, 16, 30, 30]


async def test_the_loop_waits_as_long_as_telegram_says(
    client: Client, wang: Voice, telegram: TelegramDouble
) -> None:
    telegram.refuse("getUpdates", 429, "Too Many Requests: retry after 9", retry_after=9)
    inbox, pauses = Inbox(), Pauses()
    async with polling(client, inbox, pauses):
        await wang.says("厨房漏水")
        await inbox.holds(1)
    assert pauses.seconds == [9]


async def test_a_database_that_is_away_loses_nothing_and_no_words_are_logged(
    client: Client, wang: Voice, caplog: pytest.LogCaptureFixture
) -> None:
    inbox, pauses = Inbox(failing=2), Pauses()
    with caplog.at_level(logging.WARNING):
        async with polling(client, inbox, pauses):
            await wang.says("厨房漏水")
            assert await inbox.holds(1) == ["厨房漏水"]
    assert [record.__dict__["action"] for record in caplog.records] == ["take_failed", "take_failed"]
    assert "漏水" not in caplog.text


async def test_a_second_process_with_the_same_token_is_named(
    client: Client, wang: Voice, telegram: TelegramDouble, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.refuse("getUpdates", 409, "Conflict: terminated by other getUpdates request")
    inbox, pauses = Inbox(), Pauses()
    with caplog.at_level(logging.WARNING):
        async with polling(client, inbox, pauses):
            await wang.says("厨房漏水")
            await inbox.holds(1)
    assert "stop one of the two" in caplog.text
    assert pauses.seconds == [5]


async def test_a_webhook_of_before_is_taken_down_and_its_pile_kept(
    client: Client, wang: Voice, telegram: TelegramDouble
) -> None:
    telegram.updates.set_webhook("https://desk.example/telegram/webhook", "s", drop=False)
    telegram.lead_webhook_to(_closed)
    await wang.says("厨房漏水")
    inbox = Inbox()
    async with polling(client, inbox, Pauses()):
        assert await inbox.holds(1) == ["厨房漏水"]
    assert telegram.updates.webhook == {}


async def _closed(scope: object, receive: object, send: object) -> None:
    raise ConnectionError


async def test_a_rejected_token_ends_the_loop_with_what_to_do(origin: str) -> None:
    stranger = Client("99:AAAA-not-a-known-token", origin)
    with pytest.raises(TokenRejected, match="@BotFather"):
        await Poller(stranger, Inbox().take, lambda: NOON).run()
    await stranger.close()


async def test_a_token_revoked_later_ends_the_loop_too(client: Client, telegram: TelegramDouble) -> None:
    telegram.refuse("getUpdates", 401, "Unauthorized", after=1)
    with pytest.raises(TokenRejected):
        await Poller(client, Inbox().take, lambda: NOON, wait=0).run()


async def test_a_gateways_404_page_says_nothing_about_the_token(
    client: Client, wang: Voice, telegram: TelegramDouble
) -> None:
    telegram.outage.next(2, status=404)
    inbox, pauses = Inbox(), Pauses()
    async with polling(client, inbox, pauses):
        await wang.says("厨房漏水")
        assert await inbox.holds(1) == ["厨房漏水"]
    assert pauses.seconds == [1, 2]


async def test_one_unreadable_update_does_not_hold_up_the_others(
    desk: Desk, wang: Voice, telegram: TelegramDouble, caplog: pytest.LogCaptureFixture
) -> None:
    await telegram.inject("message", {"text": {"secret": "words"}, "chat": 5})
    await wang.says("厨房漏水")
    assert [got.text for got in await desk.receives()] == ["厨房漏水"]
    assert "update 100001" in caplog.text
    assert "words" not in caplog.text


async def test_only_kinds_that_matter_are_asked_for(desk: Desk, telegram: TelegramDouble) -> None:
    await desk.receives()
    assert telegram.updates.allowed == ["message", "edited_message", "callback_query", "my_chat_member"]


async def test_a_later_poll_ends_an_earlier_one(client: Client, telegram: TelegramDouble) -> None:
    first = asyncio.create_task(telegram.updates.get(0, 100, 20))
    await asyncio.sleep(0)
    await client.updates(None, 0)
    with pytest.raises(ApiError, match="terminated by other getUpdates"):
        await first
