"""A callback's XML becomes an Incoming, or nothing on purpose.

Nothing: people entering or leaving the application, its menu, their location, approvals, and whatever comes new.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from wechatpy.enterprise import parse_message

from bot.channels.wecom import faces
from bot.channels.wecom.commands import clean, code_in
from bot.channels.wecom.places import CHANNEL, remote_name
from bot.messages import Address, Arrival, Attachment, Incoming, Media

_FILES: Mapping[str, Media] = {"image": "photo", "voice": "voice", "video": "video", "file": "file"}
_GONE = "unsubscribe"


class Unreadable(ValueError):
    """A body that is no message of WeCom's. The message names no content."""


@dataclass(frozen=True, slots=True)
class Received:
    """`allows`: the card `on`, and the code by which it may be updated once more, where it was a tap on one."""

    incoming: Incoming | None
    on: str = ""
    allows: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads callbacks for one application."""

    account: str
    corp_id: str
    agent_id: str

    def read(self, xml: str, now: datetime) -> Received:
        """`now` stamps what has no time of its own. Raises Unreadable."""
        fields = _fields(xml)
        who, kind = fields.get("FromUserName", ""), fields.get("MsgType", "")
        if not who or not kind:
            raise Unreadable("no sender or no type")
        if fields.get("AgentID", self.agent_id) != self.agent_id:
            return Received(None)  # another application with the same door: not ours to answer
        if kind == "event":
            return self._event(fields, who, now)
        return Received(self._message(fields, who, kind, now))

    def _event(self, fields: Mapping[str, str], who: str, now: datetime) -> Received:
        event, code = fields.get("Event", ""), fields.get("ResponseCode", "")
        card = faces.root(fields.get("TaskId", ""))
        # CreateTime has whole seconds; what was tapped where tells two taps in one second apart.
        parts = (who, fields.get("CreateTime", ""), event, fields.get("EventKey", ""), card, code)
        key = "e" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:40]
        if event == "template_card_event" and fields.get("EventKey"):
            more = {"token": fields["EventKey"], "tap": f"card:{who}", "on": card}
            return Received(self._arrival(fields, who, key, "tap", now, **more), card, code)
        return Received(self._arrival(fields, who, key, "unreachable", now) if event == _GONE else None)

    def _message(self, fields: Mapping[str, str], who: str, kind: str, now: datetime) -> Incoming | None:
        key = fields.get("MsgId", "")
        if not key:
            raise Unreadable("a message without an id")
        if kind == "text":
            return self._text(fields, who, f"m{key}", now)
        found = self._attachment(fields, kind)
        if found is not None:
            return self._arrival(fields, who, f"m{key}", "text", now, attachments=(found,))
        if kind == "link":
            text = "\n".join(one for one in (fields.get("Title", ""), fields.get("Url", "")) if one)
            return self._arrival(fields, who, f"m{key}", "text", now, text=text)
        return None

    def _text(self, fields: Mapping[str, str], who: str, key: str, now: datetime) -> Incoming:
        text = fields.get("Content", "")
        order = code_in(text, private=True)
        if order is not None:
            return self._arrival(fields, who, key, order[0], now, argument=order[1])
        return self._arrival(fields, who, key, "text", now, text=text)

    def _attachment(self, fields: Mapping[str, str], kind: str) -> Attachment | None:
        if kind == "location":
            point = _point(fields.get("Location_X", ""), fields.get("Location_Y", ""))
            return Attachment("location", name=fields.get("Label", ""), remote=point) if point else None
        if kind in _FILES and fields.get("MediaId"):
            name = fields.get("FileName", "") or fields.get("Title", "")
            return Attachment(_FILES[kind], name=name, remote=remote_name(self.account, fields["MediaId"]))
        return None

    def _arrival(
        self, fields: Mapping[str, str], who: str, key: str, kind: Arrival, now: datetime, **more: Any
    ) -> Incoming:
        return Incoming(Address(CHANNEL, self.account, who), key, kind, who, _at(fields, now), **more)


def _fields(xml: str) -> dict[str, str]:
    """The texts of the outermost element; what is nested or doubled is left out. Raises Unreadable."""
    try:
        inner: Mapping[str, Any] = parse_message(xml)._data
    except Exception as error:  # wechatpy lets through whatever its parts raise
        raise Unreadable(f"no message: {type(error).__name__}") from None
    return {name: clean(value) for name, value in inner.items() if isinstance(value, str)}


def _at(fields: Mapping[str, str], now: datetime) -> datetime:
    stamp = fields.get("CreateTime", "")
    sound = stamp.isascii() and stamp.isdigit() and 0 < int(stamp[:12]) < 4_102_444_800
    return datetime.fromtimestamp(int(stamp), UTC) if sound else now


def _point(latitude: str, longitude: str) -> str:
    """As every channel writes a place: `22.543096,114.057865`."""
    try:
        return f"{float(latitude):.6f},{float(longitude):.6f}"
    except ValueError:
        return ""
