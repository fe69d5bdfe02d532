"""What a messaging platform remembers, in files that outlive the desk's process."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from typing_extensions import override

from bot.channels.console.channel import NAME
from bot.messages import Address, Attachment, Outgoing
from bot.outbox.delivery import Channel, DeliveryError, Pace

Row = Mapping[str, Any]


class Ledger:
    """Lines of JSON, each on the disk before `add` returns."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
        self.rows: list[Row] = self._read()

    def _read(self) -> list[Row]:
        return [json.loads(line) for line in self._path.read_text(encoding="utf-8").splitlines()]

    def add(self, row: Row) -> None:
        os.write(self._file, (json.dumps(row, ensure_ascii=False) + "\n").encode())
        os.fsync(self._file)
        self.rows.append(row)


class FileChannel(Channel):
    """Delivers into a ledger."""

    def __init__(self, delivered: Ledger, groups: Sequence[str]) -> None:
        self.name = NAME
        self.account = "demo"
        self.pace = Pace()
        self.delivered = delivered
        self._groups = groups

    @override
    async def send(self, message: Outgoing, platform_id: str) -> str:
        key = platform_id or str(len(self.delivered.rows) + 1)
        self.delivered.add({"id": key, **fingerprint(message)})
        return key

    @override
    async def fetch(self, attachment: Attachment) -> bytes:
        raise DeliveryError("there are no files here", permanent=True)

    @override
    def is_group(self, address: Address) -> bool:
        return address.chat in self._groups


def fingerprint(message: Outgoing) -> dict[str, Any]:
    """What tells one message from another; buttons have tokens of their own."""
    buttons = [[button.label, button.token] for row in message.buttons for button in row]
    return {
        "to": message.to.chat,
        "sort": message.sort,
        "text": message.text,
        "buttons": buttons,
        "tap": message.tap,
    }
