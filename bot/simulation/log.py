"""What everybody received, in order."""

from __future__ import annotations

from datetime import datetime

from bot.messages import Attachment, Outgoing
from bot.transcripts.stage import Received

TAP = "tap"


def tap_id(person: str, number: int) -> str:
    """The id of a tap names the tapper, who alone sees the notice that answers it."""
    return f"{TAP}:{number}:{person}"


def key_of(number: int) -> str:
    """The redelivery key of what people do here: m1, m2, …"""
    return f"m{number}"


def number_of(key: str) -> int:
    """The number in it; 0 for any other key."""
    number = key.removeprefix("m")
    return int(number) if number.isascii() and number.isdigit() else 0


def received(message: Outgoing, key: str, at: datetime) -> Received:
    buttons = [b for row in message.buttons for b in row if not b.contact]
    return Received(
        at=at,
        to=message.tap.split(":", 2)[2] if message.sort == "notice" else message.to.chat,
        kind=message.sort,
        text=message.text,
        buttons=tuple(b.label for b in buttons),
        attachments=tuple(shown(a) for a in message.attachments),
        key=key,
        tokens=tuple(b.token for b in buttons),
    )


def shown(attachment: Attachment) -> str:
    """`(photo)`, `(document NAME)`, `(voice)`."""
    if attachment.kind == "file":
        return f"(document {attachment.name})" if attachment.name else "(document)"
    return f"({attachment.kind})"
