"""A hundred thousand requests to the door of a running server, many of them broken: no fault of ours, memory flat.

Not a part of `all`: it takes some minutes.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.bench import broken, letters, load, process, webhook
from bot.bench.figure import Figure
from bot.channels.tencent.sealing import Sealer
from bot.clock import real_now
from bot.config import Settings

REQUESTS = 100_000
ROUND = 5_000
BROKEN = 0.6
HANDS = 400
"""Many: what the desk has nothing to say to waits four seconds, as WeChat lets it."""
WARM = 0.2
"""The share of the requests after which memory should grow no more."""
MEGABYTES = 30.0


def measure(
    settings: Settings,
    progress: Callable[[int], None] = lambda done: None,
    *,
    requests: int = REQUESTS,
    each: int = ROUND,
) -> list[Figure]:
    """fuzz (answers that are a fault of ours, or none) and fuzz_memory (MB that the server grew by)."""
    dice = random.Random(20260304)  # noqa: S311 - the same every time
    met, memory = Counter[int](), list[float]()
    with TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'desk.db'}"
        webhook.prepare(settings, url, 1)
        port, config = process.free_port(), webhook.written(settings, folder)
        with process.serving(config, url, folder, port=port, more=letters.ENVIRONMENT) as (server, _):
            for first in range(0, requests, each):
                many = [_request(dice, number) for number in range(first, min(first + each, requests))]
                answers, _ = load.as_fast_as_it_goes(port, many, hands=HANDS)
                met.update(answer.status for answer in answers)
                memory.append(process.resident_megabytes(server.pid))
                progress(len(many))
    faults = sum(number for status, number in met.items() if status == 0 or status >= 500)
    warm = memory[int(len(memory) * WARM)]
    statuses = {str(status): number for status, number in sorted(met.items())}
    return [
        Figure("fuzz", faults, "at_most", 0, "faults", {"requests": met.total(), "statuses": statuses}),
        Figure("fuzz_memory", round(memory[-1] - warm, 1), "at_most", MEGABYTES, "MB", {"megabytes": memory}),
    ]


def _request(dice: random.Random, number: int) -> bytes:
    """Signed when it is made: valid for five minutes."""
    xml = broken.message(dice, number)
    query, content = letters.envelope(_SEALER, xml, number, real_now())
    if dice.random() < BROKEN:
        content = broken.body(dice, content)
    return letters.request("/wechat", broken.query(dice, query), content)


_SEALER = Sealer(letters.TOKEN, letters.APP_ID, [letters.AES_KEY])
