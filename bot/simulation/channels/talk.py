"""The chats of all platforms as they look on the phones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from bot.web.demo.desk import Entry
from bot.web.demo.uploads import keep


class Talk:
    """`now` is the desk's clock. A chat has the name of its person or its group."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._chats: dict[str, list[Entry]] = defaultdict(list)
        self._numbers = count(1)
        self.revision = 0

    def entries(self, chat: str) -> Sequence[Entry]:
        return list(self._chats[chat])

    def wrote(self, chat: str, who: str, text: str, pictures: Sequence[Path] = ()) -> None:
        self._append(chat, "", text, who=who, photo_paths=tuple(pictures))

    def said(self, chat: str, key: str, text: str, **more: Any) -> None:
        """What a platform showed; one with a known key changes what it was."""
        entries = self._chats[chat]
        for place, old in enumerate(entries):
            if key and old.key == key:
                entries[place] = replace(old, text=text, buttons=more.get("buttons", ()))
                self.revision += 1
                return
        self._append(chat, key, text, **more)

    def notice(self, person: str, text: str) -> None:
        """Seen by that person alone, for a moment."""
        self._append(person, "", text, kind="notice")

    def _append(self, chat: str, key: str, text: str, **more: Any) -> None:
        number = next(self._numbers)
        whole = {"who": "", "buttons": (), "attachments": (), "kind": "message", **more}
        entry = Entry(seq=number, at=self._now(), chat=chat, text=text, key=key or f"n{number}", **whole)
        self._chats[chat].append(entry)
        self.revision += 1


def picture(content: bytes) -> tuple[Path, ...]:
    """Where a browser finds it; () for none."""
    kept = keep(content) if content else None
    return (kept,) if kept else ()
