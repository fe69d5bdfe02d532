"""Tickets, and the counter that their numbers come from."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Index, Table, UniqueConstraint

from storage.tables.columns import key, metadata, moment, number, reference, text, truth

tickets = Table(
    "tickets",
    metadata,
    key(),
    text("community"),
    text("number"),
    text("kind"),
    text("category"),
    text("topic"),
    text("cause"),
    text("urgency"),
    text("grade", optional=True),
    text("text"),
    text("language"),
    text("origin"),
    moment("opened_at"),
    text("state"),
    number("version"),
    number("round"),
    text("source"),
    text("group"),
    reference("resident_id", "residents.id", optional=True),
    text("resident_name"),
    text("phone"),
    truth("verified"),
    truth("unconfirmed"),
    text("place", optional=True),
    text("place_text"),
    truth("at_home"),
    text("appointment", optional=True),
    text("about"),
    text("demand"),
    text("tags"),
    Column("confidence", Float, nullable=False),
    text("evidence"),
    moment("dispatched_at", optional=True),
    moment("accept_by", optional=True),
    moment("promised_at", optional=True),
    number("promises"),
    moment("solve_by", optional=True),
    Column("handler_id", BigInteger),
    text("handler_name"),
    Column("offered_id", BigInteger),
    text("offered_name"),
    moment("accepted_at", optional=True),
    moment("arrived_at", optional=True),
    moment("held_until", optional=True),
    text("hold_reason"),
    moment("finished_at", optional=True),
    text("result"),
    moment("answered_at", optional=True),
    moment("closed_at", optional=True),
    text("closing"),
    moment("urged_at", optional=True),
    number("urges"),
    number("escalated"),
    number("overdue_told"),
    UniqueConstraint("community", "number", name="one_ticket_per_number"),
)

Index("tickets_by_state", tickets.c.community, tickets.c.state)
Index("tickets_by_opening", tickets.c.community, tickets.c.opened_at)
Index("tickets_by_resident", tickets.c.resident_id, tickets.c.opened_at)

serials = Table(
    "serials", metadata, text("community", primary=True), text("day", primary=True), number("last")
)
