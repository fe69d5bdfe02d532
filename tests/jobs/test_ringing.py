"""Timers that fail, and a great many of them."""

from __future__ import annotations

from datetime import timedelta

from bot.app import App
from bot.desk.ports import Timer
from storage import Storage
from tests.jobs.desk import NOW, opened, put, timers

BROKEN = Timer("promise:9", "promise", NOW, {"ticket": 9})
"""Of a ticket that does not exist."""
STORY = {"channel": "console", "account": "demo", "chat": "王女士", "thread": "", "sender": "王女士"}


def rung(app: App, seconds: float) -> float:
    """Rings so long after the beginning; when the broken timer rings next, in seconds after that."""
    now = NOW + timedelta(seconds=seconds)
    app.ring(now)
    (timer,) = timers(app, NOW + timedelta(days=2))
    return (timer.due_at - now).total_seconds()


def test_a_timer_that_raises_is_tried_again_soon_and_then_less_and_less_often(storage: Storage) -> None:
    app = opened(storage)
    put(app, BROKEN)
    passed, pauses = 0.0, []
    for _ in range(6):
        pauses.append(rung(app, passed))
        passed += pauses[-1]
    assert pauses == [5, 30, 120, 600, 3600, 3600]


def test_a_timer_that_raises_does_not_keep_the_others_from_ringing(storage: Storage) -> None:
    app = opened(storage)
    put(app, BROKEN, Timer("story:x", "story", NOW, STORY))
    assert app.ring(NOW) == 2
    assert [timer.key for timer in timers(app, NOW + timedelta(days=1))] == ["promise:9"]


def many(app: App, count: int) -> None:
    put(app, *(Timer(f"story:{n}", "story", NOW, STORY) for n in range(count)))


def test_a_tick_rings_only_so_many(storage: Storage) -> None:
    app = opened(storage)
    many(app, 120)
    assert app.ring(NOW, most=100) == 100
    assert app.ring(NOW, most=100) == 20


def test_without_a_limit_everything_that_is_due_rings(storage: Storage) -> None:
    app = opened(storage)
    many(app, 120)
    assert app.ring(NOW) == 120
