"""Fetches photos that people sent: platforms keep them for a while only, and one platform's id means nothing to another."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

import structlog

from bot.desk.ports import Work
from bot.desk.ticket import TicketPhoto
from bot.messages import Attachment
from bot.outbox.delivery import Channel, DeliveryError

log = structlog.get_logger()
PAUSE = 5.0
BATCH = 10
_ENDINGS = {"photo": ".jpg", "voice": ".ogg", "video": ".mp4"}


async def fetch_media(
    begin: Callable[[], AbstractContextManager[Work]],
    channels: Mapping[tuple[str, str], Channel],
    folder: Path,
    clock: Callable[[], datetime],
) -> None:
    """Runs until it is cancelled."""
    while True:
        if not await fetch_some(begin, channels, folder):
            await asyncio.sleep(PAUSE)


async def fetch_some(
    begin: Callable[[], AbstractContextManager[Work]],
    channels: Mapping[tuple[str, str], Channel],
    folder: Path,
) -> int:
    """How many were looked at. One that cannot be had is marked, and not asked for again."""
    with begin() as work:
        waiting = list(work.tickets.photos_to_fetch(BATCH))
    fetched = 0
    for photo, _ in waiting:
        channel = channels.get(_sender(photo.attachment))
        path = await _fetch(channel, photo, folder) if channel else ""
        with begin() as work:
            work.tickets.photo_fetched(photo.id, path)
            work.commit()
        fetched += 1
    return fetched


async def _fetch(channel: Channel, photo: TicketPhoto, folder: Path) -> str:
    """The path in the media folder, empty where the platform has it no more."""
    try:
        content = await channel.fetch(photo.attachment)
    except DeliveryError as error:
        log.warning("media_lost", action="media_lost", photo=photo.id, reason=error.reason)
        return ""
    ending = Path(photo.attachment.name).suffix or _ENDINGS.get(photo.attachment.kind, "")
    name = f"{hashlib.sha256(content).hexdigest()[:24]}{ending.lower()}"
    await asyncio.to_thread(_write, folder / name, content)
    return name


def _sender(attachment: Attachment) -> tuple[str, str]:
    """Whose it is: `remote` begins with the channel and the account that it came through."""
    channel, _, rest = attachment.remote.partition(":")
    return channel, rest.partition(":")[0]


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
