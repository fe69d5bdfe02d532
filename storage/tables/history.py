"""What is kept of a ticket besides itself: timeline, photos, corrections, cards. Rows are only ever added (C09)."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Table, Text, UniqueConstraint

from storage.tables.columns import ADDRESS, address, key, metadata, moment, reference, text, truth

timeline = Table(
    "timeline",
    metadata,
    key(),
    reference("ticket_id", "tickets.id"),
    moment("at"),
    text("what"),
    text("by_kind"),
    Column("by_id", BigInteger),
    text("by_name"),
    text("channel"),
    text("data"),
)
Index("timeline_by_ticket", timeline.c.ticket_id, timeline.c.id)

photos = Table(
    "photos",
    metadata,
    key(),
    reference("ticket_id", "tickets.id"),
    text("stage"),
    moment("at"),
    text("by_name"),
    text("attachment"),
    truth("waiting"),
)
_waiting = photos.c.waiting == 1
Index("photos_by_ticket", photos.c.ticket_id, photos.c.id)
Index("photos_waiting", photos.c.id, sqlite_where=_waiting, postgresql_where=_waiting)

corrections = Table(
    "corrections",
    metadata,
    key(),
    reference("ticket_id", "tickets.id"),
    text("text"),
    text("field"),
    text("old"),
    text("new"),
    text("by_name"),
    moment("at"),
    Column("evidence", Text, nullable=False, server_default="[]"),
    Column("by_kind", Text, nullable=False, server_default="staff"),
)
Index("corrections_by_ticket", corrections.c.ticket_id)

cards = Table(
    "cards",
    metadata,
    key(),
    reference("ticket_id", "tickets.id"),
    text("name"),
    *address(),
    text("group"),
    Column("staff_id", BigInteger),
    UniqueConstraint("ticket_id", "name", *ADDRESS, name="one_card_per_place"),
)
Index("cards_by_chat", cards.c.channel, cards.c.account, cards.c.chat)
