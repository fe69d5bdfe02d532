"""What the owner can do at any time: add, press, withdraw (D07)."""

from __future__ import annotations

from datetime import timedelta

from bot.desk import escalating, promises
from bot.desk.desk import Desk
from bot.desk.errors import TooSoon
from bot.desk.states import OPEN, move, require
from bot.desk.ticket import Actor, Ticket


def add(desk: Desk, ticket: Ticket, text: str, by: Actor, channel: str = "", photos: int = 0) -> None:
    """补充: kept on the timeline and passed to whoever has it."""
    require(ticket, *OPEN, "answered")
    desk.note(ticket, "added", by, channel, text=text, photos=photos)


def urge(desk: Desk, ticket: Ticket, by: Actor, channel: str = "") -> None:
    """催办. Raises TooSoon within the cool-down."""
    require(ticket, *OPEN)
    cool_down: timedelta = desk.community.policy.urge_cooldown
    if ticket.urged_at is not None and desk.now < ticket.urged_at + cool_down:
        raise TooSoon(ticket, ticket.urged_at + cool_down)
    ticket.urged_at = desk.now
    ticket.urges += 1
    desk.happened(ticket, "urged", by, channel, times=ticket.urges)


def withdraw(desk: Desk, ticket: Ticket, by: Actor, channel: str = "") -> None:
    """撤回, or 取消 before the dispatch. Not visited."""
    before = ticket.state
    move(ticket, "withdrawn")
    ticket.closed_at = desk.now
    escalating.stop(desk, ticket)
    promises.drop(desk, ticket)
    desk.work.timers.cancel(f"solve:{ticket.id}")
    desk.happened(ticket, "withdrawn", by, channel, before=before)
