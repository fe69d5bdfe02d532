"""One message of ours as the messages that Telegram needs for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.channels.telegram.keyboards import Rows, contact_label
from bot.channels.telegram.splitting import CAPTION_LIMIT, fits, pieces
from bot.messages import Attachment, Outgoing

ALBUM_LIMIT = 10
_ALBUM_KINDS = {"photo": "pictures", "video": "pictures", "file": "files"}


@dataclass(frozen=True, slots=True)
class Part:
    """One request: a text, a file with the text as its caption, or an album. `rows` and `ask` sit under it."""

    text: str = ""
    files: tuple[Attachment, ...] = ()
    rows: Rows = ()
    ask: str = ""
    """Label of the key that asks for the person's phone number."""


def parts(message: Outgoing, files: Sequence[Attachment], *, private: bool) -> list[Part]:
    """Pictures first, then the text in parts, the buttons under the last. [] where there is nothing to send.

    `files` are those of the message's attachments that can be sent. A phone number can be asked for in private only.
    """
    rows = tuple(kept for row in message.buttons if (kept := tuple(b for b in row if not b.contact)))
    ask = contact_label(message.buttons) if private else ""
    found = _captioned(message, files) or [*_albums(files, whole=bool(message.text.strip()) or not rows)]
    found += [Part(text=piece) for piece in pieces(message.text)] if not _has_text(found) else []
    return _with_keys(found, rows, ask)


def _captioned(message: Outgoing, files: Sequence[Attachment]) -> list[Part]:
    """One file and a short text travel as one message, unless it has a name: an edit would want a text to change."""
    if (
        len(files) != 1
        or message.name
        or files[0].kind == "location"
        or not fits(message.text, CAPTION_LIMIT)
    ):
        return []
    return [Part(text=message.text.strip(), files=tuple(files))]


def _has_text(found: Sequence[Part]) -> bool:
    return any(part.text for part in found)


def _albums(files: Sequence[Attachment], *, whole: bool) -> Iterator[Part]:
    """Albums of pictures, albums of documents, the others singly. An album bears no buttons: not `whole` keeps one out."""
    kept = files if whole else files[:-1]
    for sort, group in groupby(kept, key=lambda file: _ALBUM_KINDS.get(file.kind, "")):
        members = tuple(group)
        size = ALBUM_LIMIT if sort else 1
        yield from (Part(files=members[at : at + size]) for at in range(0, len(members), size))
    yield from (Part(files=(file,)) for file in files[len(kept) :])


def _with_keys(found: list[Part], rows: Rows, ask: str) -> list[Part]:
    if not found or not (rows or ask):
        return found
    last = replace(found[-1], rows=rows, ask="" if rows else ask)
    # The two kinds of keyboard exclude each other, so the second gets a message of its own, worded by its label.
    return [*found[:-1], last, *([Part(text=ask, ask=ask)] if rows and ask else [])]


def bearing(found: Sequence[Part]) -> int:
    """Index of the part whose id stands for the whole: the one that bears the inline buttons, else the last."""
    return next((at for at, part in enumerate(found) if part.rows), len(found) - 1)
