"""What came in, where each conversation stands, and what the buttons of a message mean."""

from __future__ import annotations

from sqlalchemy import Index, Table, UniqueConstraint

from storage.tables.columns import key, metadata, moment, number, text, truth

inbox = Table(
    "inbox",
    metadata,
    key(),
    text("channel"),
    text("account"),
    text("key"),
    moment("received_at"),
    truth("handled"),
    number("failures"),
    text("body"),
    UniqueConstraint("channel", "account", "key", name="one_row_per_message"),
)
_waiting = inbox.c.handled == 0
Index("inbox_waiting", inbox.c.id, sqlite_where=_waiting, postgresql_where=_waiting)

sessions = Table(
    "sessions",
    metadata,
    text("channel", primary=True),
    text("account", primary=True),
    text("chat", primary=True),
    text("sender", primary=True),
    text("data"),
    number("version"),
)

buttons = Table("buttons", metadata, text("key", primary=True), text("acts"), moment("at"))
