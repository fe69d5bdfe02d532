"""What the desk, the conversation, the outbox and the jobs need kept. `storage` implements these.

All inside one unit of work: nothing is visible to others before `commit`, everything is gone after `rollback`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from bot.desk.correction import Correction
from bot.desk.people import Group, Identity, KeptBy, Resident, Staff
from bot.desk.ticket import Actor, Card, Event, Ticket, TicketPhoto, TimelineRow
from bot.desk.visit import Visit
from bot.messages import Address, Incoming, Outgoing


class Tickets(Protocol):
    def next_serial(self, community: str, day: date) -> int:
        """1, 2, 3 … within a community and day, over all prefixes; never twice."""
        ...

    def add(self, ticket: Ticket) -> Ticket:
        """Stores a new one and sets its `id`."""
        ...

    def get(self, ticket_id: int) -> Ticket:
        """Raises TicketMissing."""
        ...

    def by_number(self, community: str, number: str) -> Ticket | None: ...

    def save(self, ticket: Ticket) -> None:
        """Compare-and-set on `version` (which it raises by one). Raises Stale."""
        ...

    def of_resident(self, resident_id: int, *, open_only: bool) -> Sequence[Ticket]:
        """Newest first, at most 50. Open: new, assigned, accepted, working, finished."""
        ...

    def record(self, events: Sequence[Event]) -> None:
        """Timeline rows."""
        ...

    def timeline(self, ticket_id: int) -> Sequence[TimelineRow]: ...

    def keep_photo(self, photo: TicketPhoto) -> None: ...

    def photos(self, ticket_id: int) -> Sequence[TicketPhoto]: ...

    def photos_to_fetch(self, limit: int, *, after: int = 0) -> Sequence[tuple[TicketPhoto, Address]]:
        """Photos that still lie on their platform, with the ticket's origin, oldest first; `after` that id."""
        ...

    def photo_fetched(self, photo_id: int, path: str) -> None:
        """It lies in the media folder now; an empty path: it cannot be had, and is not asked for again."""
        ...

    def keep_correction(
        self, ticket: Ticket, field: str, old: str, new: str, by: Actor, at: datetime
    ) -> None:
        """For the classifier to learn from (B09), with the ticket's text and evidence."""
        ...

    def corrections(self) -> Sequence[Correction]:
        """All that were ever kept, oldest first."""
        ...

    def put_card(self, card: Card) -> None:
        """Remembers where a ticket is shown. The same name and address again is a no-op."""
        ...

    def cards(self, ticket_id: int) -> Sequence[Card]:
        """Every place that shows the ticket, oldest first."""
        ...

    def recent(self, community: str, limit: int) -> Sequence[Ticket]:
        """Newest first."""
        ...


class Visits(Protocol):
    def add(self, visit: Visit) -> Visit: ...
    def get(self, visit_id: int) -> Visit: ...
    def save(self, visit: Visit) -> None: ...
    def of_ticket(self, ticket_id: int) -> Sequence[Visit]: ...


class People(Protocol):
    def identity(self, channel: str, account: str, user: str) -> Identity | None: ...
    def save_identity(self, identity: Identity) -> None:
        """Inserts or replaces."""
        ...

    def identities_of_resident(self, resident_id: int) -> Sequence[Identity]: ...
    def identities_of_staff(self, staff_id: int) -> Sequence[Identity]: ...

    def resident(self, resident_id: int) -> Resident: ...
    def add_resident(self, resident: Resident) -> Resident: ...
    def save_resident(self, resident: Resident) -> None: ...
    def residents_at(self, community: str, home: Any) -> Sequence[Resident]:
        """Rostered residents of a room (a Place: zone, building, unit, room compared)."""
        ...

    def residents_by_phone(self, community: str, phone: str) -> Sequence[Resident]: ...

    def staff(self, staff_id: int) -> Staff: ...
    def all_staff(self, community: str) -> Sequence[Staff]:
        """Without those who were retired."""
        ...

    def put_staff(self, staff: Staff, kept_by: KeptBy = "settings") -> Staff:
        """Inserts or updates by community and name; returns it with its id. Whom the roster names, it goes on naming."""
        ...

    def retire_staff(
        self, community: str, keep_names: Collection[str], kept_by: Collection[KeptBy]
    ) -> Sequence[str]:
        """Retires whom one of `kept_by` named and who is not among the names: their accounts are strangers' again.

        Returns their names. The rows stay, for the tickets that they handled.
        """
        ...

    def put_roster_resident(self, resident: Resident) -> Resident:
        """Inserts or updates a rostered resident by community, name and first home."""
        ...

    def groups(self, community: str) -> Sequence[Group]: ...
    def group_at(self, address: Address) -> Group | None: ...
    def put_group(self, group: Group) -> None:
        """Inserts or replaces by community and key. A None address keeps the stored one."""
        ...

    def move_chat(self, old: Address, new_chat: str) -> None:
        """A group was upgraded: rewrites groups, identities, pending messages and sessions."""
        ...

    def issue_code(
        self, code: str, community: str, purpose: Mapping[str, Any], expires_at: datetime
    ) -> None: ...
    def use_code(self, code: str, now: datetime) -> Mapping[str, Any] | None:
        """The purpose (with its "community"), once; None when unknown, used or expired."""
        ...


