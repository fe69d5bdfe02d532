"""What could not be delivered: a note on the ticket, and a task for a person (design 5)."""

from __future__ import annotations

from datetime import datetime

import structlog

from bot.conversation.handler import Conversation
from bot.desk.calendar import calendar_of
from bot.desk.desk import Desk
from bot.desk.errors import TicketMissing
from bot.desk.ports import Work
from bot.desk.ticket import CLOCK
from bot.outbox.ports import Envelope
from bot.texts.announce import Announcer

log = structlog.get_logger()


def note_undelivered(
    conversation: Conversation, work: Work, envelope: Envelope, reason: str, now: datetime
) -> None:
    """In the transaction that gives the message up. Messages without a ticket only stay in the list."""
    message = envelope.message
    if message.ticket_id is None or message.name.startswith("undelivered"):
        return
    try:
        ticket = work.tickets.get(message.ticket_id)
        community = conversation.settings.community(ticket.community)
    except (TicketMissing, KeyError):  # a community that has left the settings: nobody there is to be told
        log.warning(
            "undelivered_unnoted", action="undelivered_unnoted", ticket=message.ticket_id, reason=reason
        )
        return
    calendar = calendar_of(community)
    desk = Desk(work, community, calendar, now)
    to_owner = message.to == ticket.origin
    desk.note(ticket, "undelivered", CLOCK, reason=reason, text=message.text[:200], to_owner=to_owner)
    announcer = Announcer(work, community, calendar, conversation.words, conversation.ids, now)
    announcer.announce(desk.take_events())
