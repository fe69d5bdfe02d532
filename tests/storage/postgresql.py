"""Databases on the test server."""

from __future__ import annotations

import psycopg
from sqlalchemy import make_url

from storage.tables import metadata


def new_database(uri: str, name: str) -> str:
    """Creates an empty one; returns its SQLAlchemy URL."""
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    url = make_url(uri).set(drivername="postgresql+psycopg", database=name)
    return url.render_as_string(hide_password=False)


def empty(url: str) -> None:
    """Empties every table and starts the ids over."""
    names = ", ".join(f'"{table}"' for table in metadata.tables)
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f"TRUNCATE {names} RESTART IDENTITY CASCADE".encode())
