"""Messages on their way out, and those that went.

`due_at` is when a message was meant to go. `ready_at` is when it may next be claimed: after a failure the time of the
next attempt, while somebody (`owner`) is sending it the end of the lease. A row that is due keeps later ones of its
chat waiting; one that is not due yet does not.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Table, UniqueConstraint

from storage.tables.columns import address, key, metadata, moment, number, text, truth

outbox = Table(
    "outbox",
    metadata,
    key(),
    *address(),
    text("text"),
    text("sort"),
    text("buttons"),
    text("attachments"),
    text("name"),
    text("edits"),
    text("tap"),
    Column("ticket_id", BigInteger),
    text("dedupe", optional=True),
    truth("important"),
    text("state"),
    moment("put_at"),
    moment("due_at"),
    moment("ready_at"),
    number("attempts"),
    number("lost_leases"),
    text("owner", optional=True),
    text("platform_id"),
    moment("ended_at", optional=True),
    text("reason"),
    UniqueConstraint("dedupe", name="one_message_per_dedupe"),
)
_waiting = outbox.c.state == "waiting"
_named = outbox.c.name != ""
_held = outbox.c.state == "held"
_dead = outbox.c.state == "dead"
_chat = (outbox.c.channel, outbox.c.account, outbox.c.chat)
Index("outbox_of_chat", *_chat, outbox.c.id, sqlite_where=_waiting, postgresql_where=_waiting)
Index("outbox_ready", *_chat[:2], outbox.c.ready_at, sqlite_where=_waiting, postgresql_where=_waiting)
Index("outbox_named", *_chat, outbox.c.name, outbox.c.id, sqlite_where=_named, postgresql_where=_named)
Index("outbox_held", *_chat, sqlite_where=_held, postgresql_where=_held)
Index("outbox_dead", outbox.c.id, sqlite_where=_dead, postgresql_where=_dead)
