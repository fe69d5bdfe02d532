from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Address, Outgoing
from bot.outbox.delivery import Pace
from bot.outbox.pacing import AccountPacing, next_slot, room, spend
from tests.outbox.post_office import ENGINEERS, HE, NOW, WANG, PostOffice, seconds
from tests.outbox.recording_channel import RecordingChannel

START = datetime(2026, 3, 4, tzinfo=UTC)
GROUP_LIMIT = Pace(group=3.0)


@given(
    gaps=st.lists(st.floats(0, 10), min_size=1, max_size=60),
    interval=st.floats(0.1, 5),
    burst=st.integers(1, 5),
)
def test_no_stretch_of_time_has_more_messages_than_its_budget(
    gaps: list[float], interval: float, burst: int
) -> None:
    step = timedelta(seconds=interval)
    now, whole_at, slots = START, None, []
    for gap in gaps:
        now += timedelta(seconds=gap)
        slot = next_slot(whole_at, now, step, burst)
        whole_at = spend(whole_at, slot, step)
        slots.append(slot)
        assert slot >= now
    ordered = sorted(slots)
    for i, first in enumerate(ordered):
        for j in range(i + burst, len(ordered)):
            allowed = (j - i - burst + 1) * step
            assert ordered[j] - first >= allowed - timedelta(microseconds=10 * len(gaps))


def test_a_rested_chat_may_have_a_burst_and_then_the_mean() -> None:
    pacing = AccountPacing(Pace(group=3.0, burst=3))
    slots = []
    for _ in range(5):
        slot = pacing.slot("工程群", START, group=True)
        pacing.take("工程群", slot, group=True)
        slots.append((slot - START).total_seconds())
    assert slots == [0, 0, 0, 3, 6]


def test_an_account_without_a_limit_has_room_for_everything() -> None:
    assert AccountPacing(Pace()).room(START, timedelta(seconds=1)) is None


def test_room_counts_the_slots_before_the_horizon() -> None:
    tenth = timedelta(seconds=0.1)
    assert room(None, START, timedelta(0), tenth) == 1
    assert room(None, START, timedelta(seconds=0.95), tenth) == 10
    assert room(START + timedelta(seconds=0.5), START, timedelta(seconds=0.95), tenth) == 5
    assert room(START + timedelta(seconds=2), START, timedelta(seconds=1), tenth) == 0


async def test_a_throttled_group_delays_nobody_else() -> None:
    channel = RecordingChannel(pace=GROUP_LIMIT)
    office = PostOffice(channel)
    office.put(*[Outgoing(ENGINEERS, f"卡片{n}") for n in range(24)])
    await office.deliver()
    office.put(Outgoing(WANG, "已登记"), Outgoing(HE, "已登记"), at=NOW + seconds(0.1))
    await office.deliver(0.1)
    assert channel.sent == [("工程群", "卡片0", ""), ("王女士", "已登记", ""), ("小何", "已登记", "")]
    assert office.next_due(NOW + seconds(0.1)) == NOW + seconds(3)


async def test_a_throttled_group_gets_everything_in_order_at_its_pace() -> None:
    channel = RecordingChannel(pace=GROUP_LIMIT)
    office = PostOffice(channel)
    office.put(*[Outgoing(ENGINEERS, f"卡片{n}") for n in range(5)])
    moment, went = NOW, []
    while True:
        if await office.dispatcher.deliver_due(moment):
            went.append((moment - NOW).total_seconds())
        due = office.next_due(moment)
        if due is None:
            break
        moment = due
    assert went == [0, 3, 6, 9, 12]
    assert channel.texts() == [f"卡片{n}" for n in range(5)]
    assert {envelope.attempts for envelope in office.listing("sent")} == {1}


async def test_the_answer_to_a_tap_in_a_throttled_group_goes_at_once() -> None:
    channel = RecordingChannel(pace=GROUP_LIMIT)
    office = PostOffice(channel)
    office.put(Outgoing(ENGINEERS, "卡片1"), Outgoing(ENGINEERS, "卡片2"))
    office.put(Outgoing(ENGINEERS, "已被老李接单", sort="notice", tap="t1"))
    await office.deliver()
    assert channel.texts() == ["已被老李接单", "卡片1"]


async def test_one_throttled_account_does_not_delay_another() -> None:
    slow = RecordingChannel("telegram", "bot", pace=Pace(account=1.0))
    quick = RecordingChannel()
    office = PostOffice(slow, quick)
    office.put(*[Outgoing(chat, f"{n}") for n, chat in enumerate((WANG, HE, ENGINEERS))])
    for n in range(3):
        office.put(Outgoing(Address("telegram", "bot", str(n)), f"{n}"))
    await office.deliver()
    assert (len(quick.sent), len(slow.sent)) == (3, 1)
    await office.deliver(1)
    assert len(slow.sent) == 2
