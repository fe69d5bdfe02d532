"""What was learned from corrections: one row each time that it was put to use."""

from __future__ import annotations

from sqlalchemy import Table

from storage.tables.columns import key, metadata, moment, text

lessons = Table(
    "lessons",
    metadata,
    key(),
    moment("at"),
    text("weights"),
    text("figures"),
    moment("undone_at", optional=True),
)
