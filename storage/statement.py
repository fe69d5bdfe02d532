"""Statements, written in SQLAlchemy Core and compiled once a dialect.

Executing Core through an engine costs several times what the driver does; compiled once and run on the driver's
connection it costs the same (docs/decisions.md, 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, bindparam, literal
from sqlalchemy.sql import ClauseElement

from storage.dialects import DialectName, dialect

_STYLES: dict[DialectName, tuple[str, str]] = {
    "sqlite": ("named", "qmark"),
    "postgresql": ("pyformat", "format"),
}


_GIVEN = object()


def param(name: str) -> BindParameter[Any]:
    """A value that is given at each run."""
    return bindparam(name, _GIVEN)


def constant(value: Any) -> BindParameter[Any]:
    """A value written into the text: SQLite uses a partial index only where its condition stands there in full."""
    return literal(value, literal_execute=True)


class Statement:
    """One statement, its text compiled at first use.

    `order` names the parameters of a statement that takes a sequence instead of a mapping: wide rows bind faster so.
    """

    __slots__ = ("_clause", "_order", "_ready")

    def __init__(self, clause: ClauseElement, order: Sequence[str] | None = None) -> None:
        self._clause = clause
        self._order = list(order) if order is not None else None
        self._ready: dict[DialectName, tuple[str, dict[str, Any]]] = {}

    def ready(self, name: DialectName) -> tuple[str, dict[str, Any]]:
        """The SQL for a dialect, and the values in it that never change."""
        try:
            return self._ready[name]
        except KeyError:
            return self._compile(name)

    def _compile(self, name: DialectName) -> tuple[str, dict[str, Any]]:
        style = _STYLES[name][self._order is not None]
        compiled: Any = self._clause.compile(
            dialect=dialect(name, paramstyle=style), compile_kwargs={"render_postcompile": True}
        )
        if self._order is not None and compiled.positiontup != self._order:
            raise ValueError(f"parameters stand in the order {compiled.positiontup}, not {self._order}")
        constants = {key: value for key, value in compiled.params.items() if value is not _GIVEN}
        self._ready[name] = str(compiled), constants
        return self._ready[name]


def prepare(clause: ClauseElement) -> Statement:
    """A statement that is run with a mapping."""
    return Statement(clause)


def prepare_row(clause: ClauseElement, order: Sequence[str]) -> Statement:
    """A statement that is run with a sequence, in the order given."""
    return Statement(clause, order)
