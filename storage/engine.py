"""Opens connections the way each engine wants them."""

from __future__ import annotations

import sqlite3
from typing import Any

import structlog
from sqlalchemy import URL

from storage.driver import Driver

log = structlog.get_logger(__name__)

MEMORY = ":memory:"
OLDEST_SQLITE = (3, 35)
"""The first that knows RETURNING."""

_SETTINGS = (
    "PRAGMA busy_timeout = 5000",  # a command line tool may write beside the server
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -16000",
    "PRAGMA temp_store = MEMORY",
)
_WRITER = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")
_READER = ("PRAGMA query_only = ON",)


def sqlite_writer(path: str) -> sqlite3.Connection:
    """The one connection that writes. Two writing or checkpointing at once can corrupt a WAL before SQLite 3.51.3."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {sqlite3.sqlite_version} is too old: 3.35 or newer is needed")
    if path != MEMORY:
        log.info("sqlite_opened", path=path, sqlite_version=sqlite3.sqlite_version)
    return _sqlite(path, (*_SETTINGS, *_WRITER))


def sqlite_reader(path: str) -> sqlite3.Connection:
    """A connection that cannot write."""
    return _sqlite(path, (*_SETTINGS, *_READER))


def _sqlite(path: str, settings: tuple[str, ...]) -> sqlite3.Connection:
    # Used by one thread at a time; which one is the server's business (a test's client runs it in its own).
    connection = sqlite3.connect(
        path, isolation_level=None, cached_statements=256, check_same_thread=False, timeout=5
    )
    try:
        for setting in settings:
            connection.execute(setting).close()
    except sqlite3.Error:  # no database, or locked by another
        connection.close()
        raise
    return connection


def sqlite_driver(connection: sqlite3.Connection, *, writes: bool) -> Driver:
    """BEGIN IMMEDIATE for the writer: a plain BEGIN that writes later loses to others with 'database is locked'."""
    return Driver(connection.cursor(), "sqlite", "BEGIN IMMEDIATE" if writes else "BEGIN")


def postgresql_connection(url: URL) -> Any:
    """A psycopg connection; transactions are begun and ended in words, as on SQLite."""
    import psycopg

    return psycopg.connect(
        url.set(drivername="postgresql").render_as_string(hide_password=False), autocommit=True
    )


def postgresql_driver(connection: Any, *, writes: bool) -> Driver:
    begin = "BEGIN" if writes else "BEGIN READ ONLY"
    return Driver(connection.cursor(), "postgresql", begin)
