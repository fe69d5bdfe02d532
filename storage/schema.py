"""The schema of an empty database, and which version of it a database has."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Table
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from storage.dialects import DialectName, dialect
from storage.driver import Cursor
from storage.tables import metadata

HEAD = "0005"
"""The latest migration. Kept here so that a start need not load the migrations; a test holds the two together."""

_VERSION = "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"


@cache
def script(name: DialectName) -> tuple[str, ...]:
    """The statements that make an empty database the newest."""
    made = [clause for table in metadata.sorted_tables for clause in _parts(table)]
    texts = [str(clause.compile(dialect=dialect(name))) for clause in made]
    return (*texts, _VERSION, f"INSERT INTO alembic_version VALUES ('{HEAD}')")  # noqa: S608 - our own constant


def _parts(table: Table) -> list[ExecutableDDLElement]:
    indexes = sorted(table.indexes, key=lambda index: str(index.name))
    return [CreateTable(table), *map(CreateIndex, indexes)]


def create(cursor: Cursor, name: DialectName) -> None:
    """Makes an empty database the newest, in one transaction."""
    cursor.execute("BEGIN")
    for statement in script(name):
        cursor.execute(statement)
    cursor.execute("COMMIT")


def version(cursor: Cursor, name: DialectName) -> str:
    """The version a database has; empty for an empty one."""
    catalogue = "sqlite_master" if name == "sqlite" else "pg_tables"
    column = "name" if name == "sqlite" else "tablename"
    cursor.execute(f"SELECT 1 FROM {catalogue} WHERE {column} = 'alembic_version'")  # noqa: S608 - our own constants
    if not cursor.fetchall():
        return ""
    cursor.execute("SELECT version_num FROM alembic_version")
    rows = cursor.fetchall()
    return str(rows[0][0]) if rows else ""
