"""Two processes on one PostgreSQL database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.desk.ports import Timer
from bot.messages import Address
from storage import Storage
from tests.storage.postgresql import empty
from tests.storage.samples import NOW, say
from tests.storage.test_queue import claim, texts

pytestmark = pytest.mark.postgresql


@pytest.fixture
def replicas(postgresql_url: str) -> Iterator[tuple[Storage, Storage]]:
    empty(postgresql_url)
    one, other = Storage(postgresql_url), Storage(postgresql_url)
    yield one, other
    one.close()
    other.close()


def test_two_replicas_never_claim_the_same_message(replicas: tuple[Storage, Storage]) -> None:
    one, other = replicas
    with one.begin() as work:
        work.outbox.put([say(str(n), Address("console", "desk", f"chat{n}")) for n in range(4)], NOW)
        work.commit()
    with one.begin() as first, other.begin() as second:
        mine = claim(first, owner="one", limit=3)
        theirs = claim(second, owner="other", limit=3)
        first.commit()
        second.commit()
    assert (texts(mine), texts(theirs)) == (["0", "1", "2"], ["3"])


def test_two_replicas_never_ring_the_same_timer(replicas: tuple[Storage, Storage]) -> None:
    one, other = replicas
    with one.begin() as work:
        for n in range(2):
            work.timers.put(Timer(f"promise:{n}", "promise", NOW + timedelta(seconds=n), {}))
        work.commit()
    later = NOW + timedelta(hours=1)
    with one.begin() as first, other.begin() as second:
        assert [timer.key for timer in first.timers.due(later, 1)] == ["promise:0"]
        assert [timer.key for timer in second.timers.due(later, 5)] == ["promise:1"]
