from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.simulation import fresh_stage
from tests.bad_input.desk import CONFIG, MORNING, Desk


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    """A new desk on a Wednesday morning."""
    async with fresh_stage(CONFIG) as stage:
        await stage.advance(MORNING)
        yield Desk(stage)
