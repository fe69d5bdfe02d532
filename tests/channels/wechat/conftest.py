from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.simulation.platforms.wechat import Voice
from tests.channels.wechat.office import Office, open_office


@pytest.fixture
def media(tmp_path: Path) -> Path:
    return tmp_path


@pytest_asyncio.fixture(loop_scope="session")
async def office(media: Path) -> AsyncIterator[Office]:
    """A certified service account with a template."""
    async with open_office(media) as found:
        yield found


@pytest_asyncio.fixture(loop_scope="session")
async def small_office(media: Path) -> AsyncIterator[Office]:
    """An account without certification."""
    async with open_office(media, certified=False, patience=0.1) as found:
        found.wechat.state.rights.clear()
        yield found


@pytest.fixture
def wang(office: Office) -> Voice:
    return office.wechat.follower("王女士")
