"""A channel without a platform: whatever is sent is handed to a listener, in order."""

from __future__ import annotations

from collections.abc import Callable

from bot.messages import Address, Attachment, Outgoing
from bot.outbox.delivery import DeliveryError, Pace

NAME = "console"
Listener = Callable[[Outgoing, str], None]


class ConsoleChannel:
    """Chats are named by the person or the group. The platform id of a message is its running number."""

    def __init__(self, listener: Listener, groups: frozenset[str], account: str = "demo") -> None:
        self.name = NAME
        self.account = account
        self.pace = Pace()
        self._listener = listener
        self._groups = groups
        self._count = 0

    def count_from(self, number: int) -> None:
        """Message ids go on from here, after a restart."""
        self._count = number

    async def send(self, message: Outgoing, platform_id: str) -> str:
        if message.sort == "edit" and not platform_id:
            raise DeliveryError("nothing to edit", permanent=True)
        self._count += 1
        key = platform_id or str(self._count)
        self._listener(message, key)
        return key

    async def fetch(self, attachment: Attachment) -> bytes:
        raise DeliveryError("console attachments are files already", permanent=True)

    def is_group(self, address: Address) -> bool:
        return address.chat in self._groups


def address_of(chat: str, account: str = "demo") -> Address:
    return Address(NAME, account, chat)
