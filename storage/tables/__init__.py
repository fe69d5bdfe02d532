"""All tables, one file per noun. The migrations build the same schema by hand; a test compares the two."""

from storage.tables.clockwork import slots, timers
from storage.tables.columns import ADDRESS, metadata
from storage.tables.dialogue import buttons, inbox, sessions
from storage.tables.history import cards, corrections, photos, timeline
from storage.tables.identity import identities
from storage.tables.leases import leases
from storage.tables.lessons import lessons
from storage.tables.notes import notes
from storage.tables.outbox import outbox
from storage.tables.resident import homes, residents
from storage.tables.staff import codes, groups, staff
from storage.tables.ticket import serials, tickets
from storage.tables.visit import visits

__all__ = [
    "ADDRESS",
    "buttons",
    "cards",
    "codes",
    "corrections",
    "groups",
    "homes",
    "identities",
    "inbox",
    "leases",
    "lessons",
    "metadata",
    "notes",
    "outbox",
    "photos",
    "residents",
    "serials",
    "sessions",
    "slots",
    "staff",
    "tickets",
    "timeline",
    "timers",
    "visits",
]
