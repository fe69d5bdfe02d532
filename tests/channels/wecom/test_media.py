"""Files out: as what WeCom takes them, within its limits."""

from __future__ import annotations

import pytest

from bot.channels.wecom.media import Kind, fitted
from bot.messages import Attachment, Media
from bot.outbox.delivery import DeliveryError
from bot.simulation.platforms.wecom import Voice
from tests.channels.wecom.office import Office, to

pytestmark = pytest.mark.asyncio(loop_scope="session")

JPEG, PNG = b"\xff\xd8\xff picture", b"\x89PNG picture"


@pytest.mark.parametrize(
    ("kind", "content", "taken"),
    [
        ("photo", JPEG, "image"),
        ("photo", PNG, "image"),
        ("photo", b"RIFF webp picture", "file"),
        ("file", JPEG, "file"),
        ("photo", JPEG + bytes(10_000_001), "file"),
        ("voice", b"OggS voice", "file"),
        ("voice", b"#!AMR voice", "voice"),
        ("video", b"\0\0\0 ftypisom", "video"),
        ("video", b"webm video", "file"),
    ],
)
async def test_each_file_goes_as_what_wecom_takes(kind: Media, content: bytes, taken: Kind) -> None:
    assert fitted(Attachment(kind, path="a"), content).kind == taken


async def test_a_picture_goes_before_its_text(office: Office, li: Voice) -> None:
    (office.media / "a.jpg").write_bytes(JPEG)
    await office.channel.send(to(li, "照片", attachments=(Attachment("photo", path="a.jpg"),)), "")
    assert [(seen.kind, seen.content, seen.text) for seen in li.heard()] == [
        ("image", JPEG, ""),
        ("text", b"", "照片"),
    ]


@pytest.mark.parametrize("path", ["gone.jpg", "../desk.db", "", "empty.jpg"])
async def test_a_file_that_cannot_go_does_not_keep_the_text_back(
    office: Office, li: Voice, path: str
) -> None:
    (office.media / "empty.jpg").write_bytes(b"")
    await office.channel.send(to(li, "照片", attachments=(Attachment("photo", path=path),)), "")
    assert [(seen.kind, seen.text) for seen in li.heard()] == [("text", "照片")]


async def test_a_place_is_a_line(office: Office, li: Voice) -> None:
    place = Attachment("location", name="北门", remote="22.543096,114.057865")
    await office.channel.send(to(li, "在这里", attachments=(place,)), "")
    assert li.heard()[0].text == "在这里\n位置：北门 22.543096,114.057865"


async def test_a_file_whose_id_is_dead_is_given_up(office: Office) -> None:
    dead = Attachment("photo", remote=f"wecom:{office.channel.account}:media-dead")
    for remote in (dead, Attachment("photo", remote="telegram:7000001:F1")):
        with pytest.raises(DeliveryError) as caught:
            await office.channel.fetch(remote)
        assert caught.value.permanent


async def test_a_busy_platform_is_asked_for_the_file_again(office: Office, li: Voice) -> None:
    await li.sends_photo()
    office.wecom.refuse("/cgi-bin/media/get", -1)
    with pytest.raises(DeliveryError) as caught:
        await office.channel.fetch(office.kept[0].attachments[0])
    assert not caught.value.permanent
