"""Two processes on one PostgreSQL database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import psycopg
import pytest
from sqlalchemy import make_url

from bot.desk.ports import Timer
from bot.messages import Address
from storage import Storage
from tests.storage.postgresql import empty
from tests.storage.samples import NOW, hello, say
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


def test_a_kept_message_is_acted_on_by_one_replica_only(replicas: tuple[Storage, Storage]) -> None:
    one, other = replicas
    with one.begin() as work:
        work.inbox.take(hello(), NOW)
        work.commit()
        key = 1
    with one.begin() as first:
        assert first.inbox.handled(key)
        first.commit()
    with other.begin() as second:
        assert not second.inbox.handled(key)


def connections(url: str) -> int:
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        row = connection.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        ).fetchone()
    return int(row[0]) if row else 0


def test_asking_for_the_schema_again_and_again_opens_one_connection(
    postgresql_url: str, replicas: tuple[Storage, Storage]
) -> None:
    before = connections(postgresql_url)
    assert all(replicas[0].schema_current() for _ in range(10))
    assert connections(postgresql_url) == before + 1


def test_a_connection_that_the_server_dropped_is_replaced(
    postgresql_url: str, replicas: tuple[Storage, Storage]
) -> None:
    storage = replicas[0]
    assert storage.schema_current()
    plain = make_url(postgresql_url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    with pytest.raises(psycopg.OperationalError):
        storage.schema_current()
    assert storage.schema_current()
