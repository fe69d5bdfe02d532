"""What the Bot API refuses, in its own words."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from bot.simulation.platforms.telegram.state import ApiError, Chat, Json, State

TEXT, CAPTION, ANSWER = 4096, 1024, 200


def bad(description: str, **parameters: int) -> ApiError:
    return ApiError(400, f"Bad Request: {description}", **parameters)


def length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def text_ok(text: str, limit: int = TEXT) -> str:
    if not text.strip():
        raise bad("message text is empty")
    if length(text) > limit:
        raise bad("message is too long")
    return text


def caption_ok(text: str) -> str:
    if length(text) > CAPTION:
        raise bad("message caption is too long")
    return text


def open_chat(state: State, chat_id: int, thread: int) -> Chat:
    """The chat, if the bot may write there."""
    chat = state.chats.get(chat_id)
    if chat is None:
        raise bad("chat not found")
    if chat.migrated_to:
        raise bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    if chat.private and not chat.started:
        raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
    if chat.blocked:
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    if not chat.bot_inside:
        raise ApiError(403, f"Forbidden: bot was kicked from the {chat.type} chat")
    if thread and thread not in chat.topics:
        raise bad("message thread not found")
    if thread and not chat.topics[thread]:
        raise bad("TOPIC_CLOSED")
    return chat


def markup_ok(markup: Any, chat: Chat) -> Json | None:
    """The keyboard as given, None where there is none."""
    if not markup:
        return None
    for key in (key for row in markup.get("inline_keyboard", []) for key in row):
        _inline_key_ok(key)
    for key in (key for row in markup.get("keyboard", []) for key in row):
        if isinstance(key, dict) and key.get("request_contact") and not chat.private:
            raise bad("phone number can be requested in private chats only")
    return dict(markup)


def _inline_key_ok(key: Json) -> None:
    if not key.get("text"):
        raise bad("inline keyboard button text must be non-empty")
    if "url" in key:
        if urlsplit(key["url"]).scheme not in ("http", "https", "tg"):
            raise bad(f"inline keyboard button URL '{key['url']}' is invalid: Wrong HTTP URL")
    elif not 1 <= len(key.get("callback_data", "").encode()) <= 64:
        raise bad("BUTTON_DATA_INVALID")
