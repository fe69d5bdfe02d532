"""锦绣花园 with everybody reachable: acts of the desk on a real database, and who received what of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count
from typing import Any

from bot.desk import dispatching
from bot.desk.desk import Desk
from bot.desk.people import Group, Identity, Resident, Staff
from bot.desk.ticket import CLOCK, Actor, Ticket, TicketPhoto
from bot.messages import Address, Attachment, Outgoing
from bot.texts.announce import Announcer
from nlp.understanding import Language
from storage import Storage
from tests.desk.jinxiu import CALENDAR, COMMUNITY, at
from tests.fakes import SentBox
from tests.texts.people import ROOM, WORDS, a_ticket

GROUPS = {entry.name: key for key, entry in COMMUNITY.groups.items()}


def chat(name: str) -> Address:
    return Address("console", "desk", name)


class Scene:
    """`unbound` groups have no chat yet; `strangers` of the staff never opened one with the desk."""

    def __init__(
        self, unbound: Iterable[str] = (), strangers: Iterable[str] = (), language: Language = "zh-Hans"
    ) -> None:
        self.storage = Storage.memory()
        self.work = self.storage.begin()
        self.work.__enter__()
        self.box = SentBox()
        self.work.outbox = self.box
        self._ids = count(1)
        self._seen = 0
        self._people(set(strangers))
        self._groups(set(unbound))
        resident = Resident(0, "jinxiu", "王女士", "13800138001", language, True, True, (ROOM,))
        self.owner = self.work.people.add_resident(resident)

    def _people(self, strangers: set[str]) -> None:
        self.staff: dict[str, Staff] = {}
        for entry in COMMUNITY.staff:
            staff = Staff(0, "jinxiu", entry.name, entry.department, entry.roles, entry.phone)
            kept = self.staff[entry.name] = self.work.people.put_staff(staff)
            address = None if entry.name in strangers else chat(entry.name)
            identity = Identity("console", "desk", entry.name, "jinxiu", staff_id=kept.id, address=address)
            self.work.people.save_identity(identity)

    def _groups(self, unbound: set[str]) -> None:
        for key, entry in COMMUNITY.groups.items():
            address = None if entry.name in unbound else chat(entry.name)
            self.work.people.put_group(Group("jinxiu", key, entry.name, entry.members, address))

    # Acts

    def filed(self, **facts: Any) -> Ticket:
        """A ticket of 王女士, as restated to her."""
        facts = {"id": 0, "resident_id": self.owner.id, "origin": chat("王女士"), **facts}
        return self.work.tickets.add(a_ticket(**facts))

    def dispatched(self, when: str = "2026-03-04 10:00", **facts: Any) -> Ticket:
        """Filed, confirmed by its owner and dispatched; nobody has looked yet at what was sent."""
        ticket = self.filed(opened_at=at(when), **facts)
        self.act(when, dispatching.dispatch, ticket, Actor("resident", self.owner.id, "王女士"))
        return ticket

    def act(self, when: str, do: Callable[..., Any], *args: Any, **values: Any) -> Any:
        """An act of the desk at that time, announced; `received` then tells of this act only."""
        self._seen = len(self.box.sent)
        desk = Desk(self.work, COMMUNITY, CALENDAR, at(when))
        done = do(desk, *args, **values)
        announcer = Announcer(self.work, COMMUNITY, CALENDAR, WORDS, lambda: f"k{next(self._ids)}", at(when))
        announcer.announce(desk.take_events())
        return done

    def photo(self, ticket: Ticket, stage: str, when: str) -> None:
        photo = Attachment("photo", f"{stage}.jpg")
        self.work.tickets.keep_photo(TicketPhoto(ticket.id, stage, at(when), "王女士", photo))

    # What came of the last act

    def received(self, name: str) -> list[str]:
        """New messages and edits in a person's private chat or a group, oldest first."""
        return [message.text for message in self.messages(name)]

    def messages(self, name: str, *, edits: bool = True) -> list[Outgoing]:
        new = self.box.sent[self._seen :]
        return [m for m in new if m.to == chat(name) and (edits or m.sort != "edit")]

    def new(self, name: str) -> str:
        """The one new message (no edit) that somebody received."""
        messages = self.messages(name, edits=False)
        assert len(messages) == 1, [m.text for m in messages]
        return messages[0].text

    def edited(self, name: str) -> Outgoing:
        """The newest edit in a chat."""
        return [m for m in self.messages(name) if m.sort == "edit"][-1]

    def everybody(self) -> set[str]:
        """The names of all chats in which something came."""
        return {message.to.chat for message in self.box.sent[self._seen :]}


def labels(message: Outgoing) -> list[str]:
    return [button.label for row in message.buttons for button in row]


__all__ = ["CLOCK", "GROUPS", "Scene", "chat", "labels"]
