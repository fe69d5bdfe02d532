"""Every test of this folder runs once for each channel."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
import pytest_asyncio

from tests.channels.contract.console import console
from tests.channels.contract.platform import Platform
from tests.channels.contract.telegram import telegram
from tests.channels.contract.wechat import wechat
from tests.channels.contract.wecom import application, bot, robot

PLATFORMS: Mapping[str, Callable[[Path], AbstractAsyncContextManager[Platform]]] = {
    "console": console,
    "telegram": telegram,
    "wechat": wechat,
    "wecom_application": application,
    "wecom_robot": robot,
    "wecom_bot": bot,
}


@pytest_asyncio.fixture(loop_scope="session", params=PLATFORMS)
async def platform(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Platform]:
    async with PLATFORMS[request.param](tmp_path) as found:
        yield found


@pytest_asyncio.fixture(loop_scope="session", params=PLATFORMS)
async def another(
    request: pytest.FixtureRequest, platform: Platform, tmp_path: Path
) -> AsyncIterator[Platform]:
    """A second one, with the same media folder; the same, where it is the same."""
    if request.node.callspec.params["platform"] == request.param:
        yield platform
        return
    async with PLATFORMS[request.param](tmp_path) as found:
        yield found
