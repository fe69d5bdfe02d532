"""Requests broken in every way that chance finds: never a fault of ours. `huiyin bench fuzz` sends many more."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import httpx
import pytest

from bot.bench import broken
from bot.simulation.platforms.wechat.callback import Line
from tests.channels.wechat.office import open_office

pytestmark = pytest.mark.asyncio(loop_scope="session")

REQUESTS = 2_000


async def one(dice: random.Random, http: httpx.AsyncClient, line: Line, number: int) -> int:
    query, body = line.letter(broken.message(dice, number))
    content = body.encode()
    if dice.random() < 0.5:
        content = broken.body(dice, content)
    return (await http.post(line.door, params=broken.query(dice, query), content=content)).status_code


@pytest.mark.parametrize("aes_key", ["", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"])
async def test_mutated_requests_never_break_the_door(media: Path, aes_key: str) -> None:
    dice = random.Random(20260304)  # noqa: S311 - the same every time
    async with open_office(media, aes_key=aes_key, patience=0.0) as office:
        async with office.wechat.line.client() as http:
            met = Counter([await one(dice, http, office.wechat.line, n) for n in range(REQUESTS // 2)])
        assert set(met) <= {200, 400, 403}
        assert min(met[200], met[400], met[403]) > 20
        assert len(office.replies) == 0
