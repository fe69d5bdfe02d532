"""What every channel promises, as the tests speak of it: one person on a platform, and the desk behind its channel.

What a platform does in its own way, as documented, is in its harness; the tests are the same for all.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typing_extensions import override

from bot.messages import Address, Attachment, Button, Incoming, Outgoing
from bot.outbox.delivery import Channel
from bot.outbox.dispatcher import Dispatcher
from storage import Storage, UnitOfWork
from tests.channels.clock import Clock

JPEG = b"\xff\xd8\xff\xe0picture"


@dataclass(frozen=True)
class Shown:
    """Something on the person's screen, as it stands now."""

    text: str = ""
    picture: bytes = b""


class Platform(ABC):
    """`answers` go out when the next thing comes in. `sentences` are more than one message holds, if it has a limit."""

    sentences = 600
    splits = True
    edits = True
    """Whether a message that was sent can be changed."""

    def __init__(self, channel: Channel, storage: Storage, clock: Clock, folder: Path) -> None:
        self.channel = channel
        self.storage = storage
        self.clock = clock
        self.folder = folder
        self.answers: list[Outgoing] = []
        self._dispatcher: Dispatcher[UnitOfWork] = Dispatcher(storage.begin, [channel])

    @property
    @abstractmethod
    def chat(self) -> Address:
        """Where the desk writes to the person."""

    @property
    @abstractmethod
    def kept(self) -> Sequence[Incoming]:
        """All that came in, each once."""

    @abstractmethod
    async def says(self, text: str) -> None: ...

    @abstractmethod
    async def sends_photo(self, content: bytes) -> None: ...

    @abstractmethod
    async def taps(self, label: str) -> None: ...

    @abstractmethod
    async def brings_again(self) -> None:
        """The platform delivers the last thing once more."""

    @abstractmethod
    def seen(self) -> list[Shown]:
        """The chat, oldest first."""

    @abstractmethod
    def throttles(self) -> float:
        """The next message meets the platform's limit; seconds that it must be left alone."""

    @abstractmethod
    def refuses(self) -> None:
        """The next message is refused for good."""

    async def content(self, attachment: Attachment) -> bytes:
        """What a person sent."""
        return await self.channel.fetch(attachment)

    def message(self, text: str, *labels: str, **more: Any) -> Outgoing:
        """To the person; the token of a button is `t:` and its number."""
        row = tuple(Button(label, token=f"t:{n}") for n, label in enumerate(labels))
        return Outgoing(self.chat, text, buttons=(row,) if row else (), **more)

    async def sends(self, *messages: Outgoing) -> None:
        """Queued and delivered, as far as it goes."""
        with self.storage.begin() as work:
            work.outbox.put(messages, self.clock())
            work.commit()
        await self._dispatcher.deliver_due(self.clock())

    async def passes(self, seconds: float) -> None:
        self.clock.passes(seconds=seconds)
        await self._dispatcher.deliver_due(self.clock())

    async def answered(self, before: int) -> None:
        """Something came in, if `kept` has grown: the desk answers."""
        if len(self.kept) > before:
            found, self.answers = self.answers, []
            await self.sends(*found)

    def states(self) -> list[str]:
        """What became of the messages, oldest first."""
        kinds: Any = ("waiting", "held", "sent", "dead", "expired", "merged")
        with self.storage.begin() as work:
            return [envelope.state for envelope in work.queue.listing(kinds, 100)]


class OwnInbox(Platform):
    """With an inbox of its own, for channels whose tests have no office."""

    def __init__(self, channel: Channel, clock: Clock, folder: Path) -> None:
        super().__init__(channel, Storage.memory(), clock, folder)
        self._kept: list[Incoming] = []

    @property
    @override
    def kept(self) -> Sequence[Incoming]:
        return self._kept

    def take(self, batch: Sequence[Incoming]) -> None:
        with self.storage.begin() as work:
            self._kept += [one for one in batch if work.inbox.take(one, self.clock(), handled=True)]
            work.commit()
