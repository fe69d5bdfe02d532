from __future__ import annotations

from typing import Any, cast

import pytest

from bot.messages import Attachment
from tests.bad_input.desk import LEAK, Desk


@pytest.mark.parametrize("kind", ["photo", "voice", "video", "file", "location", "sticker", "dice", ""])
async def test_media_alone_is_answered_and_files_nothing(desk: Desk, kind: str) -> None:
    assert len(await desk.write("王女士", "", (kind,))) == 1
    assert desk.tickets == []


@pytest.mark.parametrize("kind", ["photo", "voice", "video", "file", "location", "sticker"])
async def test_media_with_a_report_stays_with_it(desk: Desk, kind: str) -> None:
    await desk.write("王女士", LEAK, (kind,))
    (ticket,) = desk.tickets
    with desk.stage.app.storage.begin() as work:
        assert [photo.attachment.kind for photo in work.tickets.photos(ticket.id)] == [kind]


async def test_fifty_photos_are_one_report(desk: Desk) -> None:
    await desk.write("王女士", LEAK, ("photo",) * 50)
    assert len(desk.tickets) == 1


async def test_strange_names_of_files_are_only_names(desk: Desk) -> None:
    strange = Attachment(cast(Any, "file"), name="../../etc/passwd\x00", remote="r" * 5000)
    await desk.bring(desk.text_of("王女士", "f1", LEAK, [strange]))
    await desk.stage.end_story()
    assert len(desk.tickets) == 1
