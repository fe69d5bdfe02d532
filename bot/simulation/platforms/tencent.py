"""What WeChat's and WeCom's interfaces have in common: bodies, answers and error codes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response


class Refusal(Exception):
    """An answer with an error code."""

    def __init__(self, code: int, message: str = "refused") -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def done(**more: object) -> Response:
    return JSONResponse({"errcode": 0, "errmsg": "ok", **more})


def told(message: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The type of a message and what it holds. Raises Refusal where it holds nothing of that type."""
    kind = str(message.get("msgtype"))
    content = message.get(kind)
    if not isinstance(content, dict):
        raise Refusal(40008, "invalid message type")
    return kind, content


async def body(request: Request) -> dict[str, Any]:
    """The request's JSON object. Raises Refusal for anything else."""
    try:
        found = json.loads(await request.body())
    except ValueError:
        raise Refusal(47001, "data format error") from None
    if not isinstance(found, dict):
        raise Refusal(47001, "data format error")
    return found
