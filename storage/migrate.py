"""Runs the migrations, which travel inside the package: no alembic.ini, no path to configure."""

from __future__ import annotations

from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.pool import StaticPool

from storage.dialects import DialectName
from storage.schema import HEAD


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings; the connection is what env.py runs on."""
    made = Config()
    made.set_main_option("script_location", "storage:migrations")
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made


def upgrade(raw: Any, name: DialectName, url: URL) -> None:
    """Brings the database behind a driver's connection to the newest schema, in one transaction."""
    engine = create_engine(url, creator=lambda: raw, poolclass=StaticPool)
    begin = "BEGIN IMMEDIATE" if name == "sqlite" else "BEGIN"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    with engine.connect() as connection:
        command.upgrade(config(connection), HEAD)
