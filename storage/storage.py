"""The door: opens a database and hands out units of work."""

from __future__ import annotations

import sqlite3
import weakref
from pathlib import Path
from queue import Empty, LifoQueue
from typing import Any, Protocol, Self

from sqlalchemy import URL, make_url

from storage import engine, schema
from storage.dialects import DialectName
from storage.unit_of_work import UnitOfWork


class Source(Protocol):
    """Where units of work come from."""

    dialect: DialectName

    def begin(self) -> UnitOfWork: ...
    def read(self) -> UnitOfWork: ...
    def connection(self) -> Any: ...
    def close(self) -> None: ...


class SqliteSource:
    """One connection that writes and one that reads. A database in memory has one for both."""

    dialect: DialectName = "sqlite"

    def __init__(self, path: str) -> None:
        self._writer = engine.sqlite_writer(path)
        self._work = UnitOfWork(engine.sqlite_driver(self._writer, writes=True))
        self._reader = self._writer if path == engine.MEMORY else engine.sqlite_reader(path)
        self._reading = UnitOfWork(engine.sqlite_driver(self._reader, writes=False))
        # Also when it is merely let go, as simulations are: Python 3.13 warns of a connection left open.
        self._close = weakref.finalize(self, _close_all, self._reader, self._writer)

    def begin(self) -> UnitOfWork:
        return self._work

    def read(self) -> UnitOfWork:
        return self._reading

    def connection(self) -> sqlite3.Connection:
        return self._writer

    def close(self) -> None:
        self._close()


def _close_all(*connections: sqlite3.Connection) -> None:
    for connection in connections:
        connection.close()


class PostgresqlSource:
    """A connection for each unit of work that is open at the same time; they are kept for the next."""

    dialect: DialectName = "postgresql"

    def __init__(self, url: URL) -> None:
        self._url = url
        self._connections: list[Any] = []
        self._idle: dict[bool, LifoQueue[UnitOfWork]] = {True: LifoQueue(), False: LifoQueue()}

    def begin(self) -> UnitOfWork:
        return self._take(writes=True)

    def read(self) -> UnitOfWork:
        return self._take(writes=False)

    def _take(self, *, writes: bool) -> UnitOfWork:
        idle = self._idle[writes]
        try:
            return idle.get_nowait()
        except Empty:
            return self._another(writes=writes)

    def _another(self, *, writes: bool) -> UnitOfWork:
        connection, idle = self.connection(), self._idle[writes]

        def keep(work: UnitOfWork) -> None:
            if not connection.closed:
                idle.put(work)
            elif connection in self._connections:  # psycopg closes one that the server has left
                self._connections.remove(connection)

        return UnitOfWork(engine.postgresql_driver(connection, writes=writes), keep)

    def connection(self) -> Any:
        connection = engine.postgresql_connection(self._url)
        self._connections.append(connection)
        return connection

    def close(self) -> None:
        for connection in self._connections:
            connection.close()


class Storage:
    """A database, by its SQLAlchemy URL (`sqlite:///huiyin.db`, `postgresql+psycopg://…`)."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self._source: Source = _source(self.url)

    @property
    def single_process(self) -> bool:
        """Whether nobody else can be at work on it: what a killed process leased is free again at the start."""
        return self.url.get_backend_name() == "sqlite"

    @classmethod
    def memory(cls) -> Self:
        """A new database in memory, ready for use; gone when it is closed."""
        storage = cls("sqlite:///:memory:")
        storage.create()
        return storage

    @classmethod
    def fresh(cls, path: Path) -> Self:
        """A new database in a file that does not exist yet, ready for use."""
        storage = cls(f"sqlite:///{path}")
        storage.create()
        return storage

    def begin(self) -> UnitOfWork:
        """`with storage.begin() as work: …; work.commit()`. Raises NestedTransaction inside another one on SQLite."""
        return self._source.begin()

    def read(self) -> UnitOfWork:
        """As `begin`, for looking only: it cannot write and never waits for a writer."""
        return self._source.read()

    def create(self) -> None:
        """Makes an empty database the newest at once, without the migrations."""
        schema.create(self._cursor(), self._source.dialect)

    def migrate(self) -> None:
        """Brings the database to the newest schema, from whatever it has."""
        from storage.migrate import upgrade  # Alembic is not needed to serve

        upgrade(self._source.connection(), self._source.dialect, self.url)

    def schema_current(self) -> bool:
        with (
            self.read() as work
        ):  # a readiness probe asks every few seconds: on PostgreSQL it must use what is open
            return schema.version(work.driver.cursor, self._source.dialect) == schema.HEAD

    def connection(self) -> Any:
        """The driver's connection that writes; a new one on PostgreSQL."""
        return self._source.connection()

    def close(self) -> None:
        self._source.close()

    def _cursor(self) -> Any:
        return self._source.connection().cursor()


def _source(url: URL) -> Source:
    if url.get_backend_name() == "sqlite":
        return SqliteSource(url.database or engine.MEMORY)
    return PostgresqlSource(url)
