"""Photos are fetched from their platforms, and none keeps the others waiting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from typing_extensions import override

from bot.desk.ticket import TicketPhoto
from bot.jobs.media import BATCH, Fetching
from bot.messages import Attachment
from bot.outbox.delivery import Channel, DeliveryError
from storage import Storage
from tests.jobs.desk import NOW
from tests.outbox.recording_channel import RecordingChannel
from tests.storage.samples import leak


@dataclass
class Platform(RecordingChannel):
    """`troubles` by the photo's remote; whatever else is asked for is there."""

    troubles: dict[str, Exception] = field(default_factory=dict)
    wanted: list[str] = field(default_factory=list)

    @override
    async def fetch(self, attachment: Attachment) -> bytes:
        self.wanted.append(attachment.remote)
        if attachment.remote in self.troubles:
            raise self.troubles[attachment.remote]
        return attachment.remote.encode()


class Album:
    """A ticket with photos, and the job that fetches them."""

    def __init__(self, storage: Storage, folder: Path, *remotes: str) -> None:
        self.storage = storage
        self.platform = Platform("telegram", "7")
        channels: dict[tuple[str, str], Channel] = {("telegram", "7"): self.platform}
        self.fetching = Fetching(storage.begin, channels, folder)
        with storage.begin() as work:
            self.ticket = work.tickets.add(leak())
            work.commit()
        self.keep(*(Attachment("photo", remote=remote) for remote in remotes))

    def keep(self, *photos: Attachment) -> None:
        with self.storage.begin() as work:
            for photo in photos:
                work.tickets.keep_photo(TicketPhoto(self.ticket.id, "report", NOW, "王女士", photo))
            work.commit()

    async def fetched(self, seconds: float = 0) -> list[str]:
        """What was asked for in one look, so long after the beginning."""
        self.platform.wanted.clear()
        await self.fetching.some(NOW + timedelta(seconds=seconds))
        return list(self.platform.wanted)

    def waiting(self) -> list[str]:
        with self.storage.begin() as work:
            return [photo.attachment.remote for photo, _ in work.tickets.photos_to_fetch(50)]

    def paths(self) -> list[str]:
        with self.storage.begin() as work:
            return [photo.attachment.path for photo in work.tickets.photos(self.ticket.id)]


async def test_a_photo_is_fetched_once(storage: Storage, tmp_path: Path) -> None:
    album = Album(storage, tmp_path, "telegram:7:F1")
    assert await album.fetched() == ["telegram:7:F1"]
    (path,) = album.paths()
    assert (tmp_path / path).read_bytes() == b"telegram:7:F1"
    assert await album.fetched() == []


async def test_a_photo_that_cannot_be_had_now_is_asked_for_again(storage: Storage, tmp_path: Path) -> None:
    album = Album(storage, tmp_path, "telegram:7:F1", "telegram:7:F2")
    album.platform.troubles["telegram:7:F1"] = DeliveryError("later")
    assert await album.fetched() == ["telegram:7:F1", "telegram:7:F2"]
    assert await album.fetched(1) == []
    assert await album.fetched(6) == ["telegram:7:F1"]
    assert await album.fetched(30) == []
    del album.platform.troubles["telegram:7:F1"]
    assert await album.fetched(37) == ["telegram:7:F1"]
    assert all(album.paths())


async def test_the_platform_may_ask_for_a_longer_pause(storage: Storage, tmp_path: Path) -> None:
    album = Album(storage, tmp_path, "telegram:7:F1")
    album.platform.troubles["telegram:7:F1"] = DeliveryError("slowly", retry_after=60)
    await album.fetched()
    assert await album.fetched(59) == []
    assert await album.fetched(60) == ["telegram:7:F1"]


async def test_a_photo_that_is_gone_for_good_is_not_asked_for_again(storage: Storage, tmp_path: Path) -> None:
    album = Album(storage, tmp_path, "telegram:7:F1")
    album.platform.troubles["telegram:7:F1"] = DeliveryError("gone", permanent=True)
    await album.fetched()
    assert album.waiting() == []
    assert album.paths() == [""]


async def test_photos_of_a_channel_that_does_not_run_keep_nobody_waiting(
    storage: Storage, tmp_path: Path
) -> None:
    others = [f"wechat:wx:{n}" for n in range(BATCH + 1)]
    album = Album(storage, tmp_path, *others, "telegram:7:F1")
    assert await album.fetched() == ["telegram:7:F1"]
    assert album.waiting() == others


async def test_a_mistake_in_a_channel_does_not_end_the_fetching(storage: Storage, tmp_path: Path) -> None:
    album = Album(storage, tmp_path, "telegram:7:F1", "telegram:7:F2")
    album.platform.troubles["telegram:7:F1"] = KeyError("file_path")
    assert await album.fetched() == ["telegram:7:F1", "telegram:7:F2"]
    assert album.waiting() == ["telegram:7:F1"]


async def test_a_place_has_no_file(storage: Storage, tmp_path: Path) -> None:
    album = Album(storage, tmp_path)
    album.keep(Attachment("location", remote="22.5,114.0"))
    assert await album.fetched() == []
    assert album.waiting() == []
