"""What every room of the conversation has at hand: the desk, the words, and the chat it happens in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.conversation.ear import Ear
from bot.desk.desk import Desk, of_resident, of_staff
from bot.desk.people import Group, Resident, Staff
from bot.desk.ports import Session
from bot.desk.ticket import Actor
from bot.messages import Address, Attachment, Incoming, Outgoing
from bot.texts.announce import Announcer
from bot.texts.keyboard import Keyboard
from bot.texts.voice import Voice
from bot.texts.words import Words
from nlp.understanding import Language, Understanding

Act = Mapping[str, Any]
Rows = Sequence[Sequence[tuple[str, Act]]]


@dataclass(slots=True)
class Talk:
    """One person in one chat, now. `resident` or `staff` is set; both are None for somebody unknown in a group."""

    desk: Desk
    words: Words
    ear: Ear
    keyboard: Keyboard
    announcer: Announcer
    session: Session
    address: Address
    sender: str
    language: Language = "zh-Hans"
    resident: Resident | None = None
    staff: Staff | None = None
    group: Group | None = None
    incoming: Incoming | None = None
    noticed: bool = False

    @property
    def now(self) -> datetime:
        return self.desk.now

    @property
    def channel(self) -> str:
        return self.address.channel

    @property
    def actor(self) -> Actor:
        if self.staff is not None:
            return of_staff(self.staff)
        if self.resident is not None:
            return of_resident(self.resident)
        return Actor("resident", None, "")

    def hear(self, text: str) -> Understanding:
        return self.ear.hear(text, self.now, self.desk.community.zone)

    @property
    def member(self) -> Staff:
        """The member of staff who acts; only rooms for staff ask for it."""
        if self.staff is None:
            raise LookupError(f"{self.sender} is not on the staff")
        return self.staff

    @property
    def voice(self) -> Voice:
        """This person's language and time, for the texts about tickets."""
        return Voice(self.words, self.language, self.now, self.desk.community.zone)

    @property
    def name(self) -> str:
        return self.resident.name if self.resident else ""

    def word(self, key: str, **values: Any) -> str:
        return self.words.say(self.language, f"talk.{key}", **values)

    def label(self, key: str) -> str:
        """A fixed word: category.cleaning, state.new, cause.fees."""
        return self.words.label(self.language, key)

    def button(self, key: str) -> str:
        """The label of a button in this person's language."""
        return self.words.label(self.language, f"button.{key}")

    def say(self, key: str, rows: Rows = (), /, **values: Any) -> None:
        """Answers in this chat with words from the files."""
        self.send(self.word(key, **values), rows)

    def send(
        self,
        text: str,
        rows: Rows = (),
        to: Address | None = None,
        attachments: tuple[Attachment, ...] = (),
        ticket_id: int | None = None,
        name: str = "",
    ) -> None:
        """Sends a finished text, here or elsewhere. What happened before is announced first, to keep the order."""
        self.announce()
        self.desk.work.outbox.put(
            [
                Outgoing(
                    to or self.address,
                    text,
                    buttons=self.keyboard.make(rows) if rows else (),
                    attachments=attachments,
                    ticket_id=ticket_id,
                    name=name,
                )
            ],
            self.now,
        )

    def notice(self, key: str, **values: Any) -> None:
        """The short answer to a tap; said in the chat where there was no tap."""
        if self.incoming is None or self.incoming.kind != "tap":
            self.say(key, **values)
            return
        self.announce()
        self.answer_tap(self.word(key, **values))

    def answer_tap(self, text: str) -> None:
        """Every tap is answered, also with nothing to say: else the person's button keeps spinning."""
        self.noticed = True
        if self.incoming is not None:
            message = Outgoing(self.address, text, sort="notice", tap=self.incoming.tap)
            self.desk.work.outbox.put([message], self.now)

    def announce(self) -> None:
        """Lets everybody concerned know what happened since the last call."""
        events = self.desk.take_events()
        if events:
            self.announcer.announce(events)

    def ask(self, what: str, **values: Any) -> None:
        """Remembers what the next line of this person answers."""
        self.session.data["asking"] = {"what": what, "at": self.now.isoformat(), **values}

    def asking(self) -> dict[str, Any] | None:
        found = self.session.data.get("asking")
        return found if isinstance(found, dict) else None

    def asked(self) -> None:
        self.session.data.pop("asking", None)
