"""Staff, their groups and the one-time codes that bring people and groups in."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table, Text, UniqueConstraint

from storage.tables.columns import address, key, metadata, moment, text

staff = Table(
    "staff",
    metadata,
    key(),
    text("community"),
    text("name"),
    text("department"),
    text("roles"),
    text("phone"),
    Column("kept_by", Text, nullable=False, server_default="roster"),  # settings, roster; empty: retired
    UniqueConstraint("community", "name", name="one_member_per_name"),
)

groups = Table(
    "groups",
    metadata,
    text("community", primary=True),
    text("key", primary=True),
    text("name"),
    text("members"),
    *address(optional=True),
)
Index("groups_by_chat", groups.c.channel, groups.c.account, groups.c.chat)

codes = Table(
    "codes",
    metadata,
    text("code", primary=True),
    text("community"),
    text("purpose"),
    moment("expires_at"),
    moment("used_at", optional=True),
)
