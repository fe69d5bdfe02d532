"""The media folder: files that people sent, each under its content's hash, so that the same one twice is one file."""

from __future__ import annotations

import asyncio
import hashlib
from pathlib import Path

from bot.messages import Attachment

_ENDINGS = {"photo": ".jpg", "voice": ".ogg", "video": ".mp4"}


def sender_of(attachment: Attachment) -> tuple[str, str]:
    """Whose it is: `remote` begins with the channel and the account that it came through."""
    channel, _, rest = attachment.remote.partition(":")
    return channel, rest.partition(":")[0]


async def keep(folder: Path, attachment: Attachment, content: bytes) -> str:
    """Writes it beside the loop; returns its path in the folder. Raises OSError."""
    return await asyncio.to_thread(put, folder, attachment, content)


def put(folder: Path, attachment: Attachment, content: bytes) -> str:
    """Its path in the folder, with the ending of its name, else that of its kind. Raises OSError."""
    ending = Path(attachment.name).suffix or _ENDINGS.get(attachment.kind, "")
    name = f"{hashlib.sha256(content).hexdigest()[:24]}{ending.lower()}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return name
