"""HTTP in front of the doubles: one server, many bots, told apart by their tokens."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.simulation.platforms.telegram.double import TelegramDouble
from bot.simulation.platforms.telegram.methods import METHODS
from bot.simulation.platforms.telegram.outage import Gateway
from bot.simulation.platforms.telegram.params import params_of
from bot.simulation.platforms.telegram.state import ApiError, Call


class Switchboard:
    """`app` answers /bot<token>/<method> and /file/bot<token>/<path> for the doubles that are registered."""

    def __init__(self, *doubles: TelegramDouble) -> None:
        self._doubles = {double.state.token: double for double in doubles}
        self.app = Starlette(
            routes=[
                Route("/bot{token}/{method}", self._call, methods=["GET", "POST"]),
                Route("/file/bot{token}/files/{file_id}/{name}", self._file),
            ]
        )

    def register(self, double: TelegramDouble) -> TelegramDouble:
        self._doubles[double.state.token] = double
        return double

    async def _call(self, request: Request) -> Response:
        try:
            double = self._double(request)
            double.outage.hit()
            return _answer(200, {"ok": True, "result": await _result(double, request)})
        except ApiError as error:
            return _refusal(error)
        except Gateway as page:
            return Response("<html>gateway</html>", status_code=page.status)

    async def _file(self, request: Request) -> Response:
        try:
            double = self._double(request)
            double.outage.hit()
            file = double.state.files.get(request.path_params["file_id"])
        except ApiError as error:
            return _refusal(error)
        except Gateway as page:
            return Response("<html>gateway</html>", status_code=page.status)
        return Response(file.content) if file else Response(status_code=404)

    def _double(self, request: Request) -> TelegramDouble:
        token = request.path_params["token"]
        if not re.fullmatch(r"\d+:[\w-]+", token):
            raise ApiError(404, "Not Found")
        if token not in self._doubles:
            raise ApiError(401, "Unauthorized")
        return self._doubles[token]


async def _result(double: TelegramDouble, request: Request) -> Any:
    name = request.path_params["method"].lower()
    if name not in METHODS:
        raise ApiError(404, "Not Found: method not found")
    params = await params_of(request)
    double.state.calls.append(Call(name, params.values))
    refusals = double.state.refusals.get(name)
    if refusals and (refusal := refusals.pop(0)):
        raise refusal
    work = asyncio.ensure_future(METHODS[name](double, params))
    gone = asyncio.ensure_future(request.receive())
    # A caller that hangs up must not leave a long poll behind.
    await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
    gone.cancel()
    if not work.done():
        work.cancel()
        return []
    return work.result()


def _refusal(error: ApiError) -> Response:
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    return _answer(error.code, body)


def _answer(status: int, body: dict[str, Any]) -> Response:
    """Telegram writes everything but ASCII as escapes, so half an emoji can travel."""
    return Response(json.dumps(body), status_code=status, media_type="application/json")
