"""Messages a second through conversation, desk and storage, beside the bare driver writing the same rows.

Both run in turn in small rounds, so that whatever else the machine does meets both.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from bot.app import App
from bot.bench import spans, town
from bot.bench.figure import Figure
from bot.config import Settings
from bot.messages import Incoming
from bot.roster import roster_of, sync
from nlp.understand import load
from storage import Storage
from storage.benchmark import recording, replay, snapshot

GOAL = 0.15
ROUNDS = 10
ROUND = 150
MONDAY = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


class NotFiled(RuntimeError):
    """A benchmark message ended somewhere else than in a filed ticket: the figure would mean nothing."""


def measure(
    settings: Settings, *, rounds: int = ROUNDS, size: int = ROUND, written: Sequence[str] = town.WRITTEN
) -> list[Figure]:
    """One figure: the ratio of messages a second, desk to bare driver. Raises NotFiled."""
    settings, owners = town.without_pauses(settings), (rounds + 2) * size
    with TemporaryDirectory() as folder:
        batch = town.messages(owners, MONDAY, written=written)
        return [_measure(settings, Path(folder), rounds, list(batch))]


def _measure(settings: Settings, folder: Path, rounds: int, batch: Sequence[Incoming]) -> Figure:
    storage = _opened(settings, folder / "desk.db", len(batch))
    app, arriving, size = App(settings, storage, load()), iter(batch), len(batch) // (rounds + 2)
    _handled(app, list(islice(arriving, size)))  # statements and texts are compiled when first used
    snapshot(storage, folder / "bare.db")
    desk: list[float] = []
    bare: list[float] = []
    ratios = []
    for _ in range(rounds):
        with recording(storage) as rows:
            ours = _handled(app, list(islice(arriving, size)))
        theirs = replay(folder / "bare.db", rows)
        desk += ours
        bare += theirs
        ratios.append(sum(theirs) / sum(ours))
    shares, statements = spans.measure(settings, storage, load(), list(arriving))
    _all_filed(storage, settings.communities[0].id, len(batch))
    storage.close()
    detail = _detail(desk, bare) | {"ms_per_message": shares, "statements_per_message": statements}
    return Figure("intake", round(median(ratios), 3), "at_least", GOAL, "× bare driver", detail)


def _opened(settings: Settings, path: Path, owners: int) -> Storage:
    storage = Storage.fresh(path)
    community = settings.communities[0]
    with storage.begin() as work:
        sync(work, community, roster_of(community))
        work.commit()
    town.settle(storage, community.id, owners)
    return storage


def _handled(app: App, batch: Sequence[Incoming]) -> list[float]:
    """Seconds of each message, from its arrival to its durable commit."""
    took = []
    for incoming in batch:
        start = perf_counter()
        app.handle(incoming, incoming.at)
        took.append(perf_counter() - start)
    return took


def _all_filed(storage: Storage, community: str, expected: int) -> None:
    with storage.read() as work:
        states = [ticket.state for ticket in work.tickets.recent(community, expected + 1)]
    if states != ["new"] * expected:
        raise NotFiled(f"{states.count('new')} of {expected} messages were filed")


def _detail(desk: Sequence[float], bare: Sequence[float]) -> dict[str, Any]:
    cuts = quantiles(desk, n=100)
    return {
        "messages": len(desk),
        "messages_per_second": round(len(desk) / sum(desk)),
        "bare_per_second": round(len(bare) / sum(bare)),
        "p50_ms": round(cuts[49] * 1000, 3),
        "p99_ms": round(cuts[98] * 1000, 3),
    }
