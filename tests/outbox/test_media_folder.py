"""Where files of people lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.messages import Attachment
from bot.outbox import media_folder


def test_the_same_file_twice_is_one_file(tmp_path: Path) -> None:
    names = {media_folder.put(tmp_path / "media", Attachment("photo"), b"jpeg") for _ in range(2)}
    assert [path.name for path in (tmp_path / "media").iterdir()] == list(names)


@pytest.mark.parametrize(
    ("attachment", "ending"),
    [
        (Attachment("photo"), ".jpg"),
        (Attachment("voice"), ".ogg"),
        (Attachment("file", name="合同.PDF"), ".pdf"),
        (Attachment("file"), ""),
    ],
)
def test_the_name_keeps_its_ending(tmp_path: Path, attachment: Attachment, ending: str) -> None:
    assert Path(media_folder.put(tmp_path, attachment, b"x")).suffix == ending


def test_a_file_names_the_account_that_it_came_through() -> None:
    assert media_folder.sender_of(Attachment("photo", remote="telegram:7:F1")) == ("telegram", "7")
