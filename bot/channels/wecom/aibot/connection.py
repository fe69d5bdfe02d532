"""One WebSocket to the platform. Every frame is {cmd, headers: {req_id}, body}; answers have the request's req_id."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from bot.channels.tencent.codes import ApiError, Unreachable

Json = dict[str, Any]
ANSWER_WITHIN = 8.0
OPEN_WITHIN = 8.0
LARGEST = 1_000_000
LONGEST_MESSAGE = 200


@dataclass(frozen=True, slots=True)
class Frame:
    """Something that the platform sent by itself."""

    command: str
    request: str
    body: Json = field(default_factory=dict)


class Connection:
    """An open connection. `ids` gives request ids."""

    def __init__(self, socket: ClientConnection, ids: Callable[[], str]) -> None:
        self._socket = socket
        self._ids = ids
        self._asked: dict[str, asyncio.Future[Json]] = {}

    async def request(self, command: str, body: Mapping[str, Any] | None = None, request: str = "") -> Json:
        """The answer's body. `request`: the id of the frame that is answered. Raises ApiError or Unreachable.

        The answer comes by `frames`, which somebody must be reading meanwhile.
        """
        key = request or self._ids()
        answer: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._asked[key] = answer
        frame = {"cmd": command, "headers": {"req_id": key}, **({"body": body} if body is not None else {})}
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                await self._socket.send(json.dumps(frame, ensure_ascii=False))
                return await answer
        except (WebSocketException, OSError, TimeoutError) as error:
            raise Unreachable(f"{type(error).__name__} at {command}") from None
        finally:
            self._asked.pop(key, None)

    async def frames(self) -> AsyncIterator[Frame]:
        """Until the connection ends. What cannot be read is skipped."""
        try:
            async for text in self._socket:
                found = self._sorted(text)
                if found is not None:
                    yield found
        except (WebSocketException, OSError):
            return
        finally:
            self._over()

    async def close(self) -> None:
        await self._socket.close()

    def _sorted(self, text: str | bytes) -> Frame | None:
        """A frame of the platform's own; None for an answer, which is handed to whoever asked."""
        try:
            frame = json.loads(text)
            request = str(frame["headers"]["req_id"])
        except (ValueError, RecursionError, KeyError, TypeError):
            return None
        body = frame.get("body")
        body = body if isinstance(body, dict) else {}
        command = frame.get("cmd")
        if isinstance(command, str) and command and "errcode" not in frame:
            return Frame(command, request, body)
        asked = self._asked.get(request)
        if asked is not None and not asked.done():
            _answer(asked, frame, body)
        return None

    def _over(self) -> None:
        for asked in self._asked.values():
            if not asked.done():
                asked.set_exception(Unreachable("the connection ended"))


async def dial(url: str, ids: Callable[[], str]) -> Connection:
    """Opens a connection. Raises Unreachable."""
    # A proxy of the environment is for the way out; a server on this machine is never behind it.
    outside = urlsplit(url).hostname not in ("127.0.0.1", "localhost", "::1")
    try:
        socket = await connect(
            url, open_timeout=OPEN_WITHIN, close_timeout=2, max_size=LARGEST, proxy=True if outside else None
        )
    except (WebSocketException, OSError, TimeoutError, ValueError) as error:
        raise Unreachable(f"{type(error).__name__} at the AI bot's address") from None
    return Connection(socket, ids)


@asynccontextmanager
async def reading(connection: Connection) -> AsyncIterator[None]:
    """Inside, answers arrive; the platform's own frames are passed over."""

    async def read() -> None:
        async for _ in connection.frames():
            pass

    task = asyncio.create_task(read())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


def _answer(asked: asyncio.Future[Json], frame: Json, body: Json) -> None:
    code = frame.get("errcode", 0)
    if code:
        number = code if isinstance(code, int) else -1
        asked.set_exception(ApiError(number, str(frame.get("errmsg", ""))[:LONGEST_MESSAGE], "the AI bot"))
    else:
        asked.set_result(body)
