"""The HTTP doors of `huiyin serve`: platforms' webhooks, health, readiness, metrics."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fastapi import APIRouter, FastAPI, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web.metrics import Figures


def build(ready: Callable[[], Sequence[str]], figures: Figures, routers: Sequence[APIRouter]) -> ASGIApp:
    """`ready` names what is not: an empty list opens /readyz."""
    doors = FastAPI(title="Huiyin", docs_url=None, redoc_url=None, openapi_url=None)
    for router in routers:
        doors.include_router(router)
    _add_own(doors, ready, figures)
    return Straight(doors, routers)


class Straight:
    """Leads to plain routes at once. All that FastAPI does before it gets there costs more than the parsing of a message.

    A plain route has a path without parameters and takes the request as it is (`add_route`); all others are left to `rest`.
    """

    def __init__(self, rest: ASGIApp, routers: Sequence[APIRouter]) -> None:
        self._rest = rest
        self._plain = {
            (method, route.path): route.endpoint
            for router in routers
            for route in router.routes
            if type(route) is Route and not route.param_convertors
            for method in (route.methods or ())
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        endpoint = self._plain.get((scope["method"], scope["path"])) if scope["type"] == "http" else None
        if endpoint is None:
            await self._rest(scope, receive, send)
            return
        response = await endpoint(Request(scope, receive, send))
        await response(scope, receive, send)


def _add_own(doors: FastAPI, ready: Callable[[], Sequence[str]], figures: Figures) -> None:

    @doors.get("/healthz")
    async def healthz() -> dict[str, str]:
        return {"status": "alive"}

    @doors.get("/readyz")
    async def readyz(response: Response) -> dict[str, object]:
        missing = list(ready())
        response.status_code = 503 if missing else 200
        return {"ready": not missing, "missing": missing}

    @doors.get("/metrics")
    async def metrics() -> Response:
        figures.refresh()
        return Response(generate_latest(figures.registry), media_type=CONTENT_TYPE_LATEST)
