"""The JSON API client of both platforms.

A token is asked for once however many calls want it, and refreshed once when a call is refused because of it; a second
refusal is an error. No error and no log shows a URL, a token or a secret.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx

from bot.channels.tencent.codes import TOKEN_REJECTED, ApiError, Unreachable
from bot.channels.tencent.redaction import keep_secrets_out_of_logs, redacted
from bot.channels.tencent.token import Shelf, Token

Json = dict[str, Any]
T = TypeVar("T")
DOWNLOAD_LIMIT = 20_000_000
PATIENCE = httpx.Timeout(8.0, connect=4.0)
LONGEST_MESSAGE = 200


@dataclass(frozen=True, slots=True)
class Grant:
    """How a token is asked for: WeChat's stable_token is a POST, WeCom's gettoken a GET."""

    method: str
    path: str
    params: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: Mapping[str, Any] | None = field(default=None, repr=False)


class Api:
    """One account's API. `now` is the desk's clock, for the token's age. Methods raise ApiError or Unreachable."""

    def __init__(
        self,
        origin: str,
        grant: Grant,
        shelf: Shelf,
        now: Callable[[], datetime],
        *,
        timeout: httpx.Timeout = PATIENCE,
    ) -> None:
        keep_secrets_out_of_logs()
        self.origin = origin.rstrip("/")
        self._grant = grant
        self._shelf = shelf
        self._now = now
        self._timeout = timeout
        self._http: httpx.AsyncClient | None = None
        self._token: Token | None = None
        self._asking = asyncio.Lock()

    async def get(self, path: str, **params: str) -> Json:
        return await self._call("GET", path, params, None)

    async def post(self, path: str, body: Mapping[str, Any], **params: str) -> Json:
        return await self._call("POST", path, params, body)

    async def upload(self, path: str, name: str, content: bytes, kind: str, **params: str) -> Json:
        """One file as the form's `media`. `kind` is its content type."""
        return await self._call("POST", path, params, None, files={"media": (name, content, kind)})

    async def post_keyed(self, path: str, body: Mapping[str, Any], **params: str) -> Json:
        """Without a token: for an address that carries its own key."""
        return await self._json("POST", path, params, body)

    async def upload_keyed(self, path: str, name: str, content: bytes, kind: str, **params: str) -> Json:
        """`upload` without a token."""
        return await self._json("POST", path, params, None, files={"media": (name, content, kind)})

    async def download(self, path: str, **params: str) -> bytes:
        """A file's content. An error arrives as JSON in its place and is raised; over 20 MB it is 45001."""
        return await self._with_token(lambda token: self._content(path, {**params, **_named(token)}))

    async def token(self) -> str:
        """Asks for a token, if there is none; `huiyin check` tries it."""
        return (await self._valid_token()).value

    async def close(self) -> None:
        if self._http is not None:
            await self._http.aclose()

    async def _call(
        self, method: str, path: str, params: Mapping[str, str], body: Mapping[str, Any] | None, **more: Any
    ) -> Json:
        async def once(token: Token) -> Json:
            return await self._json(method, path, {**params, **_named(token)}, body, **more)

        return await self._with_token(once)

    async def _with_token(self, once: Callable[[Token], Awaitable[T]]) -> T:
        token = await self._valid_token()
        try:
            return await once(token)
        except ApiError as error:
            if error.code not in TOKEN_REJECTED:
                raise
        return await once(await self._valid_token(rejected=token))

    async def _valid_token(self, rejected: Token | None = None) -> Token:
        """One that lives and is not the rejected one: ours, another replica's, or a new one."""
        async with self._asking:
            refused = rejected.value if rejected else ""
            for find in (self._own, self._shelf.read):
                token = find()
                if token is not None and token.lives(self._now()) and token.value != refused:
                    self._token = token
                    return token
            self._token = await self._granted()
            self._shelf.write(self._token, self._now())
            return self._token

    def _own(self) -> Token | None:
        return self._token

    async def _granted(self) -> Token:
        asked, now = self._grant, self._now()
        answer = await self._json(asked.method, asked.path, asked.params, asked.body)
        value, seconds = answer.get("access_token"), answer.get("expires_in")
        if not isinstance(value, str) or not value or not isinstance(seconds, int):
            raise Unreachable(f"the answer of {asked.path} has no token")
        return Token(value, now + timedelta(seconds=seconds))

    async def _json(
        self,
        method: str,
        path: str,
        params: Mapping[str, str],
        body: Mapping[str, Any] | None,
        **more: Any,
    ) -> Json:
        if body is not None:
            # As UTF-8: both platforms show \u escapes of some interfaces as they stand.
            more = {"content": json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"), **more}
        try:
            answer = await self._client().request(method, self.origin + path, params=params, **more)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Unreachable(f"{type(error).__name__} at {path}") from None
        return _read(answer.status_code, answer.content, path)

    async def _content(self, path: str, params: Mapping[str, str]) -> bytes:
        try:
            async with self._client().stream("GET", self.origin + path, params=params) as answer:
                content = await _limited(answer, path)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Unreachable(f"{type(error).__name__} at {path}") from None
        kind = answer.headers.get("content-type", "")
        if answer.status_code != 200 or "json" in kind or kind.startswith("text/"):
            _read(answer.status_code, content, path)
            raise Unreachable(f"no file at {path}")
        return content

    def _client(self) -> httpx.AsyncClient:
        """Made at first use, inside the loop. A proxy of the environment is never for an API on this machine."""
        if self._http is None:
            outside = urlsplit(self.origin).hostname not in ("127.0.0.1", "localhost", "::1")
            verify = self.origin.startswith(
                "https:"
            )  # plain HTTP needs no certificates, and they load slowly
            self._http = httpx.AsyncClient(timeout=self._timeout, trust_env=outside, verify=verify)
        return self._http


async def _limited(answer: httpx.Response, path: str) -> bytes:
    content = bytearray()
    async for chunk in answer.aiter_bytes():
        content += chunk
        if len(content) > DOWNLOAD_LIMIT:
            raise ApiError(45001, "the file is over 20 MB", path)
    return bytes(content)


def _read(status: int, content: bytes, path: str) -> Json:
    """The answer as an object. Raises ApiError for its error code, Unreachable where it is none."""
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise Unreachable(f"HTTP {status} without JSON at {path}")
    code = answer.get("errcode", 0)
    if not isinstance(code, int):
        raise Unreachable(f"an errcode that is no number at {path}")
    if code:
        raise ApiError(code, redacted(str(answer.get("errmsg", "")))[:LONGEST_MESSAGE], path)
    if status >= 400:
        raise Unreachable(f"HTTP {status} at {path}")
    return answer


def _named(token: Token) -> dict[str, str]:
    return {"access_token": token.value}
