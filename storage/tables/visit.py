"""Return visits."""

from __future__ import annotations

from sqlalchemy import Index, Table

from storage.tables.columns import key, metadata, moment, number, reference, text

visits = Table(
    "visits",
    metadata,
    key(),
    reference("ticket_id", "tickets.id"),
    text("community"),
    number("round"),
    number("number"),
    text("state"),
    moment("due_at"),
    moment("asked_at", optional=True),
    text("way"),
    text("by_name"),
    text("solved", optional=True),
    number("speed", optional=True),
    number("result", optional=True),
    number("attitude", optional=True),
    text("words"),
    text("reason"),
    moment("ended_at", optional=True),
    number("version"),
)
Index("visits_by_ticket", visits.c.ticket_id, visits.c.id)
Index("visits_by_state", visits.c.community, visits.c.state, visits.c.due_at)
