"""What people send, made fit to be kept: no database takes half a surrogate pair, and PostgreSQL no NUL.

Without this one such message could be neither handled nor kept, and a platform that repeats it would hold up the rest.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any

from bot.messages import Attachment, Incoming

_UNFIT = re.compile("[\x00\ud800-\udfff]")
_PUT_INSTEAD = "\ufffd"


def legible(incoming: Incoming) -> Incoming:
    """The same with every unfit character replaced; nearly always the very same object."""
    changed = _changes(incoming)
    attachments = tuple(replace(each, **_changes(each)) for each in incoming.attachments)
    if attachments != incoming.attachments:
        return replace(incoming, attachments=attachments, **changed)
    return replace(incoming, **changed) if changed else incoming


def _changes(value: Incoming | Attachment) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in _TEXTS[type(value)]:
        written = getattr(value, name)
        if not written.isascii() or "\x00" in written:
            better = _UNFIT.sub(_PUT_INSTEAD, written)
            if better != written:
                found[name] = better
    return found


_TEXTS = {
    kind: tuple(field.name for field in fields(kind) if field.type == "str")
    for kind in (Incoming, Attachment)
}
