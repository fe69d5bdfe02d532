"""Fetches photos that people sent: platforms keep them for a while only, and one platform's id means nothing to another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from bot.desk.ports import Work
from bot.desk.ticket import TicketPhoto
from bot.jobs import again
from bot.outbox import media_folder
from bot.outbox.delivery import Channel, DeliveryError

log = structlog.get_logger()
PAUSE = 5.0
BATCH = 10


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A photo that could not be had: how often, and when it is asked for again. A restart asks at once."""

    failures: int
    until: datetime


class Fetching:
    """`channels` by name and account; `folder` is the media folder."""

    def __init__(
        self,
        begin: Callable[[], AbstractContextManager[Work]],
        channels: Mapping[tuple[str, str], Channel],
        folder: Path,
    ) -> None:
        self._begin = begin
        self._channels = channels
        self._folder = folder
        self._waiting: dict[int, _Waiting] = {}

    async def run(self, clock: Callable[[], datetime]) -> None:
        """Until it is cancelled."""
        while True:
            try:
                fetched = await self.some(clock())
            except Exception:  # the database may be back at the next look
                log.exception("media_failed", action="media_failed")
                fetched = 0
            if not fetched:
                await asyncio.sleep(PAUSE)

    async def some(self, now: datetime) -> int:
        """Asks for some photos; returns how many. One that is gone for good is marked, and not asked for again."""
        wanted = self._wanted(now)
        for photo in wanted:
            path = await self._fetched(photo, now)
            if path is not None:
                self._waiting.pop(photo.id, None)
                with self._begin() as work:
                    work.tickets.photo_fetched(photo.id, path)
                    work.commit()
        return len(wanted)

    def _wanted(self, now: datetime) -> list[TicketPhoto]:
        """The oldest that can be asked for now: those of a channel that does not run wait until it does."""
        wanted: list[TicketPhoto] = []
        after = 0
        while len(wanted) < BATCH:
            with self._begin() as work:
                page = [photo for photo, _ in work.tickets.photos_to_fetch(BATCH, after=after)]
            if not page:
                break
            after = page[-1].id
            wanted += [photo for photo in page if self._may_ask(photo, now)]
        return wanted[:BATCH]

    def _may_ask(self, photo: TicketPhoto, now: datetime) -> bool:
        waiting = self._waiting.get(photo.id)
        if waiting is not None and waiting.until > now:
            return False
        return _is_place(photo) or media_folder.sender_of(photo.attachment) in self._channels

    async def _fetched(self, photo: TicketPhoto, now: datetime) -> str | None:
        """Its path in the media folder, empty where it cannot be had, None where it cannot be had now."""
        if _is_place(photo):
            return ""
        try:
            channel = self._channels[media_folder.sender_of(photo.attachment)]
            content = await channel.fetch(photo.attachment)
            return await media_folder.keep(self._folder, photo.attachment, content)
        except DeliveryError as error:
            log.warning("media_not_had", action="media_not_had", photo=photo.id, reason=error.reason)
            if error.permanent:
                return ""
            self._later(photo, now, timedelta(seconds=error.retry_after or 0))
        except Exception:  # a channel's mistake, a full disk: the others' photos are still asked for
            log.exception("media_failed", action="media_failed", photo=photo.id)
            self._later(photo, now)
        return None

    def _later(self, photo: TicketPhoto, now: datetime, at_least: timedelta = timedelta(0)) -> None:
        before = self._waiting.get(photo.id)
        failures = before.failures + 1 if before else 1
        self._waiting[photo.id] = _Waiting(failures, now + max(at_least, again.pause(failures)))


def _is_place(photo: TicketPhoto) -> bool:
    """It is all in its `remote`: there is no file."""
    return photo.attachment.kind == "location"
