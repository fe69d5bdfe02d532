"""The messages that show a ticket and follow it: put up, edited, and closed when they no longer count.

A card's name is `card:<ticket>:<round>:<part>:<n>`; the part is a group's key or what a private one is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.desk.people import Group, Staff
from bot.desk.states import TAKEN
from bot.desk.ticket import Card, Ticket
from bot.messages import Address
from bot.texts import card
from bot.texts.announce.post import Post
from bot.texts.announce.standing import Part, counts, gone_words, just_gone, part_of
from bot.texts.card import Face
from bot.texts.keyboard import Rows


class Cards:
    """Keeps the cards of tickets in step. `touch` marks a ticket; `refresh` edits what it is shown on."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._touched: dict[int, tuple[Ticket, set[int | None] | None]] = {}
        self._fresh: set[str] = set()
        self._reopened: set[int] = set()

    def touch(
        self, ticket: Ticket, *, left: Iterable[int | None] | None = None, reopened: bool = False
    ) -> None:
        """`left`: the ticket moves on; cards that counted until now, and the private ones of these people, say so.

        `reopened`: so do those of the round before.
        """
        if reopened:
            self._reopened.add(ticket.id)
        _, before = self._touched.get(ticket.id, (ticket, None))
        gone = None if left is None and before is None else {*(left or ()), *(before or ())}
        self._touched[ticket.id] = (ticket, gone)

    def refresh(self) -> None:
        """Edits every card that counts, and after a move those that no longer do; not the ones just put up."""
        touched, self._touched = self._touched, {}
        for ticket, left in touched.values():
            shown = self._post.work.tickets.cards(ticket.id)
            for one in shown:
                stale = left is not None and just_gone(
                    one, ticket, left, reopened=ticket.id in self._reopened
                )
                if one.name not in self._fresh and (stale or counts(one, ticket, shown)):
                    self._edit(one, ticket, shown)
        self._fresh.clear()
        self._reopened.clear()

    def to_group(self, ticket: Ticket, note: str = "") -> Group | None:
        """A new card in the ticket's group, or in the one that stands in for it. Its photos follow."""
        post = self._post
        group = post.routing.group_of(ticket)
        if group is None or group.address is None:
            return None
        if group.key != ticket.group:
            instead = post.voice.say("note.unplaced", group=post.routing.group_name(ticket.group))
            note = f"{instead}{note}"
        self._put(ticket, group.address, "group", note, group=ticket.group)
        self._photos(ticket, group.address)
        return group

    def to_staff(self, ticket: Ticket, staff: Staff, part: Part, note: str = "") -> None:
        """A card in private; by name in a group, masked, to whoever never opened a chat with the desk.

        Never to the one blamed, and never to nobody: whoever stands above them gets it.
        """
        staff = self._post.instead(staff, ticket)
        if staff == self._post.routing.blamed(ticket):
            return  # nobody else works here
        address = self._post.private_address(staff)
        if address is not None:
            self._put(ticket, address, part, note, staff=staff)
            if part == "handler":
                self._photos(ticket, address)
            return
        group = self._post.group_for(staff, ticket)
        if group is None:
            self._post.ask_to_open_a_chat(staff, ticket)
        else:
            confidential = self._post.routing.blamed(ticket) is not None
            if confidential or not note:
                note = self._post.voice.say("line.no_private", name=staff.name)
            named = (
                note if staff.name in note else self._post.voice.say("note.someone", name=staff.name) + note
            )
            rows = () if part == "handler" else self._rows(ticket, part)
            self._post.to_group(group, self._text(ticket, named), ticket, rows)

    def _put(
        self, ticket: Ticket, to: Address, part: Part, note: str, group: str = "", staff: Staff | None = None
    ) -> None:
        tickets = self._post.work.tickets
        name = f"card:{ticket.id}:{ticket.round}:{group or part}:{len(tickets.cards(ticket.id))}"
        text = self._text(ticket, note, private=part == "handler")
        self._post.send(to, text, ticket, self._rows(ticket, part), name=name)
        tickets.put_card(Card(ticket.id, name, to, group, staff.id if staff else None))
        self._fresh.add(name)

    def _edit(self, one: Card, ticket: Ticket, shown: Sequence[Card]) -> None:
        part = part_of(one)
        if counts(one, ticket, shown):
            text, rows = self._text(ticket, private=part == "handler"), self._rows(ticket, part)
        else:
            text, rows = card.gone(self._post.voice, ticket, gone_words(self._post, one, ticket)), ()
        self._post.send(one.address, text, ticket, rows, edits=one.name)

    def _text(self, ticket: Ticket, note: str = "", *, private: bool = False) -> str:
        post = self._post
        watcher = post.routing.manager_of(ticket).name if ticket.round > 1 else ""
        photos = len(post.photos(ticket, "report", "added"))
        return card.text(post.voice, ticket, Face(private, photos, watcher, note))

    def _rows(self, ticket: Ticket, part: Part) -> Rows:
        voice = self._post.voice
        if part == "director":
            waits = ticket.state == "assigned"
            return card.rows(voice, "adopt", "reject", ticket=ticket.id) if waits else ()
        if part == "offer":
            return card.accept_row(voice, ticket)
        if part == "duty" and ticket.state in TAKEN:
            return ()
        return card.buttons_for(voice, ticket, own=part == "handler")

    def _photos(self, ticket: Ticket, to: Address) -> None:
        photos = self._post.photos(ticket, "report", "added")
        if photos:
            self._post.send(to, self._post.say("line.photos", ticket), ticket, attachments=photos)
