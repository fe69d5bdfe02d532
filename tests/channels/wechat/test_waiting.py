"""Requests that wait for words."""

from __future__ import annotations

import asyncio

import pytest

from bot.channels.tencent.parts import size
from bot.channels.wechat.waiting import LIMIT, PassiveReplies

pytestmark = pytest.mark.asyncio(loop_scope="session")


def now() -> float:
    return asyncio.get_running_loop().time()


async def settled(replies: PassiveReplies, since: float | None = None) -> str:
    waiting = replies.begin("o1", now() if since is None else since)
    return await replies.settle("o1", waiting)


async def test_the_time_counts_from_the_arrival() -> None:
    assert await settled(PassiveReplies(patience=3600), now() - 3601) == ""


async def test_just_after_the_pause_of_a_story_the_clock_is_nudged() -> None:
    nudged: list[bool] = []
    replies = PassiveReplies(nudge=lambda: nudged.append(True), nudges=[0.01, 9.0], patience=0.02)
    await settled(replies)
    assert nudged == [True]


async def test_a_nudge_that_fails_stops_nobody() -> None:
    def fail() -> None:
        raise OSError("the database is away")

    assert await settled(PassiveReplies(nudge=fail, nudges=[0.0], patience=0.01)) == ""


async def test_what_is_nudged_into_being_is_carried() -> None:
    carried: list[asyncio.Task[bool]] = []

    def nudge() -> None:
        waiting = replies.current("o1")
        assert waiting is not None
        carried.append(asyncio.create_task(waiting.carry("登记好了")))

    replies = PassiveReplies(nudge=nudge, nudges=[0.0])
    assert await settled(replies) == "登记好了"
    assert len(replies) == 0


async def test_what_does_not_fit_is_not_carried() -> None:
    replies = PassiveReplies()
    waiting = replies.begin("o1", now())
    texts = ["长" * 600, "短", "要" * 100]
    offers = [asyncio.create_task(waiting.carry(text, important=text.startswith("要"))) for text in texts]
    reply = await replies.settle("o1", waiting)
    waiting.ended(answered=True)
    assert size(reply) <= LIMIT
    assert reply == f"{'要' * 100}\n\n短"
    assert [await offer for offer in offers] == [False, True, True]


async def test_a_request_that_is_over_carries_nothing() -> None:
    replies = PassiveReplies(patience=0.0)
    waiting = replies.begin("o1", now())
    await replies.settle("o1", waiting)
    assert replies.current("o1") is None
    assert not await waiting.carry("晚了")


async def test_an_older_request_that_has_words_already_keeps_them() -> None:
    replies = PassiveReplies()
    older = replies.begin("o1", now())
    offer = asyncio.create_task(older.carry("一"))
    await asyncio.sleep(0)
    newer = replies.begin("o1", now())
    assert await replies.settle("o1", older) == "一"
    older.ended(answered=True)
    assert await offer
    assert replies.current("o1") is newer
