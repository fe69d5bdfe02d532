"""Pictures from one platform to another: a platform's id of a file means nothing elsewhere, so the file itself travels."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import structlog

from bot.messages import Address, Attachment, Outgoing
from bot.outbox.delivery import Channel, DeliveryError

log = structlog.get_logger(__name__)
_ENDINGS = {"photo": ".jpg", "voice": ".ogg", "video": ".mp4"}


class Carrier:
    """A channel whose messages bring their files along: what is known to another channel only is fetched from there.

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

    async def send(self, message: Outgoing, platform_id: str) -> str:
        if any(map(self._is_foreign, message.attachments)):
            brought = [await self._brought(one) for one in message.attachments]
            message = replace(message, attachments=tuple(brought))
        return await self._channel.send(message, platform_id)

    async def fetch(self, attachment: Attachment) -> bytes:
        return await self._channel.fetch(attachment)

    def is_group(self, address: Address) -> bool:
        return self._channel.is_group(address)

    def _is_foreign(self, attachment: Attachment) -> bool:
        source = _source(attachment)
        return not attachment.path and source in self._channels and source != (self.name, self.account)

    async def _brought(self, attachment: Attachment) -> Attachment:
        if not self._is_foreign(attachment):
            return attachment
        try:
            content = await self._channels[_source(attachment)].fetch(attachment)
        except DeliveryError as error:
            if not error.permanent:
                raise
            log.warning("media_lost", action="media_lost", reason=error.reason)
            return attachment
        ending = Path(attachment.name).suffix or _ENDINGS.get(attachment.kind, "")
        name = f"{hashlib.sha256(content).hexdigest()[:24]}{ending.lower()}"
        await asyncio.to_thread(_write, self._folder / name, content)
        return replace(attachment, path=name)


def _source(attachment: Attachment) -> tuple[str, str]:
    """`remote` begins with the channel and the account that it came through."""
    channel, _, rest = attachment.remote.partition(":")
    return channel, rest.partition(":")[0]


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
