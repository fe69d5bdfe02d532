from __future__ import annotations

import gc
import sqlite3
from pathlib import Path

import pytest

from storage import Storage
from storage.driver import NestedTransaction, NoTransaction
from tests.storage.samples import NOW, hello, known_wang, leak


class PowerCut(Exception):
    pass


def test_nothing_is_kept_without_a_commit(storage: Storage) -> None:
    with storage.begin() as work:
        work.tickets.add(leak())
    with storage.read() as work:
        assert work.tickets.recent("jinxiu", 5) == []


def test_an_error_undoes_everything_together(storage: Storage) -> None:
    def half_a_message() -> None:
        with storage.begin() as work:
            work.inbox.take(hello(), NOW)
            known_wang(work)
            raise PowerCut

    with pytest.raises(PowerCut):
        half_a_message()
    with storage.begin() as work:
        assert work.inbox.take(hello(), NOW)
        assert work.people.residents_by_phone("jinxiu", "13800138001") == []


def test_a_redelivery_after_the_commit_does_nothing_twice(storage: Storage) -> None:
    with storage.begin() as work:
        assert work.inbox.take(hello(), NOW)
        work.commit()
    with storage.begin() as work:
        assert not work.inbox.take(hello(), NOW)


def test_readers_see_only_what_is_committed(tmp_path: Path) -> None:
    storage = Storage.fresh(tmp_path / "huiyin.db")
    with storage.begin() as work:
        work.tickets.add(leak())
        with storage.read() as before:
            assert before.tickets.recent("jinxiu", 5) == []
        work.commit()
    with storage.read() as after:
        assert len(after.tickets.recent("jinxiu", 5)) == 1
    storage.close()


def test_a_reader_cannot_write(storage: Storage) -> None:
    with storage.read() as work:
        work.commit()
    with storage.read() as work, pytest.raises(Exception, match=r"(?i)read-?only"):
        work.tickets.add(leak())


def test_a_unit_of_work_inside_another_is_refused() -> None:
    storage = Storage.memory()
    with storage.begin() as work:
        work.tickets.add(leak())
        with pytest.raises(NestedTransaction), storage.begin():
            pass
        work.commit()
    with storage.read() as work:
        assert len(work.tickets.recent("jinxiu", 5)) == 1
    storage.close()


def test_nothing_can_be_written_after_the_commit(storage: Storage) -> None:
    with storage.begin() as work:
        work.commit()
        with pytest.raises(NoTransaction):
            work.tickets.add(leak())
        with pytest.raises(NoTransaction):
            work.commit()


def test_a_database_is_there_after_it_was_closed(tmp_path: Path) -> None:
    path = tmp_path / "huiyin.db"
    storage = Storage.fresh(path)
    with storage.begin() as work:
        work.tickets.add(leak())
        work.commit()
    storage.close()
    again = Storage(f"sqlite:///{path}")
    with again.read() as work:
        assert work.tickets.recent("jinxiu", 5)[0].text == leak().text
    again.close()


def test_a_storage_that_is_let_go_closes_its_database() -> None:
    storage = Storage.memory()
    connection = storage.connection()
    del storage
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")
