"""Files in: downloaded at once, for their ids die after three days."""

from __future__ import annotations

from urllib.parse import urlsplit

import httpx

from bot.channels.tencent.api import DOWNLOAD_LIMIT
from bot.channels.tencent.codes import ApiError, Unreachable
from bot.channels.wechat.client import Client
from bot.channels.wechat.codes import CODES
from bot.channels.wechat.remote import own_media
from bot.messages import Attachment
from bot.outbox.delivery import DeliveryError

_PICTURE_HOSTS = (".qpic.cn", ".qlogo.cn")


async def download(client: Client, attachment: Attachment) -> bytes:
    """The content of something a person sent to this account. Raises DeliveryError.

    A picture has a public address besides, which serves accounts that may not use the media interface.
    """
    media_id, url = own_media(client.account, attachment.remote)
    if not media_id:
        raise DeliveryError("Not a file of this official account", permanent=True)
    try:
        return await client.media(media_id)
    except Unreachable as error:
        raise CODES.verdict(error) from None
    except ApiError as error:
        if _is_picture(url, client.api.origin):
            return await _picture(url)
        # Whatever it is (40007: the id is dead), it will not come back; what stops everything else is waited for.
        verdict = CODES.verdict(error)
        waits = verdict.retry_after is not None or error.code == -1
        raise verdict if waits else DeliveryError(str(error), permanent=True) from None


async def _picture(url: str) -> bytes:
    content = bytearray()
    try:
        async with httpx.AsyncClient(timeout=10.0) as http, http.stream("GET", url) as answer:
            answer.raise_for_status()
            async for chunk in answer.aiter_bytes():
                content += chunk
                if len(content) > DOWNLOAD_LIMIT:
                    raise DeliveryError("The picture is over 20 MB", permanent=True)
    except httpx.HTTPError as error:
        raise DeliveryError(f"{type(error).__name__} at the picture's address") from None
    return bytes(content)


def _is_picture(url: str, origin: str) -> bool:
    """WeChat's own picture servers only, so that nobody makes us fetch from elsewhere."""
    asked, own = urlsplit(url), urlsplit(origin)
    host = asked.hostname or ""
    return asked.scheme in ("http", "https") and (
        host.endswith(_PICTURE_HOSTS) or (host, asked.port) == (own.hostname, own.port)
    )
