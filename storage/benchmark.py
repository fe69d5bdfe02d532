"""What the bare driver needs for the same rows: the yardstick of `huiyin bench intake`.

`recording` notes every write of a run; `replay` repeats exactly those, with the same number of durable commits and
nothing but sqlite3, on a copy that `snapshot` took before the run.

    snapshot(storage, copy)
    with recording(storage) as written:
        …messages through the desk…
    seconds = replay(copy, written)
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from storage import engine
from storage.driver import Cursor
from storage.storage import Storage

Write = tuple[bool, str, Any]
"""Whether it is for many rows, its SQL, its values."""
_WRITES = ("INSERT", "UPDATE", "DELETE")


class RecordingCursor:
    """Passes everything on, and notes what was written in each transaction."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self._open: list[Write] = []
        self.committed: list[list[Write]] = []

    @property
    def rowcount(self) -> int:
        return self._cursor.rowcount

    def execute(self, query: str, params: Any = (), /) -> Any:
        if query.startswith(_WRITES):
            self._open.append((False, query, params))
        elif query == "COMMIT":
            self.committed.append(self._open)
            self._open = []
        elif query == "ROLLBACK":
            self._open = []
        return self._cursor.execute(query, params)

    def executemany(self, query: str, params: Any, /) -> Any:
        self._open.append((True, query, list(params)))
        return self._cursor.executemany(query, params)

    def fetchall(self) -> list[Any]:
        return self._cursor.fetchall()


@contextmanager
def recording(storage: Storage) -> Iterator[list[list[Write]]]:
    """The writes of each unit of work that is committed meanwhile. SQLite only."""
    driver = storage.begin().driver
    plain = driver.cursor
    driver.cursor = recorder = RecordingCursor(plain)
    try:
        yield recorder.committed
    finally:
        driver.cursor = plain


def snapshot(storage: Storage, path: Path) -> None:
    """Copies an SQLite database as it is now."""
    with closing(engine.sqlite_writer(str(path))) as copy:
        storage.connection().backup(copy)


def replay(path: Path, transactions: list[list[Write]]) -> list[float]:
    """Repeats the writes on a copy; returns the seconds of each transaction."""
    with closing(engine.sqlite_writer(str(path))) as connection:
        cursor = connection.cursor()
        return [_repeat(cursor, writes) for writes in transactions]


def _repeat(cursor: Any, writes: list[Write]) -> float:
    start = perf_counter()
    cursor.execute("BEGIN IMMEDIATE")
    for many, query, values in writes:
        if many:
            cursor.executemany(query, values)
        else:
            cursor.execute(query, values)
            if "RETURNING" in query:
                cursor.fetchall()  # a half-read statement would keep the transaction open
    cursor.execute("COMMIT")
    return perf_counter() - start
