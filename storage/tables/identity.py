"""Accounts on channels, and the one person behind each."""

from __future__ import annotations

from sqlalchemy import Index, Table

from storage.tables.columns import metadata, reference, text

identities = Table(
    "identities",
    metadata,
    text("channel", primary=True),
    text("account", primary=True),
    text("user", primary=True),
    text("community"),
    reference("resident_id", "residents.id", optional=True),
    reference("staff_id", "staff.id", optional=True),
    text("address", optional=True),
)
Index("identities_by_resident", identities.c.resident_id)
Index("identities_by_staff", identities.c.staff_id)
