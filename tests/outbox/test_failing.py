from __future__ import annotations

import asyncio

import pytest

from bot.messages import Address, Outgoing
from bot.outbox.delivery import DeliveryError
from bot.outbox.failures import MOST_ATTEMPTS, pause
from tests.outbox.post_office import ENGINEERS, HE, NOW, WANG, PostOffice, seconds
from tests.outbox.recording_channel import RecordingChannel


async def test_a_failed_message_is_tried_again_after_a_pause_and_its_chat_waits() -> None:
    channel = RecordingChannel(failures={"一": [DeliveryError("timed out")]})
    office = PostOffice(channel)
    office.put(Outgoing(WANG, "一"), Outgoing(WANG, "二"), Outgoing(HE, "甲"))
    await office.deliver()
    assert channel.texts() == ["甲"]
    assert office.next_due() == NOW + seconds(10)
    await office.deliver(10)
    assert channel.texts() == ["甲", "一", "二"]


async def test_after_the_last_attempt_people_are_told_in_the_same_transaction() -> None:
    channel = RecordingChannel(failures={"一": [DeliveryError("timed out")] * MOST_ATTEMPTS})
    office = PostOffice(channel)
    office.put(Outgoing(WANG, "一"))
    moment = NOW
    tried = 0
    while not office.told:
        tried += await office.dispatcher.deliver_due(moment)
        moment = office.next_due(moment) or moment
    assert office.told == [("一", "timed out")]
    assert tried == MOST_ATTEMPTS + 1  # and the note that it could not be delivered
    assert channel.texts() == ["未送达:一"]
    assert [envelope.reason for envelope in office.listing("dead")] == ["timed out"]


def test_pauses_grow_to_an_hour() -> None:
    assert [pause(n).total_seconds() for n in range(1, MOST_ATTEMPTS)] == [10, 30, 90, 270, 810, 2430, 3600]


async def test_a_useless_attempt_is_not_repeated() -> None:
    channel = RecordingChannel(failures={"一": [DeliveryError("blocked", permanent=True)]})
    office = PostOffice(channel)
    office.put(Outgoing(WANG, "一"), Outgoing(WANG, "二"))
    await office.deliver()
    assert office.told == [("一", "blocked")]
    assert "二" in channel.texts()


async def test_a_platforms_pause_is_kept_and_costs_no_attempt() -> None:
    channel = RecordingChannel(failures={"一": [DeliveryError("429", retry_after=30)] * 20})
    office = PostOffice(channel)
    office.put(Outgoing(ENGINEERS, "一"), Outgoing(WANG, "甲"))
    for n in range(20):
        await office.deliver(n * 30)
    assert channel.texts() == ["甲"]
    await office.deliver(600)
    assert channel.texts() == ["甲", "一"]
    assert [envelope.attempts for envelope in office.listing("sent")] == [1, 1]


async def test_a_held_message_goes_when_the_person_writes() -> None:
    channel = RecordingChannel(failures={"一": [DeliveryError("window closed", hold=True)]})
    office = PostOffice(channel)
    office.put(Outgoing(WANG, "一"))
    await office.deliver()
    assert await office.deliver(86_400) == 0
    with office.storage.begin() as work:
        work.queue.release(WANG, NOW)
        work.commit()
    await office.deliver(86_401)
    assert channel.texts() == ["一"]


async def test_an_upgraded_group_gets_the_message_and_those_behind_it() -> None:
    channel = RecordingChannel(failures={"一": [DeliveryError("upgraded", migrated="新工程群")]})
    office = PostOffice(channel)
    office.put(Outgoing(ENGINEERS, "一"), Outgoing(ENGINEERS, "二"))
    await office.deliver()
    assert channel.sent == [("新工程群", "一", ""), ("新工程群", "二", "")]


async def test_a_group_that_never_stops_moving_is_given_up() -> None:
    channel = RecordingChannel(failures={"一": [DeliveryError("upgraded", migrated="新工程群")] * 99})
    office = PostOffice(channel)
    office.put(Outgoing(ENGINEERS, "一"))
    assert await office.deliver() < 20
    assert office.told == [("一", "upgraded")]


async def test_a_notice_is_not_tried_twice_and_nobody_is_told() -> None:
    channel = RecordingChannel(failures={"老李已接单": [DeliveryError("query is too old", permanent=True)]})
    office = PostOffice(channel)
    office.put(Outgoing(WANG, "老李已接单", sort="notice", tap="t1"))
    assert await office.deliver() == 1
    assert (await office.deliver(1), office.told) == (0, [])
    assert [envelope.reason for envelope in office.listing("expired")] == ["query is too old"]


@pytest.mark.parametrize("mistake", [ValueError("bad markup"), KeyError("ok")])
async def test_a_mistake_in_a_channel_stops_nobody_else(mistake: Exception) -> None:
    channel = RecordingChannel(failures={"一": [mistake]})
    office = PostOffice(channel)
    office.put(Outgoing(WANG, "一"), Outgoing(HE, "甲"))
    await office.deliver()
    assert channel.texts() == ["甲"]
    await office.deliver(10)
    assert channel.texts() == ["甲", "一"]


async def test_a_platform_that_does_not_answer_is_left_after_a_while() -> None:
    channel = RecordingChannel(stuck={"王女士": asyncio.Event()})
    office = PostOffice(channel, patience=0.0)
    office.put(Outgoing(WANG, "一"))
    await office.deliver()
    assert [envelope.reason for envelope in office.listing("waiting")] == ["no answer from the platform"]


async def test_messages_for_a_channel_that_is_not_configured_wait() -> None:
    office = PostOffice(RecordingChannel())
    office.put(Outgoing(Address("wechat", "gh_1", "o1"), "一"))
    assert await office.deliver() == 0
    assert [envelope.message.text for envelope in office.listing("waiting")] == ["一"]
