"""Opens a database by its URL, and says in our own terms why it cannot be opened.

StorageUnusable
├── UrlMalformed   not a URL of SQLite or PostgreSQL
└── Unreachable    the file or the server does not let us in; the reason names no secret
"""

from __future__ import annotations

import sqlite3

from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from storage.storage import Storage

ENGINES = ("sqlite", "postgresql")


class StorageUnusable(Exception):
    """The database cannot be opened."""


class UrlMalformed(StorageUnusable):
    """Not a URL of a database that we know."""


class Unreachable(StorageUnusable):
    """The database is not there, or turns us away."""


def open_storage(url: str) -> tuple[Storage, bool]:
    """The database, and whether its schema is the newest. Raises UrlMalformed, Unreachable."""
    refusals = _refusals(_backend(url))
    try:
        storage = Storage(url)
        return storage, storage.schema_current()
    except refusals as error:
        # Only the kind of error: a server's words may repeat the URL, with the password in it.
        raise Unreachable(type(error).__name__) from None


def _backend(url: str) -> str:
    try:
        backend = make_url(url).get_backend_name()
    except (SQLAlchemyError, ValueError):
        raise UrlMalformed from None
    if backend not in ENGINES:
        raise UrlMalformed
    return backend


def _refusals(backend: str) -> tuple[type[Exception], ...]:
    """psycopg is loaded only where PostgreSQL is asked for."""
    if backend != "postgresql":
        return (OSError, sqlite3.Error)
    import psycopg

    return (OSError, psycopg.Error)
