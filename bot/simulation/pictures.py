"""Pictures that people of the demo send: copied into the media folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.messages import Attachment
from bot.outbox import media_folder


def kept_picture(source: Path, media: Path) -> Attachment:
    """The same picture twice is one file."""
    picture = Attachment("photo", name=source.name)
    return replace(picture, path=media_folder.put(media, picture, source.read_bytes()))
