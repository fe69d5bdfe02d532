"""What WeCom takes: bytes of a text, and the parts of a template card."""

from __future__ import annotations

import re

from bot.simulation.platforms.tencent import Refusal
from bot.simulation.platforms.wecom.state import Json, Key, State

TEXT = 2048
MARKDOWN = 4096
BOT_MARKDOWN = 20_480
TITLE, SUBTITLE = 36, 160
"""Characters that the clients show; the rest is cut off on the screen."""
_TASK = re.compile(r"[A-Za-z0-9_@-]{1,128}")


def size(text: str) -> int:
    return len(text.encode())


def said(content: Json, limit: int) -> str:
    text = content.get("content")
    if not isinstance(text, str) or not text:
        raise Refusal(44004, "empty content")
    if size(text) > limit:
        raise Refusal(45002, "content size out of limit")
    return text


def card_ok(card: Json) -> tuple[str, tuple[Key, ...]]:
    """What a phone shows of a button_interaction card: its text and its keys."""
    if card.get("card_type") != "button_interaction":
        raise Refusal(40058, "invalid card_type")
    title = card.get("main_title", {}).get("title", "")
    below = card.get("sub_title_text", "")
    if not title and not below:
        raise Refusal(40058, "main_title.title or sub_title_text missing")
    listed = card.get("button_list")
    if not isinstance(listed, list) or not 1 <= len(listed) <= 6:
        raise Refusal(40058, "button_list must have 1 to 6 items")
    if not _TASK.fullmatch(card.get("task_id", "")):
        raise Refusal(40058, "invalid task_id")
    text = "\n".join(part for part in (title[:TITLE], below[:SUBTITLE]) if part)
    if card.get("replace_text"):
        return f"{text}\n〔{card['replace_text']}〕", ()
    keys = tuple(_key(one) for one in listed)
    if len({key.token for key in keys if key.token}) != len([key for key in keys if key.token]):
        raise Refusal(40058, "button keys repeat")
    return text, keys


def new_card(state: State, card: Json, chat: str) -> tuple[str, tuple[Key, ...]]:
    """The same for a card that is sent: its task_id must be new."""
    shown = card_ok(card)
    if card["task_id"] in state.cards:
        raise Refusal(40058, "task_id repeats")
    state.cards[card["task_id"]] = chat
    return shown


def _key(button: Json) -> Key:
    text, kind = button.get("text", ""), button.get("type", 0)
    if not text:
        raise Refusal(40058, "button text missing")
    if kind == 1:
        if not str(button.get("url", "")).startswith(("http://", "https://")):
            raise Refusal(40058, "invalid button url")
        return Key(text, url=button["url"])
    if not 1 <= size(button.get("key", "")) <= 1024:
        raise Refusal(40058, "invalid button key")
    return Key(text, button["key"])
