"""Two hundred owners write while the platform throttles one group: their replies must not wait for it.

In one process, with a platform that takes messages at Telegram's pace and refuses the group again and again.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

from bot.app import App
from bot.bench import town
from bot.bench.figure import Figure
from bot.channels.console.channel import NAME, address_of
from bot.clock import real_now
from bot.config import Settings
from bot.messages import Address, Attachment, Outgoing
from bot.outbox.delivery import DeliveryError, Pace
from bot.outbox.dispatcher import Dispatcher
from bot.outbox.serving import Delivery
from bot.roster import roster_of, sync
from nlp.understand import load
from storage import Storage, UnitOfWork

GOAL = 1.2
ROUNDS = 3
OWNERS = 200
WARM_UP = 20
A_SECOND = 20.0
CARDS = 60
GROUP = "工程群"
PACE = Pace(chat=1.0, group=3.0, account=1 / 30)
TAKES = 0.05
"""Seconds that the platform takes for a message."""
AGAIN = 1.0
"""Seconds after which the throttled group may be tried again, when it is refused anew."""
PATIENCE = 10.0


class NotAnswered(RuntimeError):
    """An owner got no reply in time: the figure would mean nothing."""


class Platform:
    """The Channel. `heard` has the time at which each owner got a reply, by the loop's clock."""

    def __init__(self) -> None:
        self.name, self.account, self.pace = NAME, "demo", PACE
        self.heard: dict[str, float] = {}
        self.refusals = 0

    async def send(self, message: Outgoing, platform_id: str) -> str:
        if self.is_group(message.to):
            self.refusals += 1
            raise DeliveryError("429", retry_after=AGAIN)
        await asyncio.sleep(TAKES)
        self.heard.setdefault(message.to.chat, asyncio.get_running_loop().time())
        return "1"

    async def fetch(self, attachment: Attachment) -> bytes:
        raise DeliveryError("there are no files", permanent=True)

    def is_group(self, address: Address) -> bool:
        return address.chat == GROUP


def measure(
    settings: Settings,
    progress: Callable[[int], None] = lambda done: None,
    *,
    rounds: int = ROUNDS,
    owners: int = OWNERS,
    a_second: float = A_SECOND,
) -> list[Figure]:
    """One figure: the p99 of owners' replies beside a throttled group, in terms of that without. Raises NotAnswered."""
    settings, quiet, throttled = town.without_pauses(settings), list[list[float]](), list[list[float]]()
    refusals = 0
    with TemporaryDirectory() as folder:
        for number in range(rounds + 1):
            writing = _times(owners if number else WARM_UP, a_second, number)
            for cards, waits in ((0, quiet), (CARDS, throttled)):
                desk = _opened(settings, Path(folder) / f"{number}-{cards}.db", len(writing))
                found, refused = asyncio.run(_round(desk, cards, writing))
                desk.storage.close()
                if number:  # in the first everything is used for the first time
                    waits.append(found)
                    refusals += refused
                progress(len(writing))
    ratio = median(_p99(beside) / _p99(alone) for alone, beside in zip(quiet, throttled, strict=True))
    detail = {"quiet_ms": _shares(quiet), "throttled_ms": _shares(throttled), "refusals": refusals}
    return [Figure("throttle", round(ratio, 3), "at_most", GOAL, "× unthrottled", detail)]


def _times(owners: int, a_second: float, number: int) -> list[float]:
    """When each owner of a round writes, in seconds: at random, but the same with and without the throttled group."""
    dice = random.Random(number)  # noqa: S311 - the same every time
    return list(accumulate(dice.expovariate(a_second) for _ in range(owners)))


def _opened(settings: Settings, path: Path, owners: int) -> App:
    storage, community = Storage.fresh(path), settings.communities[0]
    with storage.begin() as work:
        sync(work, community, roster_of(community))
        work.commit()
    town.settle(storage, community.id, owners)
    return App(settings, storage, load())


async def _round(app: App, cards: int, writing: Sequence[float]) -> tuple[list[float], int]:
    """Seconds from each owner's message to the reply; how often the group was refused."""
    platform, wake = Platform(), asyncio.Event()
    dispatcher: Dispatcher[UnitOfWork] = Dispatcher(app.storage.begin, [platform])
    with app.storage.begin() as work:
        work.outbox.put([Outgoing(address_of(GROUP), f"卡片 {n}") for n in range(cards)], real_now())
        work.commit()
    sending = asyncio.create_task(Delivery(dispatcher, real_now, wake).run())
    try:
        written = await _write(app, wake, writing)
        await _answered(platform, len(writing))
    finally:
        sending.cancel()
        await asyncio.wait([sending])
    return [platform.heard[chat] - at for chat, at in written.items()], platform.refusals


async def _write(app: App, wake: asyncio.Event, writing: Sequence[float]) -> dict[str, float]:
    """When each owner wrote."""
    clock = asyncio.get_running_loop().time
    began, written = clock(), dict[str, float]()
    for after, incoming in zip(writing, town.messages(len(writing), real_now()), strict=True):
        await asyncio.sleep(max(0.0, began + after - clock()))
        written[incoming.address.chat] = began + after
        app.take([incoming], real_now())
        wake.set()
    return written


async def _answered(platform: Platform, owners: int) -> None:
    try:
        async with asyncio.timeout(PATIENCE):
            while len(platform.heard) < owners:  # noqa: ASYNC110 - a benchmark may look now and then
                await asyncio.sleep(TAKES)
    except TimeoutError:
        raise NotAnswered(f"{owners - len(platform.heard)} of {owners} owners got no reply") from None


def _p99(seconds: Sequence[float]) -> float:
    return quantiles(seconds, n=100)[98]


def _shares(rounds: Sequence[Sequence[float]]) -> dict[str, Any]:
    cuts = quantiles([each for one in rounds for each in one], n=100)
    return {f"p{n}": round(cuts[n - 1] * 1000, 1) for n in (50, 95, 99)}
