"""The HTTP doors of `huiyin serve`: platforms' webhooks, health, readiness, metrics."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fastapi import APIRouter, FastAPI, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.web.metrics import Figures


def build(ready: Callable[[], Sequence[str]], figures: Figures, routers: Sequence[APIRouter]) -> FastAPI:
    """`ready` names what is not: an empty list opens /readyz."""
    doors = FastAPI(title="Huiyin", docs_url=None, redoc_url=None, openapi_url=None)
    for router in routers:
        doors.include_router(router)

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

    return doors
