"""What all windows read of the desk: each thing once for a revision, and pictures as addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from nicegui import app

from bot.web.demo.desk import Chats, Entry, TicketLine

NUMBER = re.compile(r"\b[A-Z]{2}\d{6}-\d{3,}\b")


class Feed:
    def __init__(self, desk: Chats) -> None:
        self.desk = desk
        self._revision = -1
        self._entries: dict[str, Sequence[Entry]] = {}
        self._tickets: Sequence[TicketLine] = ()
        self._addresses: dict[Path, str] = {}

    def entries(self, chat: str) -> Sequence[Entry]:
        self._refresh()
        if chat not in self._entries:
            self._entries[chat] = self.desk.entries(chat)
        return self._entries[chat]

    def tickets(self) -> Sequence[TicketLine]:
        self._refresh()
        return self._tickets

    def ticket_in(self, text: str) -> TicketLine | None:
        """The ticket whose number stands first in the text."""
        found = NUMBER.search(text)
        return next((line for line in self.tickets() if found and line.number == found[0]), None)

    def newest(self, chat: str, readers: Sequence[str]) -> int:
        """The `seq` of the newest message in the chat that none of the readers wrote; -1 without one."""
        news = (e.seq for e in self.entries(chat) if e.kind == "message" and e.who not in readers)
        return max(news, default=-1)

    def address(self, picture: Path) -> str:
        """Where a browser finds the file; empty when it is gone."""
        if picture not in self._addresses:
            if not picture.is_file():
                return ""
            self._addresses[picture] = app.add_static_file(local_file=picture)
        return self._addresses[picture]

    def _refresh(self) -> None:
        if self._revision != self.desk.revision:
            self._revision = self.desk.revision
            self._entries.clear()
            self._tickets = self.desk.tickets()
