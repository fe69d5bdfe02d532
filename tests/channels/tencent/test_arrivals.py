"""Messages of one turn of the loop go to the desk together."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from bot.channels.tencent.arrivals import AT_ONCE, Arrivals
from bot.messages import Address, Incoming
from bot.simulation.platforms.wechat.double import NOON

pytestmark = pytest.mark.asyncio(loop_scope="session")


def message(n: int) -> Incoming:
    return Incoming(Address("wechat", "wx1", f"o{n}"), f"m{n}", "text", f"o{n}", NOON, text="漏水")


class Desk:
    """Refuses the batch that has the message `bad`."""

    def __init__(self, bad: str = "") -> None:
        self.bad = bad
        self.batches: list[list[str]] = []

    def take(self, batch: Sequence[Incoming]) -> None:
        self.batches.append([one.key for one in batch])
        if self.bad in self.batches[-1]:
            raise OSError("the disk is full")


async def test_those_who_knock_in_one_turn_are_taken_together_in_their_order() -> None:
    desk = Desk()
    arrivals = Arrivals(desk.take)
    await asyncio.gather(*[arrivals.take(message(n)) for n in range(3)])
    await arrivals.take(message(3))
    assert desk.batches == [["m0", "m1", "m2"], ["m3"]]


async def test_no_more_than_a_few_at_once() -> None:
    desk = Desk()
    arrivals = Arrivals(desk.take)
    await asyncio.gather(*[arrivals.take(message(n)) for n in range(AT_ONCE + 1)])
    assert [len(batch) for batch in desk.batches] == [AT_ONCE, 1]


async def test_a_batch_that_was_not_kept_is_told_to_everybody_in_it_and_to_nobody_else() -> None:
    arrivals = Arrivals(Desk("m0").take)
    knocking = [arrivals.take(message(n)) for n in range(AT_ONCE + 1)]
    found = await asyncio.gather(*knocking, return_exceptions=True)
    assert [type(one) for one in found[:AT_ONCE]] == [OSError] * AT_ONCE
    assert found[AT_ONCE] is None


async def test_one_who_has_gone_keeps_nobody_back() -> None:
    desk = Desk()
    arrivals = Arrivals(desk.take)
    gone = asyncio.ensure_future(arrivals.take(message(0)))
    stays = asyncio.ensure_future(arrivals.take(message(1)))
    await asyncio.sleep(0)
    gone.cancel()
    await stays
    assert desk.batches == [["m0", "m1"]]
