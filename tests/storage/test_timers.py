from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.desk.ports import Timer
from storage import Storage
from tests.storage.samples import NOW

PROMISE = Timer("promise:1", "promise", NOW + timedelta(hours=1), {"ticket": 1})
VISIT = Timer("visit:1", "visit_ask", NOW + timedelta(hours=4), {"visit": 1})


def test_timers_are_due_earliest_first(storage: Storage) -> None:
    with storage.begin() as work:
        work.timers.put(VISIT)
        work.timers.put(PROMISE)
        assert work.timers.due(NOW, 5) == []
        assert work.timers.due(PROMISE.due_at, 5) == [PROMISE]
        assert work.timers.due(VISIT.due_at, 5) == [PROMISE, VISIT]
        assert work.timers.due(VISIT.due_at, 1) == [PROMISE]
        assert work.timers.due(VISIT.due_at, 5, kind="visit_ask") == [VISIT]
        assert work.timers.next_due() == PROMISE.due_at


def test_setting_a_timer_again_moves_it(storage: Storage) -> None:
    later = replace(PROMISE, due_at=NOW + timedelta(hours=2), data={"ticket": 1, "round": 2})
    with storage.begin() as work:
        work.timers.put(PROMISE)
        work.timers.put(later)
        assert work.timers.due(VISIT.due_at, 5) == [later]


def test_a_timer_rings_once(storage: Storage) -> None:
    with storage.begin() as work:
        work.timers.put(PROMISE)
        assert work.timers.done(PROMISE)
        assert not work.timers.done(PROMISE)
        assert work.timers.next_due() is None


def test_a_timer_that_was_moved_does_not_ring(storage: Storage) -> None:
    with storage.begin() as work:
        work.timers.put(PROMISE)
        work.timers.put(replace(PROMISE, due_at=VISIT.due_at))
        assert not work.timers.done(PROMISE)
        assert work.timers.next_due() == VISIT.due_at


def test_a_timer_that_is_put_off_keeps_what_is_known_of_it(storage: Storage) -> None:
    later = PROMISE.due_at + timedelta(minutes=2)
    with storage.begin() as work:
        work.timers.put(PROMISE)
        assert work.timers.postpone(replace(PROMISE, data={"ticket": 1, "failed": 1}), later)
        assert work.timers.due(later, 5) == [replace(PROMISE, due_at=later, data={"ticket": 1, "failed": 1})]


def test_a_newer_timer_is_not_put_off(storage: Storage) -> None:
    newer = replace(PROMISE, due_at=NOW)
    with storage.begin() as work:
        work.timers.put(newer)
        assert not work.timers.postpone(PROMISE, VISIT.due_at)
        assert work.timers.due(NOW, 5) == [newer]


def test_cancelled_timers_are_gone(storage: Storage) -> None:
    with storage.begin() as work:
        work.timers.put(PROMISE)
        work.timers.put(VISIT)
        work.timers.cancel("promise:1", "visit:1", "never:set")
        assert work.timers.next_due() is None


def test_a_cron_slot_runs_once(storage: Storage) -> None:
    with storage.begin() as work:
        assert work.slots.claim("daily", NOW, NOW)
        assert not work.slots.claim("daily", NOW, NOW + timedelta(seconds=1))
        assert work.slots.claim("daily", NOW + timedelta(days=1), NOW)
        assert work.slots.claim("weekly", NOW, NOW)
        assert work.slots.last("daily") == NOW + timedelta(days=1)
        assert work.slots.last("monthly") is None
