"""Pictures from one platform to another: a platform's id of a file means nothing elsewhere, so the file itself travels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import structlog

from bot.messages import Address, Attachment, Outgoing
from bot.outbox import media_folder
from bot.outbox.delivery import Channel, DeliveryError, Prepares

log = structlog.get_logger(__name__)


SENDS_AGAIN = frozenset({"telegram"})
"""Channels that send a file of their own account by its id; of the others, ids are for fetching only."""


class Carrier:
    """A channel whose messages bring their files along: what it cannot send by its id is fetched from where it is.

    `channels` by name and account; `folder` is the media folder. A file that cannot be had stays as it is, and the
    channel says so in its own way; one that cannot be had now is waited for.
    """

    def __init__(self, channel: Channel, channels: Mapping[tuple[str, str], Channel], folder: Path) -> None:
        self.name = channel.name
        self.account = channel.account
        self.pace = channel.pace
        self._channel = channel
        self._channels = channels
        self._folder = folder

    def prepare(self, work: Any, message: Outgoing) -> None:
        """Only for messages that are sent as they are."""
        if isinstance(self._channel, Prepares) and not any(map(self._must_be_brought, message.attachments)):
            self._channel.prepare(work, message)

    async def send(self, message: Outgoing, platform_id: str) -> str:
        if any(map(self._must_be_brought, message.attachments)):
            brought = [await self._brought(one) for one in message.attachments]
            message = replace(message, attachments=tuple(brought))
        return await self._channel.send(message, platform_id)

    async def fetch(self, attachment: Attachment) -> bytes:
        return await self._channel.fetch(attachment)

    def is_group(self, address: Address) -> bool:
        return self._channel.is_group(address)

    def _must_be_brought(self, attachment: Attachment) -> bool:
        source = media_folder.sender_of(attachment)
        is_own = source == (self.name, self.account)
        return not attachment.path and source in self._channels and not (is_own and self.name in SENDS_AGAIN)

    async def _brought(self, attachment: Attachment) -> Attachment:
        if not self._must_be_brought(attachment):
            return attachment
        try:
            content = await self._channels[media_folder.sender_of(attachment)].fetch(attachment)
        except DeliveryError as error:
            if not error.permanent:
                raise
            log.warning("media_lost", action="media_lost", reason=error.reason)
            return attachment
        return replace(attachment, path=await media_folder.keep(self._folder, attachment, content))
