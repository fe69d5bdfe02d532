"""The HTTP doors: platforms' plain routes go straight through, everything else is FastAPI's."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from fastapi import APIRouter, Request, Response

from bot.web.doors import build
from bot.web.metrics import Figures


class House:
    """`missing` keeps it from being ready."""

    def __init__(self) -> None:
        self.missing: list[str] = []
        self.router = APIRouter()
        self.router.add_route("/wechat", self.knocked, ["GET", "POST"])
        self.router.add_api_route("/cards/{number}", self.card)
        self.brought: list[bytes] = []

    async def knocked(self, request: Request) -> Response:
        self.brought.append(await request.body())
        return Response(f"{request.method} {request.query_params.get('nonce')}")

    async def card(self, number: int) -> dict[str, int]:
        return {"card": number}


@pytest.fixture
def house() -> House:
    return House()


@pytest_asyncio.fixture
async def http(house: House) -> AsyncIterator[httpx.AsyncClient]:
    doors = build(lambda: house.missing, Figures(lambda: {"waiting": 3}, dict), [house.router])
    transport = httpx.ASGITransport(doors, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://desk.example") as client:
        yield client


async def test_a_platforms_door_has_the_whole_request(house: House, http: httpx.AsyncClient) -> None:
    answer = await http.post("/wechat?nonce=7", content=b"<xml/>")
    assert (answer.status_code, answer.text, house.brought) == (200, "POST 7", [b"<xml/>"])


async def test_another_method_at_a_platforms_door_is_405(house: House, http: httpx.AsyncClient) -> None:
    assert (await http.delete("/wechat")).status_code == 405
    assert house.brought == []


@pytest.mark.parametrize(("path", "status"), [("/cards/4", 200), ("/cards/x", 422), ("/nothing", 404)])
async def test_paths_with_parameters_and_unknown_ones_are_not_cut_short(
    http: httpx.AsyncClient, path: str, status: int
) -> None:
    assert (await http.get(path)).status_code == status


async def test_it_is_alive_always_and_ready_when_nothing_is_missing(
    house: House, http: httpx.AsyncClient
) -> None:
    assert (await http.get("/readyz")).json() == {"ready": True, "missing": []}
    house.missing = ["database"]
    answer = await http.get("/readyz")
    assert (answer.status_code, answer.json()["missing"]) == (503, ["database"])
    assert (await http.get("/healthz")).json() == {"status": "alive"}


async def test_figures_are_counted_when_they_are_asked_for(http: httpx.AsyncClient) -> None:
    assert 'huiyin_outbox{state="waiting"} 3.0' in (await http.get("/metrics")).text
