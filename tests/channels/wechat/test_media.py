"""Files in and pictures out."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.responses import JSONResponse, Response

from bot.messages import Attachment
from bot.outbox.delivery import DeliveryError
from bot.simulation.platforms.wechat import Voice
from bot.simulation.platforms.wechat.voices import JPEG
from tests.channels.wechat.office import Office, to

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def photo(office: Office, voice: Voice) -> Attachment:
    office.answers = [to(voice, "收到")]
    await (await voice.sends_photo())
    return office.kept[-1].attachments[0]


async def failure(office: Office, attachment: Attachment) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        await office.channel.fetch(attachment)
    return caught.value


async def test_a_picture_is_downloaded(office: Office, wang: Voice) -> None:
    assert await office.channel.fetch(await photo(office, wang)) == JPEG


async def test_after_three_days_its_id_is_dead(office: Office, wang: Voice) -> None:
    sent = await photo(office, wang)
    office.clock.passes(days=4)
    assert (await failure(office, Attachment("photo", remote=sent.remote.split(" ")[0]))).permanent


async def test_json_in_place_of_a_picture_is_no_picture(office: Office, wang: Voice) -> None:
    sent = await photo(office, wang)
    office.wechat.nonsense = [JSONResponse({"errcode": -1, "errmsg": "system error"})]
    error = await failure(office, Attachment("photo", remote=sent.remote.split(" ")[0]))
    assert not error.permanent


async def test_an_error_page_is_no_picture(office: Office, wang: Voice) -> None:
    sent = await photo(office, wang)
    office.wechat.nonsense = [Response("<html>gateway</html>", 502, media_type="text/html")]
    assert not (await failure(office, sent)).permanent


@pytest.mark.parametrize("remote", ["", "telegram:1:F1", "wechat:other:M1"])
async def test_somebody_elses_file_is_not_ours(office: Office, remote: str) -> None:
    assert (await failure(office, Attachment("photo", remote=remote))).permanent


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/a", "file:///etc/passwd", "http://evil.example/qpic.cn"])
async def test_no_address_but_the_platforms_is_ever_fetched(office: Office, url: str) -> None:
    office.wechat.state.rights.clear()
    assert (
        await failure(office, Attachment("photo", remote=f"wechat:{office.channel.account}:M1 {url}"))
    ).permanent


async def test_pictures_follow_their_text_and_each_counts(office: Office, wang: Voice, media: Path) -> None:
    for name in ("a.jpg", "b.png"):
        (media / name).write_bytes(JPEG)
    wang.follower.open("message", office.clock())
    shown = tuple(Attachment("photo", path=name) for name in ("a.jpg", "b.png"))
    await office.sends(to(wang, "修好了", attachments=shown))
    assert [(seen.text, seen.picture) for seen in wang.seen()] == [("修好了", b""), ("", JPEG), ("", JPEG)]
    assert wang.follower.allowances["message"][1] == 2


async def test_a_failed_picture_is_tried_again_alone(office: Office, wang: Voice, media: Path) -> None:
    (media / "a.jpg").write_bytes(JPEG)
    wang.follower.open("message", office.clock())
    office.wechat.refuse("/cgi-bin/media/upload", -1, "system error")
    await office.sends(to(wang, "修好了", attachments=(Attachment("photo", path="a.jpg"),)), to(wang, "再见"))
    assert [seen.text for seen in wang.seen()] == ["修好了\n\n再见"]
    office.clock.passes(minutes=1)
    await office.dispatcher.deliver_due(office.clock())
    assert [seen.text for seen in wang.seen()] == ["修好了\n\n再见", ""]
    assert wang.seen()[-1].picture == JPEG
    assert office.states() == ["sent", "sent"]


@pytest.mark.parametrize("path", ["../secret.jpg", "gone.jpg", "a.exe", "empty.jpg"])
async def test_what_cannot_be_shown_is_told_in_words(
    office: Office, wang: Voice, media: Path, path: str
) -> None:
    (media / "empty.jpg").touch()
    (media.parent / "secret.jpg").write_bytes(JPEG)
    wang.follower.open("message", office.clock())
    await office.sends(to(wang, "修好了", attachments=(Attachment("photo", path=path),)))
    assert "有 1 张照片" in wang.seen()[-1].text
    (media.parent / "secret.jpg").unlink()


async def test_places_and_documents_are_told_in_words(office: Office, wang: Voice) -> None:
    wang.follower.open("message", office.clock())
    files = (Attachment("location", "北门", remote="22.5,114.0"), Attachment("file", "回复表.docx", path="x"))
    await office.sends(to(wang, "请看", attachments=files))
    assert "📍 北门 22.5,114.0" in wang.seen()[-1].text
    assert "回复表.docx" in wang.seen()[-1].text
