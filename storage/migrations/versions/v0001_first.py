"""The first schema.

Times are integer milliseconds, truths 0 or 1, everything nested JSON text.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

Columns = list[sa.Column[Any]]

# SQLite counts rows itself only for INTEGER.
ROW_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def key() -> sa.Column[Any]:
    return sa.Column("id", ROW_ID, primary_key=True)


def columns(kind: Any, names: str, **options: Any) -> Columns:
    return [sa.Column(name, kind, **{"nullable": False, **options}) for name in names.split()]


def texts(names: str, **options: Any) -> Columns:
    return columns(sa.Text(), names, **options)


def numbers(names: str, **options: Any) -> Columns:
    return columns(sa.Integer(), names, **options)


def big(names: str, **options: Any) -> Columns:
    return columns(sa.BigInteger(), names, **options)


def truths(names: str) -> Columns:
    return columns(sa.SmallInteger(), names)


def reals(names: str) -> Columns:
    return columns(sa.Float(), names)


def reference(name: str, to: str, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), sa.ForeignKey(to), **{"nullable": False, **options})


def unique(name: str, names: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*names.split(), name=name)


TABLES: dict[str, list[Any]] = {
    "buttons": [
        *texts("key", primary_key=True),
        *texts("acts"),
        *big("at"),
    ],
    "codes": [
        *texts("code", primary_key=True),
        *texts("community purpose"),
        *big("expires_at"),
        *big("used_at", nullable=True),
    ],
    "groups": [
        *texts("community key", primary_key=True),
        *texts("name members"),
        *texts("channel account chat thread", nullable=True),
    ],
    "inbox": [
        key(),
        *texts("channel account key"),
        *big("received_at"),
        *truths("handled"),
        *numbers("failures"),
        *texts("body"),
        unique("one_row_per_message", "channel account key"),
    ],
    "outbox": [
        key(),
        *texts("channel account chat thread text sort buttons attachments name edits tap"),
        *big("ticket_id", nullable=True),
        *texts("dedupe", nullable=True),
        *truths("important"),
        *texts("state"),
        *big("put_at due_at ready_at"),
        *numbers("attempts lost_leases"),
        *texts("owner", nullable=True),
        *texts("platform_id"),
        *big("ended_at", nullable=True),
        *texts("reason"),
        unique("one_message_per_dedupe", "dedupe"),
    ],
    "residents": [
        key(),
        *texts("community name phone language"),
        *truths("verified rostered"),
        *numbers("version"),
    ],
    "serials": [
        *texts("community day", primary_key=True),
        *numbers("last"),
    ],
    "sessions": [
        *texts("channel account chat sender", primary_key=True),
        *texts("data"),
        *numbers("version"),
    ],
    "slots": [
        *texts("job", primary_key=True),
        *big("slot", primary_key=True),
        *big("at"),
    ],
    "staff": [
        key(),
        *texts("community name department roles phone"),
        unique("one_member_per_name", "community name"),
    ],
    "timers": [
        *texts("key", primary_key=True),
        *texts("kind"),
        *big("due_at"),
        *texts("data"),
    ],
    "homes": [
        reference("resident_id", "residents.id", primary_key=True),
        *numbers("position", primary_key=True),
        *texts("community zone building unit room place"),
    ],
    "identities": [
        *texts("channel account user", primary_key=True),
        *texts("community"),
        reference("resident_id", "residents.id", nullable=True),
        reference("staff_id", "staff.id", nullable=True),
        *texts("address", nullable=True),
    ],
    "tickets": [
        key(),
        *texts("community number kind category topic cause urgency"),
        *texts("grade", nullable=True),
        *texts("text language origin"),
        *big("opened_at"),
        *texts("state"),
        *numbers("version round"),
        *texts("source group"),
        reference("resident_id", "residents.id", nullable=True),
        *texts("resident_name phone"),
        *truths("verified unconfirmed"),
        *texts("place", nullable=True),
        *texts("place_text"),
        *truths("at_home"),
        *texts("appointment", nullable=True),
        *texts("about demand tags"),
        *reals("confidence"),
        *texts("evidence"),
        *big("dispatched_at accept_by promised_at", nullable=True),
        *numbers("promises"),
        *big("solve_by handler_id", nullable=True),
        *texts("handler_name"),
        *big("offered_id", nullable=True),
        *texts("offered_name"),
        *big("accepted_at arrived_at held_until", nullable=True),
        *texts("hold_reason"),
        *big("finished_at", nullable=True),
        *texts("result"),
        *big("answered_at closed_at", nullable=True),
        *texts("closing"),
        *big("urged_at", nullable=True),
        *numbers("urges escalated overdue_told"),
        unique("one_ticket_per_number", "community number"),
    ],
    "cards": [
        key(),
        reference("ticket_id", "tickets.id"),
        *texts("name"),
        *texts("channel account chat thread group"),
        *big("staff_id", nullable=True),
        unique("one_card_per_place", "ticket_id name channel account chat thread"),
    ],
    "corrections": [
        key(),
        reference("ticket_id", "tickets.id"),
        *texts("text field old new by_name"),
        *big("at"),
    ],
    "photos": [
        key(),
        reference("ticket_id", "tickets.id"),
        *texts("stage"),
        *big("at"),
        *texts("by_name attachment"),
        *truths("waiting"),
    ],
    "timeline": [
        key(),
        reference("ticket_id", "tickets.id"),
        *big("at"),
        *texts("what by_kind"),
        *big("by_id", nullable=True),
        *texts("by_name channel data"),
    ],
    "visits": [
        key(),
        reference("ticket_id", "tickets.id"),
        *texts("community"),
        *numbers("round number"),
        *texts("state"),
        *big("due_at"),
        *big("asked_at", nullable=True),
        *texts("way by_name"),
        *texts("solved", nullable=True),
        *numbers("speed result attitude", nullable=True),
        *texts("words reason"),
        *big("ended_at", nullable=True),
        *numbers("version"),
    ],
}
INDEXES = [
    ("groups_by_chat", "groups", "channel account chat", ""),
    ("inbox_waiting", "inbox", "id", "handled = 0"),
    ("outbox_dead", "outbox", "id", "state = 'dead'"),
    ("outbox_held", "outbox", "channel account chat", "state = 'held'"),
    ("outbox_named", "outbox", "channel account chat name id", "name != ''"),
    ("outbox_of_chat", "outbox", "channel account chat id", "state = 'waiting'"),
    ("outbox_ready", "outbox", "channel account ready_at", "state = 'waiting'"),
    ("residents_by_name", "residents", "community name", ""),
    ("residents_by_phone", "residents", "community phone", ""),
    ("timers_by_due", "timers", "due_at", ""),
    ("timers_by_kind", "timers", "kind due_at", ""),
    ("homes_by_room", "homes", "community room building", ""),
    ("identities_by_resident", "identities", "resident_id", ""),
    ("identities_by_staff", "identities", "staff_id", ""),
    ("tickets_by_opening", "tickets", "community opened_at", ""),
    ("tickets_by_resident", "tickets", "resident_id opened_at", ""),
    ("tickets_by_state", "tickets", "community state", ""),
    ("cards_by_chat", "cards", "channel account chat", ""),
    ("corrections_by_ticket", "corrections", "ticket_id", ""),
    ("photos_by_ticket", "photos", "ticket_id id", ""),
    ("photos_waiting", "photos", "id", "waiting = 1"),
    ("timeline_by_ticket", "timeline", "ticket_id id", ""),
    ("visits_by_state", "visits", "community state due_at", ""),
    ("visits_by_ticket", "visits", "ticket_id id", ""),
]


def upgrade() -> None:
    for name, parts in TABLES.items():
        op.create_table(name, *parts)
    for name, table, names, where in INDEXES:
        some: Any = sa.text(where) if where else None
        op.create_index(name, table, names.split(), sqlite_where=some, postgresql_where=some)
