"""An update becomes an Incoming, or nothing on purpose.

Nothing: channel posts, other bots' messages, people joining, pinned messages, polls, commands for another bot, and
whatever Telegram invents next. Also the new group's half of a migration, since the old group's half says it all.

Edited messages: an owner who corrects a text in private within a minute gets the whole text through as `edited`;
later, or in a group, the first version stands. Deletions are never told to bots.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot, CallbackQuery, Chat, ChatMemberUpdated, Message, Update

from bot.channels.telegram.commands import command, without_mention
from bot.channels.telegram.received import attachments, clean, display_name, own_phone, words
from bot.messages import Address, Arrival, Incoming

EDIT_WINDOW = timedelta(minutes=1)
_GONE = ("kicked", "left")

log = logging.getLogger(__name__)


class Unreadable(ValueError):
    """An update that is none: no object, no id, or parts of the wrong shape. The message names no content."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads updates for one account. `username` without "@", "" while it is not known."""

    bot: Bot | None
    account: str
    username: str = ""

    def read(self, raw: object, now: datetime) -> Incoming | None:
        """`raw` is an update's JSON; `now` stamps what has no time of its own. Raises Unreadable."""
        update_id = raw.get("update_id") if isinstance(raw, dict) else None
        if not isinstance(raw, dict) or not isinstance(update_id, int) or isinstance(update_id, bool):
            raise Unreadable("no update")
        try:
            return self.incoming(_parsed(raw, self.bot), now)
        except Exception as error:  # the library raises whatever a wrong shape leads to
            raise Unreadable(f"update {update_id}: {type(error).__name__}") from None

    def incoming(self, update: Update, now: datetime) -> Incoming | None:
        """What a person did, None where it concerns nobody."""
        key = f"u{update.update_id}"
        if update.callback_query:
            return self._tap(update.callback_query, key, now)
        if update.my_chat_member:
            return self._removed(update.my_chat_member, key)
        if update.edited_message:
            return self._correction(update.edited_message, key)
        return self._message(update.message, key) if update.message else None

    def _address(self, chat: Chat, message: Message | None = None) -> Address:
        # Replies in ordinary groups carry a thread id too; only a forum's topic is a place to answer in.
        topic = message.message_thread_id if message is not None and message.is_topic_message else None
        return Address("telegram", self.account, str(chat.id), str(topic) if topic else "")

    def _tap(self, query: CallbackQuery, key: str, now: datetime) -> Incoming | None:
        message = query.message
        if message is None or query.data is None:
            return None
        return Incoming(
            address=self._address(message.chat, message if isinstance(message, Message) else None),
            key=key,
            kind="tap",
            sender=str(query.from_user.id),
            at=now,
            private=message.chat.type == "private",
            sender_name=display_name(query.from_user),
            language=clean(query.from_user.language_code),
            token=clean(query.data),
            tap=clean(query.id),
            on=str(message.message_id),
        )

    def _removed(self, change: ChatMemberUpdated, key: str) -> Incoming | None:
        if change.new_chat_member.status not in _GONE:
            return None
        return Incoming(
            address=self._address(change.chat),
            key=key,
            kind="unreachable",
            sender=str(change.from_user.id),
            at=change.date,
            private=change.chat.type == "private",
            sender_name=display_name(change.from_user),
            language=clean(change.from_user.language_code),
        )

    def _correction(self, message: Message, key: str) -> Incoming | None:
        late = message.edit_date is None or message.edit_date - message.date > EDIT_WINDOW
        if late or message.chat.type != "private" or not message.text:
            log.info("edit ignored: update %s", key, extra={"action": "edit_ignored"})
            return None
        found = self._message(message, key)
        if found is None or found.kind != "text":
            return None
        return self._arrival(message, key, "text", text=found.text, on=str(message.message_id), edited=True)

    def _message(self, message: Message, key: str) -> Incoming | None:
        if message.chat.type == "channel":
            return None
        if message.migrate_to_chat_id:
            return self._arrival(message, key, "migrated", argument=str(message.migrate_to_chat_id))
        if not _written_by_a_person(message):
            return None
        sender = message.from_user.id if message.from_user else 0
        if message.contact and (number := own_phone(message.contact, sender)):
            return self._arrival(message, key, "contact", argument=number)
        return self._told(message, key)

    def _told(self, message: Message, key: str) -> Incoming | None:
        text = words(message)
        order = command(text)
        if order is None:
            text = text if message.chat.type == "private" else without_mention(text, self.username)
            files = attachments(message, self.account)
            known = bool(text.strip() or files or message.text)
            return self._arrival(message, key, "text", text=text, attachments=files) if known else None
        if not order.is_for(self.username):
            return None
        kind = _code_kind(order.name, order.code, private=message.chat.type == "private")
        if kind:
            return self._arrival(message, key, kind, argument=order.code)
        files = attachments(message, self.account)
        return self._arrival(message, key, "text", text=order.text, attachments=files)

    def _arrival(self, message: Message, key: str, kind: Arrival, **more: Any) -> Incoming:
        user = message.from_user
        return Incoming(
            address=self._address(message.chat, message),
            key=key,
            kind=kind,
            sender=str(user.id) if user else "",
            at=message.date,
            private=message.chat.type == "private",
            sender_name=display_name(user),
            language=clean(user.language_code if user else ""),
            message=str(message.message_id) if kind == "text" else "",
            **{"on": _replied_to(message), **more},
        )


def _parsed(raw: dict[str, Any], bot: Bot | None) -> Update:
    return Update.de_json(raw, bot)


def _code_kind(name: str, code: str, *, private: bool) -> Arrival | None:
    """A deep link into a group arrives there as /start CODE and means what /bind CODE means."""
    if name == "bind" or (name == "start" and code and not private):
        return "bind"
    return "start" if name == "start" and private else None


def _written_by_a_person(message: Message) -> bool:
    """An administrator who writes as the group itself counts: Telegram shows him as a bot of that name."""
    user = message.from_user
    if user is None or not user.is_bot:
        return user is not None
    return message.sender_chat is not None and message.sender_chat.id == message.chat.id


def _replied_to(message: Message) -> str:
    """In a topic every message replies to the one that opened the topic; that says nothing."""
    reply = message.reply_to_message
    if reply is None or (message.is_topic_message and reply.message_id == message.message_thread_id):
        return ""
    return str(reply.message_id)
