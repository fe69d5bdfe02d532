"""The tickets this person filed last: what a follow-up without a number belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.conversation.talk import Talk
from bot.desk.ticket import Ticket

FOLLOW_UP = timedelta(minutes=30)


def remember(talk: Talk, tickets: Sequence[Ticket]) -> None:
    talk.session.data["recent"] = {"tickets": [t.id for t in tickets], "at": talk.now.isoformat()}


def just_filed(talk: Talk) -> list[Ticket]:
    """Those of the last half hour that are still open."""
    kept = talk.session.data.get("recent")
    if not kept or talk.now - datetime.fromisoformat(kept["at"]) > FOLLOW_UP:
        return []
    tickets = [talk.desk.work.tickets.get(i) for i in kept["tickets"]]
    return [t for t in tickets if t.state in ("assigned", "accepted", "working")]


def open_tickets(talk: Talk) -> list[Ticket]:
    """All of this person's tickets that are not answered yet, newest first."""
    if talk.resident is None:
        return []
    return list(talk.desk.work.tickets.of_resident(talk.resident.id, open_only=True))
