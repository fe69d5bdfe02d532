"""Pictures that people of the demo send: copied into the media folder under their content's hash."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bot.messages import Attachment


def kept_picture(source: Path, media: Path) -> Attachment:
    """The same picture twice is one file."""
    content = source.read_bytes()
    name = f"{hashlib.sha256(content).hexdigest()[:24]}{source.suffix.lower()}"
    media.mkdir(parents=True, exist_ok=True)
    (media / name).write_bytes(content)
    return Attachment("photo", name=source.name, path=name)
