"""A desk for the jobs' tests, and what the tests do with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from itertools import count
from pathlib import Path

from bot.app import App
from bot.config import load
from bot.desk.ports import Timer
from bot.messages import Incoming
from bot.simulation.opening import seat
from nlp.understand import load as understander
from nlp.understanding import Understanding
from storage import Storage
from tests.storage.samples import hello

SETTINGS = load(Path(__file__).parents[2] / "config.yaml", {})
NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
"""A Wednesday, ten in the morning."""


class Deaf:
    """Understands nothing the first few times."""

    def __init__(self, failures: int) -> None:
        self.failures = failures

    def understand(self, text: str, now: datetime, zone: tzinfo) -> Understanding:
        if self.failures > 0:
            self.failures -= 1
            raise RuntimeError("deaf")
        return understander().understand(text, now, zone)


def opened(storage: Storage, deaf: int = 0) -> App:
    """The cast is known; the first so many messages cannot be understood."""
    numbers = count(1)
    app = App(SETTINGS, storage, Deaf(deaf), lambda: f"k{next(numbers)}")
    seat(app, SETTINGS.communities[0])
    return app


def wrote(text: str, key: str = "m1") -> Incoming:
    return hello(key, text=text, at=NOW)


def texts(app: App) -> list[str]:
    """Everything that waits to be sent."""
    with app.storage.begin() as work:
        return [envelope.message.text for envelope in work.queue.listing(("waiting",), 100)]


def timers(app: App, until: datetime) -> Sequence[Timer]:
    with app.storage.begin() as work:
        return work.timers.due(until, 100)


def put(app: App, *waiting: Timer) -> None:
    with app.storage.begin() as work:
        for timer in waiting:
            work.timers.put(timer)
        work.commit()
