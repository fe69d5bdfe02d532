"""What the desk says, on Telegram: plain text, so no name or quotation can break the markup."""

from __future__ import annotations

from pathlib import Path

from telegram import ReplyKeyboardMarkup, ReplyKeyboardRemove
from telegram.error import BadRequest

from bot.channels.telegram.client import Client
from bot.channels.telegram.faults import says
from bot.channels.telegram.keyboards import Keyboard, contact_request, inline
from bot.channels.telegram.media import Shelf, download
from bot.channels.telegram.parting import Part, bearing, parts
from bot.channels.telegram.speaker import NO_PREVIEW, Speaker
from bot.channels.telegram.splitting import ANSWER_LIMIT, CAPTION_LIMIT, TEXT_LIMIT, fits, shortened
from bot.messages import Address, Attachment, Outgoing
from bot.outbox.delivery import DeliveryError, Pace

# 1 message a second to a chat, 20 a minute to a group, 30 a second in all.
PACE = Pace(chat=1.0, group=3.0, account=1 / 30)
ALERT_UNITS = 40
REMEMBERED = 256

_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid", "message not found")
_QUERY_OVER = ("query is too old", "query id is invalid", "query_id_invalid")


class TelegramChannel:
    """The Channel of one bot. Sending raises DeliveryError, whose reason carries no token."""

    def __init__(self, client: Client, media: Path, pace: Pace = PACE) -> None:
        """`media` is the folder that attachments' paths are relative to."""
        self.name = "telegram"
        self.account = client.account
        self.pace = pace
        self._client = client
        self._shelf = Shelf(media, client.account)
        self._begun: dict[Outgoing, list[str]] = {}
        self._asked: set[str] = set()

    async def send(self, message: Outgoing, platform_id: str) -> str:
        """Deliver; the id is that of the message with the buttons, else of the last.

        An edit changes text and buttons, not files; where there is nothing left to edit, it is said anew.
        """
        with self._client.errors():
            if message.sort == "notice" and message.tap:
                return await self._answer(message)
            if message.sort == "edit" and platform_id.isdecimal():
                return await self._edit(message, int(platform_id))
            return await self._say(message)

    async def fetch(self, attachment: Attachment) -> bytes:
        """The content of something a person sent, at most 20 MB."""
        return await download(self._client, attachment)

    def is_group(self, address: Address) -> bool:
        """Telegram's group ids are negative."""
        return address.chat.startswith("-")

    async def _answer(self, message: Outgoing) -> str:
        """A short word floats over the chat; a longer one waits to be read. A tap of long ago needs no answer."""
        text = shortened(message.text.strip(), ANSWER_LIMIT)
        try:
            await self._client.bot.answer_callback_query(
                message.tap, text or None, show_alert=not fits(text, ALERT_UNITS)
            )
        except BadRequest as error:
            if not says(error, *_QUERY_OVER):
                raise
        return ""

    async def _edit(self, message: Outgoing, message_id: int) -> str:
        try:
            return await self._change(message, message_id)
        except BadRequest as error:
            if says(error, "not modified"):
                return str(message_id)
            if not says(error, *_GONE):
                raise
        return await self._say(message)

    async def _change(self, message: Outgoing, message_id: int) -> str:
        api, chat, keys = self._client.bot, _chat(message), inline(message.buttons)
        text = message.text.strip()
        if not fits(text, TEXT_LIMIT):
            return await self._replace(message, message_id)
        if not text:
            await api.edit_message_reply_markup(chat, message_id, reply_markup=keys)
            return str(message_id)
        try:
            await api.edit_message_text(
                text, chat, message_id, reply_markup=keys, link_preview_options=NO_PREVIEW
            )
        except BadRequest as error:
            if not says(error, "no text in the message"):
                raise
            if not fits(text, CAPTION_LIMIT):
                return await self._replace(message, message_id)
            await api.edit_message_caption(chat, message_id, caption=text, reply_markup=keys)
        return str(message_id)

    async def _replace(self, message: Outgoing, message_id: int) -> str:
        """A text that no longer fits is said anew; the old message loses its buttons, lest two be live."""
        try:
            await self._client.bot.edit_message_reply_markup(_chat(message), message_id, reply_markup=None)
        except BadRequest as error:
            if not says(error, "not modified", *_GONE):
                raise
        return await self._say(message)

    async def _say(self, message: Outgoing) -> str:
        """All parts in order. When one fails, the retry of the same message goes on behind those that have arrived."""
        private = not self.is_group(message.to)
        found = parts(message, self._shelf.sendable(message.attachments), private=private)
        if not found:
            raise DeliveryError("There is nothing to send", permanent=True)
        speaker = Speaker(self._client.bot, self._shelf, _chat(message), _thread(message))
        ids = self._begun.pop(message, [])
        try:
            for part in found[len(ids) :]:
                keys = self._keys(part, message.to.chat)
                ids.append(await speaker.say(part, keys))
                self._note_asked(message.to.chat, keys)
        except BaseException:
            self._remember(message, ids)
            raise
        return ids[bearing(found)]

    def _keys(self, part: Part, chat: str) -> Keyboard | None:
        if part.ask:
            return contact_request(part.ask)
        if not part.rows and chat in self._asked:
            # The key that asked for the phone number stays on the screen of whoever typed the number instead.
            return ReplyKeyboardRemove()
        return inline(part.rows)

    def _note_asked(self, chat: str, keys: Keyboard | None) -> None:
        if isinstance(keys, ReplyKeyboardMarkup):
            self._asked.add(chat)
        if isinstance(keys, ReplyKeyboardRemove):
            self._asked.discard(chat)

    def _remember(self, message: Outgoing, ids: list[str]) -> None:
        if ids:
            self._begun[message] = ids
        while len(self._begun) > REMEMBERED:
            self._begun.pop(next(iter(self._begun)))


def _thread(message: Outgoing) -> int:
    return int(message.to.thread) if message.to.thread.isdecimal() else 0


def _chat(message: Outgoing) -> int:
    try:
        return int(message.to.chat)
    except ValueError:
        raise DeliveryError(f"Not a Telegram chat: {message.to.chat!r}", permanent=True) from None
