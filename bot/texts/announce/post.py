"""Who can be written to, and how: the owner, a group, one of the staff. What is said here goes out together at the end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.config import Community
from bot.desk import deadlines
from bot.desk.calendar import Calendar
from bot.desk.people import Group, Staff
from bot.desk.ports import Work
from bot.desk.routing import Routing
from bot.desk.ticket import Ticket, TicketPhoto
from bot.messages import Address, Attachment, Outgoing
from bot.texts import card, owner
from bot.texts.keyboard import Keyboard, Rows
from bot.texts.voice import Voice
from bot.texts.words import STAFF, Words

Text = Callable[[bool], str]
"""A text that is told twice: in full (True), and masked for a group (False)."""


class Post:
    """`once` is set while the clock's events are announced: the same one announced again says nothing twice."""

    def __init__(
        self,
        work: Work,
        community: Community,
        calendar: Calendar,
        words: Words,
        ids: Callable[[], str],
        now: datetime,
    ) -> None:
        self.work = work
        self.community = community
        self.calendar = calendar
        self.words = words
        self.now = now
        self.routing = Routing(work.people, community)
        self.voice = Voice(words, STAFF, now, community.zone)
        self.once = ""
        self._keyboard = Keyboard(work.buttons, ids, now)
        self._waiting: list[Outgoing] = []
        self._said = 0

    # What is known

    def is_grave(self, ticket: Ticket) -> bool:
        """Manager and director hear of it at once (C04)."""
        return deadlines.figures(ticket, self.community).tell_at_once

    def photos(self, ticket: Ticket, *stages: str, since: datetime | None = None) -> tuple[Attachment, ...]:
        def wanted(photo: TicketPhoto) -> bool:
            return photo.stage in stages and (since is None or photo.at >= since)

        return tuple(photo.attachment for photo in self.work.tickets.photos(ticket.id) if wanted(photo))

    def say(self, id: str, ticket: Ticket, /, *, private: bool = False, **vars: Any) -> str:
        """A text for staff: `what` is the matter in short, `matter` the same with its place."""
        return self.voice.say(
            id,
            number=ticket.number,
            place=card.place(ticket, private=private),
            what=card.what(ticket, private=private),
            matter=card.matter(ticket, private=private),
            **vars,
        )

    # To the owner

    def owner_voice(self, ticket: Ticket) -> Voice:
        """In the language of the owner's profile, else that of the report."""
        language = ticket.language
        if ticket.resident_id is not None:
            language = self.work.people.resident(ticket.resident_id).language
        return Voice(self.words, language, self.now, self.community.zone)

    def to_owner(
        self, ticket: Ticket, text: str, rows: Rows = (), attachments: tuple[Attachment, ...] = ()
    ) -> None:
        """By the channel it came in on (A01). What staff found on patrol has no owner."""
        if ticket.source != "patrol":
            self.send(ticket.origin, text, ticket, rows, attachments)

    def tell_owner(
        self, ticket: Ticket, id: str, rows_of: Callable[[Voice], Rows] | None = None, **vars: Any
    ) -> None:
        """A text with `what`, `number` and whichever of the ticket's facts it names."""
        voice = self.owner_voice(ticket)
        text = owner.news(voice, ticket, id, **vars)
        self.to_owner(ticket, text, rows_of(voice) if rows_of else ())

    # To staff

    def private_address(self, staff: Staff) -> Address | None:
        """Where they once wrote to the desk."""
        identities = self.work.people.identities_of_staff(staff.id)
        return next((identity.address for identity in identities if identity.address is not None), None)

    def to_group(
        self,
        group: Group | None,
        text: str,
        ticket: Ticket,
        rows: Rows = (),
        attachments: tuple[Attachment, ...] = (),
    ) -> None:
        if group is not None and group.address is not None:
            self.send(group.address, text, ticket, rows, attachments)

    def to_managers(self, text: str, ticket: Ticket) -> None:
        group = self.routing.group("managers")
        if group is not None and not self._is_blamed_in(group, ticket):
            self.to_group(group, text, ticket)

    def instead(self, staff: Staff, ticket: Ticket) -> Staff:
        """Who gets what is meant for somebody: they themselves; in the place of the one blamed whoever stands above.

        A complaint about a person is told in private (H): it goes past whoever never opened a chat with the desk.
        """
        blamed = self.routing.blamed(ticket)
        if blamed is None:
            return staff
        others = [one for one in (staff, *self.routing.superiors(staff)) if one != blamed]
        private = [one for one in others if self.private_address(one) is not None]
        aside = [one for one in others if self.group_for(one, ticket) is not None]
        return next(iter((*private, *aside, *others)), staff)

    def to_staff(
        self,
        staff: Staff,
        text: Text,
        ticket: Ticket,
        rows: Rows = (),
        attachments: tuple[Attachment, ...] = (),
    ) -> None:
        """In private; to whoever never opened a chat with the desk by name in a group, masked.

        Never to the one blamed (B08): whoever stands above them gets it in their place, once.
        """
        to = self.instead(staff, ticket)
        if to != staff and self._has_said(self.private_address(to), text(True)):
            return
        staff = to
        if staff == self.routing.blamed(ticket):
            return
        address = self.private_address(staff)
        if address is not None:
            self.send(address, text(True), ticket, rows, attachments)
            return
        group = self.group_for(staff, ticket)
        if group is None:
            self.ask_to_open_a_chat(staff, ticket)
            return
        named = self.voice.say("note.someone", name=staff.name) + text(False)
        self.to_group(group, named, ticket, rows, attachments)

    def ask_to_open_a_chat(self, staff: Staff, ticket: Ticket) -> None:
        """Nobody who may read it can be told in private, and the one blamed sits in every group: says only that there is
        something. The next reminder finds whoever has written meanwhile.
        """
        group = self.routing.group("managers") or self.routing.group("service")
        text = self.voice.say("line.open_a_chat", name=staff.name)
        if group is not None and group.address is not None and not self._has_said(group.address, text):
            self.to_group(group, text, ticket)

    def _has_said(self, to: Address | None, text: str) -> bool:
        return any((waiting.to, waiting.text) == (to, text) for waiting in self._waiting)

    def group_for(self, staff: Staff, ticket: Ticket) -> Group | None:
        """The group in which somebody can be spoken to: one they sit in, the ticket's first."""
        bound = [group for key in (ticket.group, "managers", "service") if (group := self.routing.group(key))]
        sits = [g for g in bound if staff.name in g.members and not self._is_blamed_in(g, ticket)]
        return sits[0] if sits else self.routing.group_of(ticket)

    def _is_blamed_in(self, group: Group, ticket: Ticket) -> bool:
        blamed = self.routing.blamed(ticket)
        return blamed is not None and blamed.name in group.members

    # Out

    def send(
        self,
        to: Address,
        text: str,
        ticket: Ticket,
        rows: Rows = (),
        attachments: tuple[Attachment, ...] = (),
        *,
        name: str = "",
        edits: str = "",
    ) -> None:
        self._said += 1
        self._waiting.append(
            Outgoing(
                to,
                text,
                sort="edit" if edits else "message",
                buttons=self._keyboard.make(rows),
                attachments=attachments,
                name=name,
                edits=edits,
                ticket_id=ticket.id,
                dedupe=f"{self.once}:{self._said}" if self.once and not edits else "",
                important=self.is_grave(ticket),
            )
        )

    def begin(self, once: str) -> None:
        """Another event; `once` names it where the clock might bring it twice."""
        self.once, self._said = once, 0

    def flush(self) -> None:
        """Queues everything said since the last call, in order."""
        waiting, self._waiting = self._waiting, []
        if waiting:
            self.work.outbox.put(waiting, self.now)
