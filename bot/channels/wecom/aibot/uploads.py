"""A file out over the long connection: announced, sent in pieces, finished."""

from __future__ import annotations

import base64
import hashlib

from bot.channels.wecom.aibot.connection import Connection
from bot.channels.wecom.client import media_id_in
from bot.channels.wecom.media import File

PIECE = 512 * 1024
IMAGE = 2_000_000


async def upload(connection: Connection, file: File) -> str:
    """The media id, for three days. Raises ApiError or Unreachable."""
    pieces = [file.content[at : at + PIECE] for at in range(0, len(file.content), PIECE)]
    announced = {
        "type": file.kind,
        "filename": file.name[:80],
        "total_size": len(file.content),
        "total_chunks": len(pieces),
        "md5": hashlib.md5(file.content, usedforsecurity=False).hexdigest(),
    }
    begun = await connection.request("aibot_upload_media_init", announced)
    upload_id = str(begun.get("upload_id", ""))
    for number, piece in enumerate(pieces):
        data = {
            "upload_id": upload_id,
            "chunk_index": number,
            "base64_data": base64.b64encode(piece).decode(),
        }
        await connection.request("aibot_upload_media_chunk", data)
    return media_id_in(await connection.request("aibot_upload_media_finish", {"upload_id": upload_id}))
