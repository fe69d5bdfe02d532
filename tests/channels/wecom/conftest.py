from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.simulation.platforms.wecom import Voice
from tests.channels.wecom.office import Office, open_office


@pytest_asyncio.fixture(loop_scope="session")
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    async with open_office(tmp_path) as found:
        yield found


@pytest.fixture
def li(office: Office) -> Voice:
    return office.wecom.member("laoli", "老李")
