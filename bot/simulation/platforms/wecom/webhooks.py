"""The robots of groups, as documented: types, bytes, 20 a minute."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from bot.simulation.platforms.tencent import Refusal, body, done, told
from bot.simulation.platforms.wecom.interfaces import LIMITS, Interface, stored, uploaded
from bot.simulation.platforms.wecom.rules import MARKDOWN, TEXT, said
from bot.simulation.platforms.wecom.state import Json, Seen, State

A_MINUTE = 20
IMAGE = 2 * 2**20


async def webhook_send(state: State, request: Request) -> Response:
    key, asked = request.query_params.get("key", ""), await body(request)
    if key not in state.robots:
        raise Refusal(93000, "invalid webhook url")
    seen = _message(state, state.robots[key], asked)
    posted = state.posted.setdefault(key, [])
    if len([at for at in posted if at > state.now() - timedelta(minutes=1)]) >= A_MINUTE:
        raise Refusal(45009, "api freq out of limit")
    posted.append(state.now())
    state.show(seen)
    return done()


def _message(state: State, group: str, asked: Json) -> Seen:
    kind, content = told(asked)
    if kind in ("text", "markdown"):
        return Seen(group, kind, said(content, TEXT if kind == "text" else MARKDOWN))
    if kind == "image":
        return Seen(group, kind, content=_picture(content))
    if kind == "file":
        return Seen(group, kind, content=stored(state, kind, content))
    raise Refusal(40008, "invalid message type")


def _picture(content: Json) -> bytes:
    picture = base64.b64decode(content["base64"])
    if hashlib.md5(picture, usedforsecurity=False).hexdigest() != content["md5"]:
        raise Refusal(40058, "md5 does not match")
    if len(picture) > IMAGE:
        raise Refusal(40009, "invalid image size")
    return picture


async def webhook_upload(state: State, request: Request) -> Response:
    if request.query_params.get("key", "") not in state.robots:
        raise Refusal(93000, "invalid webhook url")
    kind = request.query_params.get("type", "")
    return done(media_id=state.store(kind, await uploaded(request, LIMITS[kind])))


WITH_KEY: Mapping[str, Interface] = {
    "/cgi-bin/webhook/send": webhook_send,
    "/cgi-bin/webhook/upload_media": webhook_upload,
}
