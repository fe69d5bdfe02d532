"""Chats in memory: what anybody said, in order, with edits in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path

from bot.web.demo.desk import Entry

Buttons = tuple[tuple[str, str], ...]


class FakeChats:
    def __init__(self, now: datetime) -> None:
        self.now = now
        self._chats: dict[str, list[Entry]] = {}
        self._seqs = count()

    def of(self, chat: str) -> Sequence[Entry]:
        return tuple(self._chats.get(chat, ()))

    def say(
        self, chat: str, who: str, text: str, buttons: Buttons = (), photos: tuple[Path, ...] = ()
    ) -> str:
        """The key of the new message."""
        labels = ("(photo)",) * len(photos)
        seq = next(self._seqs)
        entry = Entry(seq, self.now, chat, who, text, buttons, labels, f"m{seq}", "message", photos)
        self._chats.setdefault(chat, []).append(entry)
        return entry.key

    def notice(self, person: str, text: str) -> None:
        seq = next(self._seqs)
        entry = Entry(seq, self.now, person, "", text, (), (), f"m{seq}", "notice")
        self._chats.setdefault(person, []).append(entry)

    def edit(self, key: str, text: str, buttons: Buttons) -> None:
        for entries in self._chats.values():
            for place, entry in enumerate(entries):
                if entry.key == key:
                    entries[place] = replace(entry, text=text, buttons=buttons)

    def button(self, chat: str, label: str) -> tuple[Entry, str]:
        """The newest message in the chat with this button, and the button's token."""
        for entry in reversed(self.of(chat)):
            for shown, token in entry.buttons:
                if shown == label:
                    return entry, token
        raise LookupError(f"no button {label} in {chat}")
