"""A file that one platform knows reaches a person on another."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from typing_extensions import override

from bot.messages import Address, Attachment, Outgoing
from bot.outbox.carrying import Carrier
from bot.outbox.delivery import DeliveryError
from tests.outbox.recording_channel import RecordingChannel

PHOTO = Attachment("photo", remote="telegram:7:F1")


@dataclass
class Platform(RecordingChannel):
    """Holds one file, or fails; remembers what it was given to send."""

    content: bytes = b"jpeg"
    trouble: DeliveryError | None = None
    given: list[Attachment] = field(default_factory=list)

    @override
    async def fetch(self, attachment: Attachment) -> bytes:
        if self.trouble:
            raise self.trouble
        return self.content

    @override
    async def send(self, message: Outgoing, platform_id: str) -> str:
        self.given.extend(message.attachments)
        return await super().send(message, platform_id)


def channels(trouble: DeliveryError | None = None) -> tuple[Platform, Platform]:
    return Platform("telegram", "7", trouble=trouble), Platform("wechat", "wx1")


async def carried(
    folder: Path, attachment: Attachment, telegram: Platform, wechat: Platform
) -> list[Attachment]:
    known = {(one.name, one.account): one for one in (telegram, wechat)}
    message = Outgoing(Address("wechat", "wx1", "o1"), "看", attachments=(attachment,))
    await Carrier(wechat, known, folder).send(message, "")
    return wechat.given


async def test_a_photo_of_another_platform_is_brought_along(tmp_path: Path) -> None:
    (given,) = await carried(tmp_path, PHOTO, *channels())
    assert (tmp_path / given.path).read_bytes() == b"jpeg"
    assert given.path.endswith(".jpg")


@pytest.mark.parametrize(
    "own",
    [
        Attachment("photo", path="a.jpg", remote="telegram:7:F1"),
        Attachment("location", remote="22.5,114.0"),
        Attachment("photo", remote="telegram:8:F1"),
    ],
)
async def test_what_needs_no_carrying_stays_as_it_is(tmp_path: Path, own: Attachment) -> None:
    assert await carried(tmp_path, own, *channels(DeliveryError("never asked"))) == [own]


async def test_an_id_that_is_for_fetching_only_is_fetched_even_by_its_own_account(tmp_path: Path) -> None:
    (given,) = await carried(tmp_path, Attachment("photo", remote="wechat:wx1:M1"), *channels())
    assert (tmp_path / given.path).read_bytes() == b"jpeg"


async def test_a_photo_that_telegram_has_itself_is_sent_by_its_id(tmp_path: Path) -> None:
    telegram, wechat = channels(DeliveryError("never asked"))
    message = Outgoing(Address("telegram", "7", "1"), "看", attachments=(PHOTO,))
    await Carrier(telegram, {("telegram", "7"): telegram, ("wechat", "wx1"): wechat}, tmp_path).send(
        message, ""
    )
    assert telegram.given == [PHOTO]


async def test_a_photo_that_is_gone_for_good_does_not_stop_the_words(tmp_path: Path) -> None:
    gone = channels(DeliveryError("gone", permanent=True))
    assert await carried(tmp_path, PHOTO, *gone) == [PHOTO]


async def test_a_photo_that_cannot_be_had_now_is_waited_for(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match="later"):
        await carried(tmp_path, PHOTO, *channels(DeliveryError("later")))
