"""The two engines, as SQLAlchemy writes their SQL."""

from __future__ import annotations

from typing import Any, Literal

from sqlalchemy import Dialect
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql import psycopg

DialectName = Literal["sqlite", "postgresql"]


def dialect(name: DialectName, **options: Any) -> Dialect:
    """A dialect that needs no driver installed."""
    make: Any = sqlite.dialect if name == "sqlite" else psycopg.dialect
    made: Dialect = make(**options)
    return made