@dataclass(slots=True)
class Session:
    """Where a conversation with one person in one chat stands. `data` holds only JSON values."""

    address: Address
    sender: str
    data: dict[str, Any]
    version: int = -1
    """-1 while it has not been stored."""


class Sessions(Protocol):
    def get(self, address: Address, sender: str) -> Session:
        """A fresh empty one where none is stored. `address.thread` is ignored."""
        ...

    def save(self, session: Session) -> None:
        """Compare-and-set. Raises Stale."""
        ...


@dataclass(frozen=True, slots=True)
class Timer:
    """Something the clock brings. `key` is unique among waiting ones: setting it again moves it."""

    key: str
    kind: str
    due_at: datetime
    data: Mapping[str, Any]


class Timers(Protocol):
    def put(self, timer: Timer) -> None:
        """Inserts, or replaces the waiting one of the same key."""
        ...

    def cancel(self, *keys: str) -> None: ...

    def due(self, now: datetime, limit: int, *, kind: str = "") -> Sequence[Timer]:
        """Waiting timers with due_at ≤ now, earliest first."""
        ...

    def next_due(self) -> datetime | None: ...

    def done(self, timer: Timer) -> bool:
        """Removes it; False when it was removed or moved meanwhile."""
        ...

    def postpone(self, timer: Timer, to: datetime) -> bool:
        """Moves it, with the data given now; False when it was removed or moved meanwhile."""
        ...


class Outbox(Protocol):
    def put(self, messages: Sequence[Outgoing], at: datetime, *, hold_until: datetime | None = None) -> None:
        """Queues in order. A `dedupe` that exists already is skipped."""
        ...


class Buttons(Protocol):
    def put(self, key: str, acts: Sequence[Mapping[str, Any]], at: datetime) -> None:
        """Stores what the buttons of one message mean; button n has the token f"{key}:{n}"."""
        ...

    def get(self, token: str) -> Mapping[str, Any] | None:
        """The act of a token; None when unknown."""
        ...


@dataclass(frozen=True, slots=True)
class GivenUp:
    """What came in and could not be acted on, however often it was tried."""

    id: int
    received_at: datetime
    incoming: Incoming


class Inbox(Protocol):
    def take(self, incoming: Incoming, received_at: datetime, *, handled: bool = False) -> bool:
        """Stores it; False when its key was there already. `handled`: it is acted on in this very unit of work."""
        ...

    def waiting(self, limit: int) -> Sequence[tuple[int, Incoming]]:
        """Stored and not yet handled, oldest first; those that failed too often are left to people."""
        ...

    def latest(self, channel: str, limit: int) -> Sequence[tuple[datetime, Incoming]]:
        """What came last through a channel, handled or not, oldest first (the demo shows its chats again)."""
        ...

    def handled(self, inbox_id: int) -> bool:
        """Claims it in the unit of work that acts on it; False when it was handled meanwhile."""
        ...

    def failed(self, inbox_id: int) -> bool:
        """Acting on it raised. Whether it is tried again: after a few times it is left to people."""
        ...

    def given_up(self, limit: int) -> Sequence[GivenUp]:
        """Those left to people, oldest first."""
        ...

    def again(self, inbox_id: int) -> bool:
        """One that is not handled is tried as often as at first."""
        ...

    def unhandled(self) -> Mapping[str, int]:
        """How many are "waiting" and "given_up"."""
        ...


class Work(Protocol):
    """One unit of work."""

    tickets: Tickets
    visits: Visits
    people: People
    sessions: Sessions
    timers: Timers
    outbox: Outbox
    buttons: Buttons
    inbox: Inbox

    def commit(self) -> None: ...
    def rollback(self) -> None: ...
