"""What travels between channels and the core: frozen values that import nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Arrival = Literal["text", "tap", "contact", "bind", "start", "migrated", "unreachable"]
Media = Literal["photo", "voice", "video", "file", "location"]


@dataclass(frozen=True, slots=True)
class Address:
    """A chat on a platform. `thread` is a forum topic, empty where there is none."""

    channel: str
    account: str
    chat: str
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo, document or place. `path` is relative to the media folder; `remote` names it on its platform."""

    kind: Media
    name: str = ""
    path: str = ""
    remote: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """`token` is opaque, at most 32 bytes; `url` opens a page instead of sending a tap."""

    label: str
    token: str = ""
    url: str = ""
    contact: bool = False
    """Asks the platform for the person's own phone number, where it can (Telegram)."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that a person did in a chat.

    `key` is the platform's redelivery key, unique per channel and account. `sender` is the platform's user id.
    `tap` is the platform's id of the tap, to be answered; `on` the key of the message that was tapped or replied to.
    `argument` carries the code of `/start CODE` and `/bind CODE`, the phone of a contact, the new id of a migrated chat.
    `message` is the platform's id of a text, where it may be edited later.
    `edited`: the person changed a text just written; `text` is the whole of it now, `on` the key of that message.
    """

    address: Address
    key: str
    kind: Arrival
    sender: str
    at: datetime
    private: bool = True
    sender_name: str = ""
    language: str = ""
    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    token: str = ""
    tap: str = ""
    on: str = ""
    argument: str = ""
    edited: bool = False
    message: str = ""


Sort = Literal["message", "edit", "notice"]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message for one chat.

    `name` lets a later message change this one (`edits`): "card:17:工程群". A notice answers a tap (`tap`) and is short.
    `after` keeps a message back until that time. `dedupe` makes a second one with the same value a no-op.
    """

    to: Address
    text: str
    sort: Sort = "message"
    buttons: tuple[tuple[Button, ...], ...] = ()
    attachments: tuple[Attachment, ...] = ()
    name: str = ""
    edits: str = ""
    tap: str = ""
    ticket_id: int | None = None
    dedupe: str = ""
    important: bool = False
