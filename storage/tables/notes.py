"""What channels keep between messages: access tokens, quotas, the choices last offered."""

from __future__ import annotations

from sqlalchemy import Table

from storage.tables.columns import metadata, moment, text

notes = Table(
    "notes",
    metadata,
    text("channel", primary=True),
    text("account", primary=True),
    text("kind", primary=True),
    text("key", primary=True),
    text("data"),
    moment("at"),
)
