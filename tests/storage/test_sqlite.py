from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from storage import (
    Storage,
    history,
    identities,
    inbox,
    queue_statements,
    residents,
    sessions,
    tickets,
    timers,
)
from storage.statement import Statement


@pytest.fixture
def storage(tmp_path: Path) -> Storage:
    return Storage.fresh(tmp_path / "huiyin.db")


def test_every_commit_is_durable_and_readers_never_wait(storage: Storage) -> None:
    connection = storage.connection()
    settings = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
    storage.close()


def test_a_second_writer_is_stopped_before_it_has_read_anything(storage: Storage) -> None:
    other = Storage(str(storage.url))
    other.connection().execute("PRAGMA busy_timeout = 0")
    with storage.begin() as work:
        with pytest.raises(sqlite3.OperationalError, match="locked"), other.begin():
            pass
        work.commit()
    with other.begin() as work:
        work.commit()
    other.close()
    storage.close()


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (tickets.GET, "INTEGER PRIMARY KEY"),
        (tickets.BY_NUMBER, "INDEX sqlite_autoindex_tickets"),
        (tickets.OPEN_OF_RESIDENT, "INDEX tickets_by_resident"),
        (tickets.RECENT, "INDEX tickets_by_opening"),
        (history.TIMELINE, "INDEX timeline_by_ticket"),
        (identities.GET, "INDEX sqlite_autoindex_identities"),
        (identities.OF_RESIDENT, "INDEX identities_by_resident"),
        (residents.IN_ROOM, "INDEX homes_by_room"),
        (residents.BY_PHONE, "INDEX residents_by_phone"),
        (sessions.GET, "INDEX sqlite_autoindex_sessions"),
        (inbox.WAITING, "INDEX inbox_waiting"),
        (timers.DUE, "INDEX timers_by_due"),
        (timers.DUE_OF_KIND, "INDEX timers_by_kind"),
        (queue_statements.CLAIM, "outbox USING INDEX outbox_ready"),
        (queue_statements.CLAIM, "other USING INDEX outbox_of_chat"),
        (queue_statements.EXPIRE, "INDEX outbox_ready"),
        (queue_statements.MERGE, "INDEX outbox_ready"),
        (queue_statements.NEXT_DUE_OF_ACCOUNT, "INDEX outbox_ready"),
        (queue_statements.TARGET, "INDEX outbox_named"),
        (queue_statements.RELEASE, "INDEX outbox_held"),
        (queue_statements.LISTING["dead"], "INDEX outbox_dead"),
    ],
)
def test_no_query_reads_a_whole_table(storage: Storage, statement: Statement, index: str) -> None:
    text, constants = statement.ready("sqlite")
    names = dict.fromkeys(NAMES, 1) | constants
    plan = [row[3] for row in storage.connection().execute(f"EXPLAIN QUERY PLAN {text}", names)]
    assert any(index in line for line in plan), plan
    assert not any(line.startswith("SCAN") and "INDEX" not in line for line in plan), plan
    storage.close()


NAMES = [
    "id",
    "resident_id",
    "community",
    "number",
    "ticket_id",
    "channel",
    "account",
    "user",
    "chat",
    "room",
    "phone",
    "limit",
    "now",
    "kind",
    "name",
    "state",
    "the_channel",
    "the_account",
    "the_chat",
    "the_sender",
    "the_owner",
    "lease_until",
    "too_old",
]
