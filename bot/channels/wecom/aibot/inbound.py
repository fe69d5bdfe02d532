"""A frame of the AI bot becomes an Incoming, or nothing on purpose.

In groups it hears only what is addressed to it. Nothing: people entering its chat, feedback, and whatever comes new.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.channels.wecom import faces
from bot.channels.wecom.aibot import offers
from bot.channels.wecom.aibot.connection import Frame, Json
from bot.channels.wecom.aibot.sealed import sealed_name
from bot.channels.wecom.cards import Shown
from bot.channels.wecom.commands import clean, code_in, without_call
from bot.channels.wecom.places import CHANNEL, group_chat, person_chat
from bot.messages import Address, Arrival, Attachment, Incoming, Media

_FILES: dict[str, Media] = {"image": "photo", "file": "file", "video": "video"}


class Unreadable(ValueError):
    """A frame that lacks who or where. The message names no content."""


@dataclass(frozen=True, slots=True)
class Reader:
    """`cards` gives a chat's latest cards."""

    account: str
    cards: Callable[[str], Sequence[Shown]]

    def read(self, frame: Frame, now: datetime) -> Incoming | None:
        """Raises Unreadable."""
        body = frame.body
        if frame.command == "aibot_msg_callback":
            return self._message(_Said.of(body, now), body)
        event = body.get("event")
        if frame.command != "aibot_event_callback" or not isinstance(event, dict):
            return None
        tapped = event.get("eventtype") == "template_card_event"
        return self._tap(_Said.of(body, now), event) if tapped else None

    def _tap(self, said: _Said, event: Json) -> Incoming | None:
        inner = event.get("template_card_event")
        card = inner if isinstance(inner, dict) else event
        token, task = clean(card.get("event_key")), clean(card.get("task_id"))
        return (
            self._arrival(said, "tap", token=token, tap=f"bot:{said.who}", on=faces.root(task))
            if token
            else None
        )

    def _message(self, said: _Said, body: Json) -> Incoming | None:
        text, files = _contents(body)
        text = without_call(text) if said.group else text.strip()
        order = code_in(text, private=not said.group)
        if order is not None:
            return self._arrival(said, order[0], argument=order[1])
        quote = body.get("quote")
        quoted = _contents(quote)[0] if isinstance(quote, dict) else ""
        offered = offers.meant(text, quoted, self.cards(said.chat)) if text else None
        if offered is not None:
            card, button = offered
            return self._arrival(said, "tap", token=button.token, tap=f"bot:{said.who}", on=card.id)
        attachments = tuple(
            Attachment(kind, remote=sealed_name(self.account, url, key)) for kind, url, key in files
        )
        return self._arrival(said, "text", text=text, attachments=attachments) if text or files else None

    def _arrival(self, said: _Said, kind: Arrival, **more: Any) -> Incoming:
        address = Address(CHANNEL, self.account, said.chat)
        return Incoming(address, f"b{said.key}", kind, said.who, said.at, private=not said.group, **more)


@dataclass(frozen=True, slots=True)
class _Said:
    """Who said something where."""

    key: str
    who: str
    chat: str
    group: bool
    at: datetime

    @classmethod
    def of(cls, body: Json, now: datetime) -> _Said:
        sender = body.get("from")
        who = clean(sender.get("userid")) if isinstance(sender, dict) else ""
        key, chatid = clean(body.get("msgid")), clean(body.get("chatid"))
        group = body.get("chattype") == "group"
        if not who or not key or (group and not chatid):
            raise Unreadable("a frame without sender, id or chat")
        at = body.get("create_time")
        stamp = datetime.fromtimestamp(at, UTC) if isinstance(at, int) and 0 < at < 4_102_444_800 else now
        return cls(key, who, group_chat(chatid) if group else person_chat(who), group, stamp)


def _contents(body: Json) -> tuple[str, list[tuple[Media, str, str]]]:
    """Text and files: (kind, address, key)."""
    kind = body.get("msgtype")
    part = body.get(kind) if isinstance(kind, str) else None
    if not isinstance(part, dict):
        return "", []
    if kind in ("text", "voice"):  # voice comes as the words that were recognised
        return clean(part.get("content")), []
    if kind == "mixed":
        items = part.get("msg_item")
        found = (
            [_contents(item) for item in items if isinstance(item, dict)] if isinstance(items, list) else []
        )
        return "\n".join(text for text, _ in found if text), [file for _, files in found for file in files]
    if kind in _FILES and part.get("url"):
        return "", [(_FILES[str(kind)], clean(part.get("url")), clean(part.get("aeskey")))]
    return "", []
