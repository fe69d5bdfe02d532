"""Runs prepared statements on the driver's own connection, with one cursor that is used again and again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from storage.dialects import DialectName
from storage.statement import Statement

Row = tuple[Any, ...]
Values = Mapping[str, Any] | Sequence[Any]


class Cursor(Protocol):
    """What sqlite3 and psycopg have in common."""

    @property
    def rowcount(self) -> int: ...
    def execute(self, query: Any, params: Any = ..., /) -> Any: ...
    def executemany(self, query: Any, params: Any, /) -> Any: ...
    def fetchall(self) -> list[Any]: ...


class NoTransaction(RuntimeError):
    """A statement outside a unit of work."""


class NestedTransaction(RuntimeError):
    """A unit of work was begun inside another one on the same connection."""


class Driver:
    """One connection. Statements run only between `begin` and `commit` or `rollback`."""

    __slots__ = ("_begin", "cursor", "dialect", "open")

    def __init__(self, cursor: Cursor, dialect: DialectName, begin: str) -> None:
        self.cursor = cursor
        self._begin = begin
        self.dialect = dialect
        self.open = False

    def begin(self) -> None:
        if self.open:
            raise NestedTransaction("a unit of work is open already: commit it before the next one begins")
        self.cursor.execute(self._begin)
        self.open = True

    def commit(self) -> None:
        if not self.open:
            raise NoTransaction("there is nothing to commit: the unit of work has ended")
        self.cursor.execute("COMMIT")
        self.open = False

    def rollback(self) -> None:
        """Undoes what was not committed; harmless when the unit of work has ended."""
        if self.open:
            self.open = False
            self.cursor.execute("ROLLBACK")

    def run(self, statement: Statement, values: Values = ()) -> int:
        """Executes; returns how many rows it changed."""
        self._execute(statement, values)
        return self.cursor.rowcount

    def one(self, statement: Statement, values: Values = ()) -> Row | None:
        """The first row, or None."""
        self._execute(statement, values)
        rows = self.cursor.fetchall()  # all: SQLite cannot commit while a RETURNING statement is half read
        return rows[0] if rows else None

    def all(self, statement: Statement, values: Values = ()) -> list[Row]:
        self._execute(statement, values)
        return self.cursor.fetchall()

    def many(self, statement: Statement, rows: Iterable[Values]) -> None:
        """Executes once for each row."""
        self._check()
        text, _ = statement.ready(self.dialect)
        self.cursor.executemany(text, rows)

    def _execute(self, statement: Statement, values: Values) -> None:
        self._check()
        text, constants = statement.ready(self.dialect)
        if constants:
            values = constants | dict(values) if values else constants
        self.cursor.execute(text, values)

    def _check(self) -> None:
        if not self.open:
            raise NoTransaction("storage is used inside `with storage.begin() as work:` only")
