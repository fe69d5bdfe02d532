"""Everything the desk refuses. Texts for people are made in `conversation`; here are only codes and facts.

DeskError
├── TicketMissing        no such ticket
├── WrongState           the ticket has moved on (`state`, `handler_name` tell where)
├── AlreadyTaken         somebody accepted it first (`by`)
├── NotYours             this person may not do this (`needs`)
└── TooSoon              asked again within the cool-down (`again_at`)
Stale                    somebody else changed the row at the same moment: no refusal, the whole act is tried again
"""

from __future__ import annotations

from datetime import datetime

from bot.desk.ticket import Ticket


class DeskError(Exception):
    """The desk refuses an act."""


class TicketMissing(DeskError):
    """No such ticket."""


class WrongState(DeskError):
    """The ticket has moved on."""

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(f"{ticket.number} is {ticket.state}")
        self.ticket = ticket


class AlreadyTaken(DeskError):
    """Somebody accepted it first."""

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(f"{ticket.number} was taken by {ticket.handler_name}")
        self.ticket = ticket


class NotYours(DeskError):
    """This person may not do this."""

    def __init__(self, ticket: Ticket, needs: str) -> None:
        super().__init__(f"{ticket.number} needs {needs}")
        self.ticket = ticket
        self.needs = needs


class TooSoon(DeskError):
    """Asked again within the cool-down."""

    def __init__(self, ticket: Ticket, again_at: datetime) -> None:
        super().__init__(f"{ticket.number} was urged already")
        self.ticket = ticket
        self.again_at = again_at


class Stale(Exception):
    """Somebody else changed the row at the same moment. Nothing of the act may be kept; it is tried again."""
