"""Files out, from the media folder; what came by another channel was brought there (outbox.carrying)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from bot.messages import Attachment

SMALLEST = 6
FILE_LIMIT = 20_000_000
_LIMITS = {"image": 10_000_000, "video": 10_000_000, "voice": 2_000_000}
_PICTURES = ((b"\xff\xd8\xff", "jpg"), (b"\x89PNG", "png"))
_TYPES = {"jpg": "image/jpeg", "png": "image/png", "mp4": "video/mp4"}

Kind = Literal["image", "voice", "video", "file"]
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class File:
    """Something to send, as the kind under which WeCom takes it."""

    kind: Kind
    name: str
    content: bytes = field(repr=False)

    @property
    def content_type(self) -> str:
        return _TYPES.get(self.name.rpartition(".")[2].lower(), "application/octet-stream")

    def within(self, images: int) -> File:
        """The same for a way that takes pictures up to so many bytes only: a bigger one goes as a file."""
        too_big = self.kind == "image" and len(self.content) > images
        return File("file", self.name, self.content) if too_big else self


class Shelf:
    """The media folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    async def files(self, attachments: Sequence[Attachment]) -> list[File]:
        """Those that can be sent; the text still goes where one is gone, and the log says which."""
        found = [await self._file(one) for one in attachments if one.kind != "location"]
        return [file for file in found if file is not None]

    async def _file(self, attachment: Attachment) -> File | None:
        path = self._path(attachment)
        content = await asyncio.to_thread(path.read_bytes) if path else b""
        if not SMALLEST <= len(content) <= FILE_LIMIT:
            missing = attachment.path or attachment.kind
            log.warning("attachment cannot be sent: %s", missing, extra={"action": "attachment_missing"})
            return None
        return fitted(attachment, content)

    def _path(self, attachment: Attachment) -> Path | None:
        if not attachment.path:
            return None
        path = (self._folder / attachment.path).resolve()
        return path if path.is_relative_to(self._folder) and path.is_file() else None


def fitted(attachment: Attachment, content: bytes) -> File:
    """WeCom takes JPG and PNG pictures, MP4 videos and AMR voice, each up to its limit; the rest goes as a file."""
    ending = next((ending for mark, ending in _PICTURES if content.startswith(mark)), "")
    kind: Kind = "file"
    if ending and attachment.kind == "photo":
        kind = "image"
    elif attachment.kind == "video" and content[4:8] == b"ftyp":
        kind, ending = "video", "mp4"
    elif attachment.kind == "voice" and content.startswith(b"#!AMR"):
        kind, ending = "voice", "amr"
    if len(content) > _LIMITS.get(kind, FILE_LIMIT):
        kind = "file"
    return File(kind, _name(attachment, ending), content)


def places(attachments: Sequence[Attachment]) -> str:
    """Locations as lines of text."""
    found = [
        f"位置：{one.name} {one.remote}".replace("  ", " ") for one in attachments if one.kind == "location"
    ]
    return "\n".join(found)


def _name(attachment: Attachment, ending: str) -> str:
    name = attachment.name or Path(attachment.path).name or attachment.kind
    return name if "." in name or not ending else f"{name}.{ending}"
