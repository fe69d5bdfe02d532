"""What the clock brings: timers, and the cron slots that have run."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Table

from storage.tables.columns import metadata, moment, text

timers = Table("timers", metadata, text("key", primary=True), text("kind"), moment("due_at"), text("data"))
Index("timers_by_due", timers.c.due_at)
Index("timers_by_kind", timers.c.kind, timers.c.due_at)

slots = Table(
    "slots",
    metadata,
    text("job", primary=True),
    Column("slot", BigInteger, primary_key=True),
    moment("at"),
)
