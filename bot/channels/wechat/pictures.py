"""Pictures out: from the media folder, as WeChat takes them."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from bot.channels.wechat.client import Client
from bot.messages import Attachment, Outgoing
from bot.outbox.delivery import DeliveryError

LIMIT = 10_000_000
KINDS = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif"}

log = logging.getLogger(__name__)


class Album:
    """The media folder as this account may show it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def showable(self, message: Outgoing) -> list[Attachment]:
        """The pictures of a message that can be sent as pictures."""
        return [one for one in message.attachments if one.kind == "photo" and self._path(one) is not None]

    async def upload(self, client: Client, photo: Attachment) -> str:
        """Its media id. Raises DeliveryError where the file has gone since; ApiError and Unreachable."""
        path = self._path(photo)
        if path is None:
            raise DeliveryError(f"The picture is not in the media folder: {photo.path}", permanent=True)
        try:
            content = await asyncio.to_thread(path.read_bytes)
        except OSError as error:
            raise DeliveryError(f"The picture cannot be read: {photo.path} ({error.strerror})") from None
        return await client.upload(path.name, content, KINDS[path.suffix.lower()])

    def _path(self, photo: Attachment) -> Path | None:
        if not photo.path or Path(photo.path).suffix.lower() not in KINDS:
            return None
        path = (self._folder / photo.path).resolve()
        if not (path.is_relative_to(self._folder) and path.is_file()):
            log.warning("picture missing: %s", photo.path, extra={"action": "attachment_missing"})
            return None
        return path if 0 < path.stat().st_size <= LIMIT else None
