"""The life of a ticket: which state may follow which. Docs and tests print this table."""

from __future__ import annotations

from bot.desk.errors import WrongState
from bot.desk.ticket import State, Ticket

MOVES: dict[State, tuple[State, ...]] = {
    "new": ("assigned", "withdrawn"),
    "assigned": ("assigned", "accepted", "withdrawn"),
    "accepted": ("accepted", "working", "assigned", "finished", "withdrawn"),
    "working": ("accepted", "working", "assigned", "finished", "withdrawn"),
    "finished": ("working", "answered", "invalid", "withdrawn"),
    "answered": ("closed", "assigned"),
    "closed": ("assigned",),
    "withdrawn": (),
    "invalid": (),
}

OPEN: tuple[State, ...] = ("new", "assigned", "accepted", "working", "finished")
TAKEN: tuple[State, ...] = ("accepted", "working")


def move(ticket: Ticket, to: State) -> None:
    """Sets the state. Raises WrongState where the table forbids it."""
    if to not in MOVES[ticket.state]:
        raise WrongState(ticket)
    ticket.state = to


def require(ticket: Ticket, *states: State) -> None:
    """Raises WrongState unless the ticket is in one of the states."""
    if ticket.state not in states:
        raise WrongState(ticket)
