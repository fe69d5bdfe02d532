from __future__ import annotations

from bot.messages import Address, Outgoing
from bot.outbox.delivery import DeliveryError
from bot.outbox.dispatcher import Dispatcher
from tests.outbox.post_office import ENGINEERS, HE, NOW, WANG, PostOffice, seconds
from tests.outbox.recording_channel import RecordingChannel


async def test_everything_that_is_due_is_sent_in_the_order_of_its_chat() -> None:
    channel = RecordingChannel()
    office = PostOffice(channel)
    office.put(Outgoing(WANG, "一"), Outgoing(HE, "甲"), Outgoing(WANG, "二"), Outgoing(WANG, "三"))
    assert await office.deliver() == 4
    assert [text for chat, text, _ in channel.sent if chat == "王女士"] == ["一", "二", "三"]
    assert ("小何", "甲", "") in channel.sent
    assert office.next_due() is None


async def test_a_message_for_later_waits() -> None:
    channel = RecordingChannel()
    office = PostOffice(channel)
    office.put(Outgoing(WANG, "回访"), at=NOW + seconds(60))
    assert await office.deliver(59) == 0
    assert await office.deliver(60) == 1


async def test_an_edit_changes_the_message_that_was_sent() -> None:
    channel = RecordingChannel()
    office = PostOffice(channel)
    office.put(Outgoing(ENGINEERS, "待接单", name="card:1"))
    await office.deliver()
    office.put(Outgoing(ENGINEERS, "老李已接单", sort="edit", edits="card:1"))
    await office.deliver()
    office.put(Outgoing(ENGINEERS, "已完成", sort="edit", edits="card:1"))
    await office.deliver()
    assert channel.sent == [
        ("工程群", "待接单", ""),
        ("工程群", "老李已接单", "p1"),
        ("工程群", "已完成", "p1"),
    ]


async def test_an_edit_of_a_message_that_never_went_goes_as_a_new_one() -> None:
    channel = RecordingChannel(failures={"待接单": [DeliveryError("no such chat", permanent=True)]})
    office = PostOffice(channel)
    office.put(Outgoing(ENGINEERS, "待接单", name="card:1"))
    office.put(Outgoing(ENGINEERS, "老李已接单", sort="edit", edits="card:1"))
    await office.deliver()
    assert ("工程群", "老李已接单", "") in channel.sent


async def test_an_edit_whose_target_was_deleted_goes_as_a_new_one() -> None:
    channel = RecordingChannel(failures={"老李已接单": [DeliveryError("message not found", permanent=True)]})
    office = PostOffice(channel)
    office.put(Outgoing(ENGINEERS, "待接单", name="card:1"))
    await office.deliver()
    office.put(Outgoing(ENGINEERS, "老李已接单", sort="edit", edits="card:1"))
    await office.deliver()
    office.put(Outgoing(ENGINEERS, "已完成", sort="edit", edits="card:1"))
    await office.deliver()
    assert channel.sent[1:] == [("工程群", "老李已接单", ""), ("工程群", "已完成", "p2")]
    assert office.told == []


async def test_a_sender_that_dies_between_sending_and_marking_sends_twice_and_is_counted() -> None:
    channel = RecordingChannel()
    office = PostOffice(channel)
    office.put(Outgoing(WANG, "已登记"))
    ((envelope, _),) = office.dispatcher.claim(("console", "desk"), NOW, limit=5)
    await channel.send(envelope.message, "")  # and the process is killed here
    assert await office.deliver(59) == 0
    assert await office.deliver(60) == 1
    assert channel.texts() == ["已登记", "已登记"]
    assert office.dispatcher.counts["repeated"] == 1
    assert [envelope.lost_leases for envelope in office.listing("sent")] == [1]


async def test_a_sender_that_was_too_slow_does_not_mark_what_another_sends() -> None:
    channel = RecordingChannel()
    office = PostOffice(channel)
    office.put(Outgoing(WANG, "已登记"))
    ((envelope, _),) = office.dispatcher.claim(("console", "desk"), NOW, limit=5)
    other = Dispatcher(office.storage.begin, [channel], owner="other")
    ((taken_over, _),) = other.claim(("console", "desk"), NOW + seconds(60), limit=5)
    await office.dispatcher.deliver(envelope, lambda: NOW + seconds(61))
    assert office.dispatcher.counts == {"repeated": 0, "lost": 1}
    await other.deliver(taken_over, lambda: NOW + seconds(62))
    assert other.counts == {"repeated": 1, "sent": 1}


async def test_accounts_deliver_their_own_messages() -> None:
    first, second = RecordingChannel(), RecordingChannel("telegram", "bot")
    office = PostOffice(first, second)
    office.put(Outgoing(WANG, "一"), Outgoing(Address("telegram", "bot", "77"), "二"))
    await office.deliver()
    assert (first.texts(), second.texts()) == (["一"], ["二"])


async def test_nothing_is_sent_inside_a_transaction() -> None:
    def look() -> None:
        with office.storage.begin() as work:  # would be refused inside another one
            work.commit()

    channel = RecordingChannel(on_send=look)
    office = PostOffice(channel)
    office.put(Outgoing(WANG, "一"), Outgoing(HE, "二"))
    await office.deliver()
    assert sorted(channel.texts()) == ["一", "二"]


async def test_what_arrives_in_one_turn_of_the_loop_is_marked_with_one_commit() -> None:
    office = PostOffice(RecordingChannel())
    office.put(*[Outgoing(Address("console", "desk", f"业主{n}"), "您好") for n in range(5)])
    run: list[str] = []
    office.storage.connection().set_trace_callback(run.append)
    assert await office.deliver() == 5
    marks = [line for line in run if line == "COMMIT"]
    assert len(marks) <= 4  # claims and one mark, not five
