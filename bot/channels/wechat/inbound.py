"""A callback's XML becomes an Incoming, or nothing on purpose: whatever type WeChat invents next.

A voice message is an attachment: WeChat's own transcript (Recognition) is withdrawn and arrives empty. Events carry no
id; the key is who, when (in seconds), what and which, since two events of one second are two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from wechatpy import parse_message

from bot.channels.wechat.menu import COMMANDS
from bot.channels.wechat.remote import place_name, remote_name
from bot.messages import Address, Arrival, Attachment, Incoming, Media

NAME = "wechat"
Opens = Literal["message", "event", ""]
"""Which quota it opens: 5 messages in 48 hours, 3 in a minute, or none."""
_LONGEST_NAME = 128
MOST_TAGS = 400
"""A message has some twenty; the parser's time grows with the square of the depth."""
_CODE = re.compile(r"/start\s+([A-Za-z0-9_-]{4,64})")
_SKEW = timedelta(days=1)


class Unreadable(ValueError):
    """An authentic body that is no message. The text names no content."""


@dataclass(frozen=True, slots=True)
class Heard:
    """`us` is the account's own name in the exchange; `menu_id` the choice that was touched in a msgmenu."""

    incoming: Incoming
    us: str
    opens: Opens = "message"
    menu_id: str = ""


def read(xml: str, account: str, now: datetime) -> Heard | None:
    """`now` stamps what carries no believable time. Raises Unreadable."""
    if xml.count("<") > MOST_TAGS:
        raise Unreadable("too many tags")
    try:
        message = parse_message(xml)
        fields: Mapping[str, Any] = message._data
        return _Reader(fields, account, now).heard()
    except Unreadable:
        raise
    except Exception as error:  # wechatpy lets through whatever its parts raise
        raise Unreadable(type(error).__name__) from None


class _Reader:
    """One message's fields. A field that stands twice, or holds others, is refused."""

    def __init__(self, fields: Mapping[str, Any], account: str, now: datetime) -> None:
        self._fields = fields
        self._account = account
        self._now = now

    def heard(self) -> Heard | None:
        kind = self._text("MsgType").lower()
        if kind == "event":
            return self._event(self._needed("Event").lower())
        make = _MESSAGES.get(kind)
        if make is None:
            self._needed("FromUserName")
            return None
        return make(self)

    def _text(self, name: str) -> str:
        value = self._fields.get(name)
        if value is not None and not isinstance(value, str):
            raise Unreadable(f"{name} is no text")
        return (value or "").replace("\0", "")

    def _needed(self, name: str) -> str:
        value = self._text(name)
        if not value or len(value) > _LONGEST_NAME:
            raise Unreadable(f"{name} is missing or too long")
        return value

    def words(self) -> Heard:
        text = self._text("Content")
        code = _CODE.fullmatch(text.strip())
        menu_id = self._text("bizmsgmenuid")
        if code:
            return self._message("start", argument=code[1])
        return self._message("text", menu_id=menu_id, text=text)

    def file(self, kind: Media) -> Heard:
        url = self._text("PicUrl") if kind == "photo" else ""
        remote = remote_name(self._account, self._needed("MediaId"), url)
        return self._message("text", attachments=(Attachment(kind, remote=remote),))

    def place(self) -> Heard:
        point = place_name(float(self._needed("Location_X")), float(self._needed("Location_Y")))
        label = self._text("Label")[:_LONGEST_NAME]
        return self._message("text", attachments=(Attachment("location", name=label, remote=point),))

    def _message(self, kind: Arrival, menu_id: str = "", **more: Any) -> Heard:
        number = self._needed("MsgId")
        return self._made(kind, number, "message", menu_id, **more)

    def _event(self, name: str) -> Heard | None:
        detail = self._text("EventKey")
        key = ":".join([self._needed("FromUserName"), self._needed("CreateTime"), name, detail])[:400]
        if name == "click":
            command = COMMANDS.get(detail)
            return self._made("text", key, "event", text=command) if command else None
        if name in (
            "subscribe",
            "subscribe_scan",
            "scan",
        ):  # the second is wechatpy's name for a scanned code
            return self._made("start", key, "event", argument=detail.removeprefix("qrscene_"))
        if name == "unsubscribe":
            return self._made("unreachable", key, "")
        return None

    def _made(self, kind: Arrival, key: str, opens: Opens, menu_id: str = "", **more: Any) -> Heard:
        openid = self._needed("FromUserName")
        incoming = Incoming(
            address=Address(NAME, self._account, openid),
            key=key,
            kind=kind,
            sender=openid,
            at=self._at(),
            **more,
        )
        return Heard(incoming, self._needed("ToUserName"), opens, menu_id)

    def _at(self) -> datetime:
        written = datetime.fromtimestamp(int(self._needed("CreateTime")), UTC)
        return written if abs(written - self._now) < _SKEW else self._now


_MESSAGES: Mapping[str, Callable[[_Reader], Heard]] = {
    "text": _Reader.words,
    "image": lambda reader: reader.file("photo"),
    "voice": lambda reader: reader.file("voice"),
    "video": lambda reader: reader.file("video"),
    "shortvideo": lambda reader: reader.file("video"),
    "location": _Reader.place,
}
