"""Fills a database with tickets of the past, with their timeline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.bench import town
from bot.config import Community
from bot.desk.ticket import CLOCK, Event, Ticket
from storage import Storage

FIRST = datetime(2025, 1, 1, tzinfo=UTC)
BETWEEN = timedelta(minutes=5)
LIFE = (("registered", 0), ("dispatched", 1), ("accepted", 9), ("finished", 90), ("closed", 1600))
"""What happened to each, and how many minutes after it was reported."""
BATCH = 2000
OWNERS = 500
STILL_OPEN = 50
"""One ticket of so many has only been dispatched."""


def fill(storage: Storage, community: Community, tickets: int, progress: Callable[[int], None]) -> None:
    """So many tickets of a town's owners, most of them closed. `progress` hears how many more are there."""
    town.settle(storage, community.id, OWNERS)
    texts = [incoming.text for incoming in town.messages(OWNERS, FIRST)]
    for first in range(0, tickets, BATCH):
        numbers = range(first, min(first + BATCH, tickets))
        with storage.begin() as work:
            added = [work.tickets.add(_ticket(community.id, n, texts[n % OWNERS])) for n in numbers]
            work.tickets.record([event for ticket in added for event in _life(ticket)])
            work.commit()
        progress(len(numbers))


def _ticket(community: str, n: int, text: str) -> Ticket:
    at = FIRST + n * BETWEEN
    owner = n % OWNERS
    ticket = Ticket(
        id=0,
        community=community,
        number=f"BX{at:%y%m%d}-{n:06}",
        kind="repair",
        category="facilities",
        topic="leak.home",
        cause="equipment",
        urgency="normal",
        grade=None,
        text=text,
        language="zh-Hans",
        origin=town.address(owner),
        opened_at=at,
        group="facilities",
        resident_name=town.name(owner),
        phone=town.phone(owner),
        verified=True,
        place=town.home(owner),
        place_text=town.home(owner).text,
        at_home=True,
        dispatched_at=at + timedelta(minutes=1),
    )
    ticket.state = "closed" if n % STILL_OPEN else "assigned"
    if ticket.state == "closed":
        ticket.handler_name, ticket.result = "老李", "已更换水龙头垫片，试水不再滴漏。"
        ticket.finished_at = at + timedelta(minutes=90)
        ticket.closed_at = at + timedelta(minutes=1600)
    return ticket


def _life(ticket: Ticket) -> list[Event]:
    steps = LIFE if ticket.state == "closed" else LIFE[:2]
    return [Event(what, ticket, ticket.opened_at + timedelta(minutes=after), CLOCK) for what, after in steps]
