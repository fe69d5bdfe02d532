"""One part, one request (or two, where Telegram refuses the shorter way)."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from telegram import Bot, InputMediaDocument, InputMediaPhoto, InputMediaVideo, LinkPreviewOptions, Message
from telegram.error import BadRequest

from bot.channels.telegram.client import Api
from bot.channels.telegram.faults import says
from bot.channels.telegram.keyboards import Keyboard
from bot.channels.telegram.media import Shelf
from bot.channels.telegram.parting import Part
from bot.channels.telegram.remote import place
from bot.messages import Attachment

log = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_TOPIC_GONE = ("thread not found", "topic_closed", "topic_deleted", "topic_id_invalid")
_ALBUM_ITEMS = {"photo": InputMediaPhoto, "video": InputMediaVideo, "file": InputMediaDocument}
_SENDERS: Mapping[str, Callable[..., Awaitable[Message]]] = {
    "photo": Bot.send_photo,
    "voice": Bot.send_voice,
    "video": Bot.send_video,
}
_FILE_REFUSED = ("file", "photo", "image", "dimensions", "media", "document")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says parts in one chat. `thread` 0 is the chat itself."""

    api: Api
    shelf: Shelf
    chat: int
    thread: int = 0

    async def say(self, part: Part, keys: Keyboard | None) -> str:
        """The id of the message, of an album's first. A forum topic that is gone gives way to the general one."""
        try:
            message = await self._say(part, keys)
        except BadRequest as error:
            if not (self.thread and says(error, *_TOPIC_GONE)):
                raise
            log.warning("topic %s of chat %s is gone", self.thread, self.chat, extra={"action": "topic_gone"})
            message = await Speaker(self.api, self.shelf, self.chat)._say(part, keys)
        return str(message.message_id)

    async def _say(self, part: Part, keys: Keyboard | None) -> Message:
        if not part.files:
            return await self.api.send_message(
                self.chat,
                part.text,
                message_thread_id=self.thread or None,
                reply_markup=keys,
                link_preview_options=NO_PREVIEW,
            )
        if len(part.files) > 1:
            return await self._album(part)
        return await self._file(part.files[0], part.text, keys)

    async def _album(self, part: Part) -> Message:
        try:
            items = [
                _ALBUM_ITEMS[file.kind](
                    self.shelf.file_id(file) or await self.shelf.upload(file, in_album=True)
                )
                for file in part.files
            ]
            return (await self.api.send_media_group(self.chat, items, message_thread_id=self.thread or None))[
                0
            ]
        except BadRequest as error:
            if not says(error, *_FILE_REFUSED):
                raise
        # One refused file spoils an album; singly, only that one takes its second way.
        sent = [await self._file(file, "", None) for file in part.files]
        return sent[0]

    async def _file(self, file: Attachment, caption: str, keys: Keyboard | None) -> Message:
        """By file_id, else by upload, else as a document: each when the one before was refused."""
        ways = [file, Attachment(file.kind, file.name, file.path), Attachment("file", file.name, file.path)]
        usable = [way for way in dict.fromkeys(ways) if way.remote or self.shelf.on_disk(way)]
        for way, following in zip(usable, [*usable[1:], None], strict=True):
            try:
                return await self._send_file(way, caption, keys)
            except BadRequest as error:
                if following is None or not says(error, *_FILE_REFUSED):
                    raise
        raise BadRequest("No file to send")

    async def _send_file(self, file: Attachment, caption: str, keys: Keyboard | None) -> Message:
        thread, point = self.thread or None, place(file.remote) if file.kind == "location" else None
        if point:
            return await self.api.send_location(
                self.chat, *point, message_thread_id=thread, reply_markup=keys
            )
        send = _SENDERS.get(file.kind, Bot.send_document)
        content = self.shelf.file_id(file) or await self.shelf.upload(file)
        return await send(
            self.api, self.chat, content, caption=caption or None, message_thread_id=thread, reply_markup=keys
        )
