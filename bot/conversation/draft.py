"""What an owner is in the middle of telling: kept in the session until it is dispatched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, cast

from bot.conversation.talk import Talk
from bot.messages import Attachment
from nlp.understanding import Category, Place


@dataclass(slots=True)
class Draft:
    """`category` and `place` are answers to our questions; `fresh` says that it is no second report.

    `aside` is what was answered to our questions or put right, the newest first: heard for phone and time, not part of
    the matter.
    `photos` wait for a ticket; `seen_photos` says that some were filed.
    """

    text: str = ""
    aside: str = ""
    photos: list[dict[str, Any]] = field(default_factory=list)
    tickets: list[int] = field(default_factory=list)
    category: Category | None = None
    place: dict[str, Any] | None = None
    fresh: bool = False
    seen_photos: bool = False

    @property
    def answered_place(self) -> Place | None:
        return Place(**self.place) if self.place else None

    def attachments(self) -> list[Attachment]:
        return [Attachment(**photo) for photo in self.photos]

    def stored(self) -> dict[str, Any]:
        """JSON values; `dataclasses.asdict` would copy every list for nothing."""
        return {name: getattr(self, name) for name in self.__slots__}

    def add(self, text: str, attachments: Sequence[Attachment]) -> None:
        self.text = f"{self.text}\n{text}".strip()
        self.photos.extend(asdict(a) for a in attachments)

    def say_aside(self, text: str) -> None:
        self.aside = f"{text}\n{self.aside}".strip()

    def put_right(self, wrong: str, right: str) -> None:
        """A room that was written wrong must not stand in the matter beside the right one."""
        if wrong and right:
            self.text = self.text.replace(wrong, right, 1)

    def set_place(self, place: Place) -> None:
        self.place = asdict(place)


def load(talk: Talk) -> Draft | None:
    stored = talk.session.data.get("draft")
    return Draft(**cast(dict[str, Any], stored)) if stored else None


def store(talk: Talk, draft: Draft) -> None:
    """Keeps it, and lets the clock finish it where the owner does not."""
    talk.session.data["draft"] = draft.stored()
    a = talk.address
    where = {"channel": a.channel, "account": a.account, "chat": a.chat, "sender": talk.sender}
    talk.desk.later(timer_key(talk), "draft", talk.now + talk.desk.community.policy.confirm_within, **where)


def without(talk: Talk, ticket_id: int) -> None:
    """A ticket was withdrawn: it is no longer being told."""
    draft = load(talk)
    if draft is None or ticket_id not in draft.tickets:
        return
    draft.tickets.remove(ticket_id)
    if draft.tickets:
        talk.session.data["draft"] = draft.stored()
    else:
        drop(talk)


def drop(talk: Talk) -> None:
    talk.session.data.pop("draft", None)
    talk.desk.work.timers.cancel(timer_key(talk))


def timer_key(talk: Talk) -> str:
    a = talk.address
    return f"draft:{a.channel}:{a.account}:{a.chat}:{talk.sender}"
