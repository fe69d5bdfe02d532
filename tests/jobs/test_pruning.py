"""What is old goes once a day, a little at a time."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.jobs import pruning
from bot.jobs.pruning import CHUNK, Pruning
from storage import Storage
from tests.jobs.desk import NOW
from tests.storage.samples import hello

LONG_AGO = NOW - pruning.INCOMING - timedelta(days=1)


def came(storage: Storage, count: int, at: datetime) -> None:
    with storage.begin() as work:
        for n in range(count):
            work.inbox.take(hello(f"{at}:{n}"), at, handled=True)
        work.commit()


def kept(storage: Storage) -> int:
    with storage.begin() as work:
        return len(work.inbox.latest("console", 10_000))


def test_each_step_is_short_and_together_they_do_it_all(storage: Storage) -> None:
    came(storage, CHUNK + 1, LONG_AGO)
    came(storage, 1, NOW)
    job = Pruning(storage.begin)
    assert job.step(NOW)
    assert kept(storage) == 2
    while job.step(NOW):
        pass
    assert kept(storage) == 1


def test_it_is_done_once_a_day_by_one_process(storage: Storage) -> None:
    one, other = Pruning(storage.begin), Pruning(storage.begin)
    assert one.step(NOW)
    assert not other.step(NOW)
    while one.step(NOW):
        pass
    assert not one.step(NOW + timedelta(hours=1))
    assert other.step(NOW + timedelta(days=1))


def test_buttons_and_codes_that_are_old_go_too(storage: Storage) -> None:
    with storage.begin() as work:
        work.buttons.put("k1", [{"act": "accept"}], NOW - pruning.BUTTONS - timedelta(days=1))
        work.people.issue_code("c1", "jinxiu", {}, NOW - pruning.CODES - timedelta(days=1))
        work.commit()
    job = Pruning(storage.begin)
    while job.step(NOW):
        pass
    with storage.begin() as work:
        assert work.buttons.get("k1:0") is None
        assert work.old.drop_codes(NOW, 10) == 0
