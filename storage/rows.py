"""Statements that every table needs, made from a table and the columns' names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Select, Table, insert, select, update

from storage.statement import Statement, constant, param, prepare_row


def columns(table: Table, names: Sequence[str]) -> list[Column[Any]]:
    return [table.c[name] for name in names]


def choose(table: Table, names: Sequence[str]) -> Select[Any]:
    """SELECT these columns, in this order."""
    return select(*columns(table, names))


def adding(table: Table, names: Sequence[str], *, returning: str = "") -> Statement:
    """INSERT, taking a sequence in the order of the names, which is that of the columns."""
    clause: Any = insert(table).values({name: param(name) for name in names})
    if returning:
        clause = clause.returning(table.c[returning])
    return prepare_row(clause, names)


def saving(table: Table, names: Sequence[str]) -> Statement:
    """UPDATE of one version of a row: a sequence of the names' values, then its id and the version it must have.

    `version` is raised by one.
    """
    changes: dict[str, Any] = {name: param(name) for name in names}
    if "version" in changes:
        raise ValueError("the version raises itself")
    changes["version"] = table.c.version + constant(1)
    clause = (
        update(table)
        .where(table.c.id == param("the_id"), table.c.version == param("the_version"))
        .values(changes)
    )
    return prepare_row(clause, [*names, "the_id", "the_version"])
