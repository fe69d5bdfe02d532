"""Photos and documents, out: by file_id where it is this account's, else from the media folder."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.channels.telegram.outbound import TelegramChannel
from bot.messages import Attachment
from bot.outbox.delivery import DeliveryError
from bot.simulation.platforms.telegram import Group, TelegramDouble, Voice
from bot.simulation.platforms.telegram.voices import JPEG
from tests.channels.telegram.desk import TAKE, Desk, to

pytestmark = pytest.mark.asyncio(loop_scope="session")


def photo(media: Path, name: str = "leak.jpg", content: bytes = JPEG) -> Attachment:
    (media / name).write_bytes(content)
    return Attachment("photo", path=name)


def shown(group: Group) -> list[str]:
    """What kind of message each was: a file's kind, or "text"."""
    kinds = ("photo", "document", "voice", "video", "location")
    heard = group.topic(0).heard()
    return [next((kind for kind in kinds if kind in seen.json), "text") for seen in heard]


async def test_an_owners_photo_goes_on_without_being_uploaded(
    channel: TelegramChannel, wang: Voice, works: Group, desk: Desk, telegram: TelegramDouble
) -> None:
    await wang.sends_photo("看这里")
    [got] = await desk.receives()
    await channel.send(to(works, "1501 漏水", (TAKE,), attachments=got.attachments), "")
    [seen] = works.topic(0).heard()
    assert (seen.text, seen.buttons, shown(works)) == ("1501 漏水", ["接单"], ["photo"])
    assert len(telegram.state.files) == 1


async def test_a_file_of_the_media_folder_is_uploaded(
    channel: TelegramChannel, works: Group, media: Path, telegram: TelegramDouble
) -> None:
    (media / "reply.pdf").write_bytes(b"%PDF-1")
    await channel.send(
        to(works, "回复函", attachments=(Attachment("file", "受理回复表.pdf", "reply.pdf"),)), ""
    )
    [file] = telegram.state.files.values()
    assert (file.name, file.content) == ("受理回复表.pdf", b"%PDF-1")


async def test_another_accounts_file_id_is_not_used(
    channel: TelegramChannel, works: Group, media: Path, telegram: TelegramDouble
) -> None:
    foreign = Attachment("photo", path=photo(media).path, remote="telegram:1:F1-1")
    await channel.send(to(works, "1501", attachments=(foreign,)), "")
    assert [file.content for file in telegram.state.files.values()] == [JPEG]


async def test_a_file_id_that_telegram_forgot_gives_way_to_the_folder(
    channel: TelegramChannel, works: Group, media: Path
) -> None:
    stale = Attachment("photo", path=photo(media).path, remote=f"telegram:{channel.account}:gone")
    await channel.send(to(works, "1501", attachments=(stale,)), "")
    assert shown(works) == ["photo"]


async def test_a_picture_that_telegram_cannot_read_goes_as_a_document(
    channel: TelegramChannel, works: Group, media: Path
) -> None:
    await channel.send(to(works, "1501", attachments=(photo(media, content=b"RIFFwebp"),)), "")
    assert shown(works) == ["document"]


async def test_a_picture_over_ten_megabytes_goes_as_a_document(
    channel: TelegramChannel, works: Group, media: Path
) -> None:
    await channel.send(to(works, "1501", attachments=(photo(media, content=JPEG + b"\0" * 10_000_000),)), "")
    assert shown(works) == ["document"]


async def test_a_text_too_long_for_a_caption_follows_the_picture(
    channel: TelegramChannel, works: Group, media: Path
) -> None:
    await channel.send(to(works, "漏" * 1025, (TAKE,), attachments=(photo(media),)), "")
    assert shown(works) == ["photo", "text"]
    assert works.last_card().text == "漏" * 1025


async def test_a_message_that_will_be_edited_keeps_its_text_apart(
    channel: TelegramChannel, works: Group, media: Path
) -> None:
    number = await channel.send(to(works, "1501", (TAKE,), attachments=(photo(media),), name="card:17"), "")
    assert shown(works) == ["photo", "text"]
    assert str(works.last_card().id) == number


async def test_several_pictures_are_one_album_and_the_buttons_sit_under_the_text(
    channel: TelegramChannel, works: Group, media: Path, telegram: TelegramDouble
) -> None:
    files = tuple(photo(media, f"{number}.jpg") for number in range(3))
    await channel.send(to(works, "1501 漏水", (TAKE,), attachments=files), "")
    assert shown(works) == ["photo", "photo", "photo", "text"]
    assert len(telegram.called("sendMediaGroup")) == 1
    assert works.last_card().text == "1501 漏水"


async def test_more_than_ten_pictures_are_two_albums_and_documents_a_third(
    channel: TelegramChannel, works: Group, media: Path, telegram: TelegramDouble
) -> None:
    pictures = [photo(media, f"{number}.jpg") for number in range(12)]
    papers = [Attachment("file", path="0.jpg"), Attachment("file", path="1.jpg")]
    await channel.send(to(works, "1501", attachments=(*pictures, *papers)), "")
    assert len(telegram.called("sendMediaGroup")) == 3
    assert shown(works) == ["photo"] * 12 + ["document"] * 2 + ["text"]


async def test_one_bad_picture_does_not_spoil_the_album(
    channel: TelegramChannel, works: Group, media: Path
) -> None:
    files = (photo(media, "a.jpg"), photo(media, "b.jpg", b"RIFFwebp"))
    await channel.send(to(works, "1501", attachments=files), "")
    assert shown(works) == ["photo", "document", "text"]


async def test_an_album_without_words_bears_its_buttons_on_the_last_picture(
    channel: TelegramChannel, works: Group, media: Path
) -> None:
    files = tuple(photo(media, f"{number}.jpg") for number in range(3))
    await channel.send(to(works, "", (TAKE,), attachments=files), "")
    assert [seen.buttons for seen in works.topic(0).heard()] == [[], [], ["接单"]]


async def test_voice_video_and_place_go_on_as_they_came(
    channel: TelegramChannel, wang: Voice, works: Group, desk: Desk
) -> None:
    await wang.sends_voice()
    await wang.sends_video()
    await wang.sends_location(22.5, 114.0)
    for got in await desk.receives():
        await channel.send(to(works, "", attachments=got.attachments), "")
    assert shown(works) == ["voice", "video", "location"]


@pytest.mark.parametrize("path", ["missing.jpg", "../secret.jpg", ""])
async def test_the_text_still_goes_where_the_file_is_gone_or_not_ours(
    channel: TelegramChannel, works: Group, media: Path, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    (media.parent / "secret.jpg").write_bytes(JPEG)
    with caplog.at_level(logging.WARNING):
        await channel.send(to(works, "1501", attachments=(Attachment("photo", path=path),)), "")
    assert shown(works) == ["text"]
    assert [record.__dict__["action"] for record in caplog.records] == ["attachment_missing"]


async def test_a_lone_file_that_is_gone_is_refused_for_good(channel: TelegramChannel, works: Group) -> None:
    with pytest.raises(DeliveryError) as refused:
        await channel.send(to(works, attachments=(Attachment("photo", path="missing.jpg"),)), "")
    assert refused.value.permanent
