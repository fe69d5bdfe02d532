"""Changing what the bot has said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.simulation.platforms.telegram.methods.sending import answered, chat_of
from bot.simulation.platforms.telegram.params import Params
from bot.simulation.platforms.telegram.rules import bad, caption_ok, markup_ok, text_ok
from bot.simulation.platforms.telegram.state import Json

if TYPE_CHECKING:
    from bot.simulation.platforms.telegram.double import TelegramDouble


async def edit_message_text(telegram: TelegramDouble, params: Params) -> Json:
    message = _own(telegram, params)
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    return _change(telegram, message, params, {"text": text_ok(params.text("text"))})


async def edit_message_caption(telegram: TelegramDouble, params: Params) -> Json:
    message = _own(telegram, params)
    if "text" in message:
        raise bad("there is no caption in the message to edit")
    return _change(telegram, message, params, {"caption": caption_ok(params.text("caption"))})


async def edit_message_reply_markup(telegram: TelegramDouble, params: Params) -> Json:
    return _change(telegram, _own(telegram, params), params, {})


async def delete_message(telegram: TelegramDouble, params: Params) -> bool:
    if telegram.state.messages.pop((params.integer("chat_id"), params.integer("message_id")), None) is None:
        raise bad("message to delete not found")
    return True


def _own(telegram: TelegramDouble, params: Params) -> Json:
    chat = chat_of(telegram, params)
    message = telegram.state.messages.get((chat.id, params.integer("message_id")))
    if message is None:
        raise bad("message to edit not found")
    if message["from"]["id"] != telegram.state.account or "keyboard" in message.get("reply_markup", {}):
        raise bad("message can't be edited")
    return message


def _change(telegram: TelegramDouble, message: Json, params: Params, content: dict[str, Any]) -> Json:
    chat = telegram.state.chats[message["chat"]["id"]]
    markup = markup_ok(params.data("reply_markup"), chat) or {}
    same = all(message.get(key) == value for key, value in content.items())
    if same and message.get("reply_markup", {}) == markup:
        what = "specified new message content and reply markup are exactly the same as a current content"
        raise bad(f"message is not modified: {what} and reply markup of the message")
    message.update(content, edit_date=telegram.state.stamp(), reply_markup=markup)
    if not markup:
        del message["reply_markup"]
    text = message.get("text") or message.get("caption", "")
    telegram.state.did("edit", chat.id, text, dict(message))
    return answered(message)
