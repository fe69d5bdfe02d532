"""Stand-ins that remember what they were given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from typing_extensions import override

from bot.desk.ports import Outbox
from bot.messages import Outgoing


class SentBox(Outbox):
    """An outbox that shows what was put into it. A second message with the same `dedupe` is left out."""

    def __init__(self) -> None:
        self.sent: list[Outgoing] = []

    @override
    def put(self, messages: Sequence[Outgoing], at: datetime, *, hold_until: datetime | None = None) -> None:
        for message in messages:
            if not message.dedupe or message.dedupe not in {sent.dedupe for sent in self.sent}:
                self.sent.append(message)
