"""Messages without files, and answers to taps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.simulation.platforms.telegram.params import Params
from bot.simulation.platforms.telegram.rules import ANSWER, bad, length, markup_ok, open_chat, text_ok
from bot.simulation.platforms.telegram.state import ApiError, Chat, Json

if TYPE_CHECKING:
    from bot.simulation.platforms.telegram.double import TelegramDouble


def said(telegram: TelegramDouble, chat: Chat, params: Params, content: Json) -> Json:
    """Stores and shows a message of the bot's, with the topic and the keyboard that the request asks for."""
    markup = markup_ok(params.data("reply_markup"), chat)
    thread = params.integer("message_thread_id")
    topic = {"message_thread_id": thread, "is_topic_message": True} if thread else {}
    message = telegram.state.keep(chat, telegram.state.me, {**topic, **content})
    if markup:
        message["reply_markup"] = markup
    text = content.get("text") or content.get("caption", "")
    telegram.state.did("message", chat.id, text, dict(message))
    return answered(message)


def answered(message: Json) -> Json:
    """A message as the API returns it: with inline keyboards only."""
    if "inline_keyboard" in message.get("reply_markup", {}):
        return message
    return {key: value for key, value in message.items() if key != "reply_markup"}


def chat_of(telegram: TelegramDouble, params: Params) -> Chat:
    return open_chat(telegram.state, params.integer("chat_id"), params.integer("message_thread_id"))


async def send_message(telegram: TelegramDouble, params: Params) -> Json:
    chat = chat_of(telegram, params)
    return said(telegram, chat, params, {"text": text_ok(params.text("text"))})


async def send_location(telegram: TelegramDouble, params: Params) -> Json:
    chat = chat_of(telegram, params)
    point = {name: float(params.text(name)) for name in ("latitude", "longitude")}
    return said(telegram, chat, params, {"location": point})


async def answer_callback_query(telegram: TelegramDouble, params: Params) -> bool:
    text = params.text("text")
    if length(text) > ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    tapper = telegram.state.queries.pop(params.text("callback_query_id"), 0)
    if not tapper:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if text:
        telegram.state.did("notice", tapper, text, {"show_alert": params.flag("show_alert")})
    return True


async def leave_chat(telegram: TelegramDouble, params: Params) -> bool:
    chat = chat_of(telegram, params)
    if chat.private:
        raise ApiError(400, "Bad Request: chat member status can't be changed in private chats")
    chat.bot_inside = False
    return True
