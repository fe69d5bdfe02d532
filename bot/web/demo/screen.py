"""What the parts of one window share: the feed, the words, what was seen, and how to act and say what failed."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from nicegui import ui
from nicegui.element import Element

from bot.web.demo.desk import Chats
from bot.web.demo.feed import Feed
from bot.web.demo.words import Words

logger = logging.getLogger(__name__)


class Screen:
    """One per window. `changed` redraws what the desk changed; `open_ticket` shows a ticket."""

    def __init__(self, feed: Feed, words: Words, root: Element) -> None:
        self.feed = feed
        self.desk: Chats = feed.desk
        self.words = words
        self.root = root
        self.changed: Callable[[], None] = lambda: None
        self.open_ticket: Callable[[int], Any] = lambda _: None
        self._seen: dict[str, int] = {}

    async def act(self, doing: Awaitable[None]) -> None:
        """Does it at the desk and shows what came of it; a failure is said, logged, and ends here."""
        try:
            await doing
        except Exception:
            logger.exception("the desk could not do what the page asked")
            self.say(self.words.failed)
        self.changed()

    def say(self, words: str) -> None:
        # A tap may redraw the very button it came from, so the message hangs on the page.
        with self.root:
            ui.notify(words, position="top", color="dark", timeout=3000)

    def see(self, chat: str, readers: Sequence[str]) -> None:
        self._seen[chat] = self.feed.newest(chat, readers)

    def is_new(self, chat: str, readers: Sequence[str]) -> bool:
        newest, seen = self.feed.newest(chat, readers), self._seen.get(chat, -1)
        # A desk that started over counts from the beginning again.
        return newest != seen and newest >= 0
