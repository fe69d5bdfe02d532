"""One API server for all these tests, a bot of its own for each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
import pytest_asyncio

from bot.channels.telegram.client import Client
from bot.channels.telegram.outbound import TelegramChannel
from bot.channels.telegram.polling import Poller
from bot.messages import Incoming
from bot.simulation.platforms.serving import serving
from bot.simulation.platforms.telegram import Group, Switchboard, TelegramDouble, Voice
from bot.simulation.platforms.telegram.double import NOON
from tests.channels.telegram.desk import Desk

BOT_IDS = count(7_000_001)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def server() -> AsyncIterator[tuple[Switchboard, str]]:
    switchboard = Switchboard()
    async with serving(switchboard.app) as origin:
        yield switchboard, origin


@pytest.fixture
def telegram(server: tuple[Switchboard, str]) -> TelegramDouble:
    return server[0].register(TelegramDouble(f"{next(BOT_IDS)}:TEST-secret_of_the_bot"))


@pytest.fixture
def origin(server: tuple[Switchboard, str]) -> str:
    return server[1]


@pytest_asyncio.fixture(loop_scope="session")
async def client(telegram: TelegramDouble, origin: str) -> AsyncIterator[Client]:
    client = Client(telegram.state.token, origin)
    yield client
    await client.close()


@pytest.fixture
def media(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def channel(client: Client, media: Path) -> TelegramChannel:
    return TelegramChannel(client, media)


@pytest.fixture
def desk(client: Client) -> Desk:
    kept: list[Incoming] = []

    def take(arrivals: Sequence[Incoming]) -> None:
        kept.extend(arrivals)

    def now() -> datetime:
        return NOON

    return Desk(kept, Poller(client, take, now, wait=0))


@pytest.fixture
def wang(telegram: TelegramDouble) -> Voice:
    """An owner who has written before."""
    return telegram.person("王女士", phone="+8613800138001", started=True)


@pytest.fixture
def li(telegram: TelegramDouble) -> Voice:
    return telegram.person("老李", started=True)


@pytest.fixture
def works(telegram: TelegramDouble, li: Voice) -> Group:
    return telegram.group("工程群", li)
