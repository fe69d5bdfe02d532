"""The chats of the demo as they look on the phones: what people wrote and what the desk said, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.messages import Attachment, Incoming, Outgoing
from bot.simulation.log import received, shown
from bot.web.demo.desk import Entry


class History:
    """`media` is where the photos are. `revision` grows with every change."""

    def __init__(self, media: Path) -> None:
        self._media = media
        self._chats: dict[str, list[Entry]] = defaultdict(list)
        self.revision = 0

    def entries(self, chat: str) -> Sequence[Entry]:
        return self._chats[chat]

    def clear(self) -> None:
        self._chats.clear()
        self.revision += 1

    def wrote(self, incoming: Incoming) -> None:
        """What a person wrote; taps leave no bubble."""
        if incoming.kind != "text":
            return
        self._append(
            Entry(
                seq=self.revision,
                at=incoming.at,
                chat=incoming.address.chat,
                who=incoming.sender,
                text=incoming.text,
                buttons=(),
                attachments=tuple(shown(a) for a in incoming.attachments),
                key=f"in:{incoming.key}",
                kind="message",
                photo_paths=self._paths(incoming.attachments),
            )
        )

    def said(self, message: Outgoing, key: str, at: datetime) -> None:
        """What the desk said; an edit replaces what it changes."""
        got = received(message, key, at)
        entry = Entry(
            seq=self.revision,
            at=at,
            chat=message.to.chat if got.kind != "notice" else got.to,
            who="",
            text=got.text,
            buttons=tuple(zip(got.buttons, got.tokens, strict=True)),
            attachments=got.attachments,
            key=key,
            kind="notice" if got.kind == "notice" else "message",
            photo_paths=self._paths(message.attachments),
        )
        if got.kind != "edit" or not self._replaced(entry):
            self._append(entry)

    def _replaced(self, entry: Entry) -> bool:
        chat = self._chats[entry.chat]
        for n in range(len(chat) - 1, -1, -1):
            if chat[n].key == entry.key:
                chat[n] = replace(entry, seq=chat[n].seq, at=chat[n].at)
                self.revision += 1
                return True
        return False

    def _append(self, entry: Entry) -> None:
        self._chats[entry.chat].append(entry)
        self.revision += 1

    def _paths(self, attachments: Sequence[Attachment]) -> tuple[Path, ...]:
        return tuple(self._media / a.path for a in attachments if a.path)
