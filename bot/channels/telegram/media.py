"""Files out and in: by file_id where it is this account's, else from the media folder."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from telegram import InputFile

from bot.channels.telegram.client import Client
from bot.channels.telegram.remote import own_file_id, place
from bot.messages import Attachment
from bot.outbox.delivery import DeliveryError

DOWNLOAD_LIMIT = 20_000_000
PHOTO_LIMIT = 10_000_000
UPLOAD_LIMIT = 50_000_000

log = logging.getLogger(__name__)


class Shelf:
    """The media folder as this account may use it."""

    def __init__(self, folder: Path, account: str) -> None:
        self._folder = folder.resolve()
        self._account = account

    def sendable(self, attachments: Sequence[Attachment]) -> list[Attachment]:
        """Those that Telegram will take; the text still goes where a file is gone, and the log says which."""
        found = [self._fitted(attachment) for attachment in attachments]
        missing = [a.path or a.kind for a, fit in zip(attachments, found, strict=True) if fit is None]
        if missing:
            log.warning("attachments cannot be sent: %s", missing, extra={"action": "attachment_missing"})
        return [fit for fit in found if fit is not None]

    def file_id(self, attachment: Attachment) -> str:
        return own_file_id(self._account, attachment.remote)

    async def upload(self, attachment: Attachment, *, in_album: bool = False) -> InputFile:
        """The file's bytes under its name. Raises DeliveryError where it has gone since."""
        path = self._path(attachment)
        if path is None:
            raise DeliveryError(f"The file is not in the media folder: {attachment.path}", permanent=True)
        try:
            content = await asyncio.to_thread(path.read_bytes)
        except OSError as error:
            raise DeliveryError(f"The file cannot be read: {attachment.path} ({error.strerror})") from None
        return InputFile(content, filename=attachment.name or path.name, attach=in_album)

    def on_disk(self, attachment: Attachment) -> bool:
        return self._path(attachment) is not None

    def _fitted(self, attachment: Attachment) -> Attachment | None:
        if attachment.kind == "location":
            return attachment if place(attachment.remote) else None
        if self.file_id(attachment):
            return attachment
        path = self._path(attachment)
        if path is None or not 0 < (size := path.stat().st_size) <= UPLOAD_LIMIT:
            return None
        # A picture over Telegram's limit for photos still goes as a document.
        return (
            replace(attachment, kind="file")
            if attachment.kind == "photo" and size > PHOTO_LIMIT
            else attachment
        )

    def _path(self, attachment: Attachment) -> Path | None:
        if not attachment.path:
            return None
        path = (self._folder / attachment.path).resolve()
        return path if path.is_relative_to(self._folder) and path.is_file() else None


async def download(client: Client, attachment: Attachment) -> bytes:
    """The content of something a person sent to this bot. Raises DeliveryError; over 20 MB it is permanent."""
    file_id = own_file_id(client.account, attachment.remote)
    if not file_id:
        raise DeliveryError("Not a file of this Telegram account", permanent=True)
    with client.errors():
        file = await client.bot.get_file(file_id)
        if (file.file_size or 0) > DOWNLOAD_LIMIT:
            raise DeliveryError("The file is over Telegram's 20 MB for bots", permanent=True)
        return bytes(await file.download_as_bytearray())
