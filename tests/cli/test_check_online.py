"""`huiyin check --online --apply` against the doubles: what it puts up, and what it says of each platform."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import pytest_asyncio

from bot.cli import checking
from bot.config import Settings, load
from bot.simulation.platforms.serving import serving
from bot.simulation.platforms.telegram import Switchboard, TelegramDouble
from bot.simulation.platforms.wechat import WechatDouble
from bot.simulation.platforms.wechat import double as account
from bot.simulation.platforms.wecom import WecomDouble
from bot.simulation.platforms.wecom import double as corporation

pytestmark = pytest.mark.asyncio(loop_scope="session")
NAMES = ("telegram", "wechat", "wecom")
TELEGRAM_TOKEN = "7000001:TEST-secret_of_the_bot"
KEYS = {
    "HUIYIN_TELEGRAM_TOKEN": TELEGRAM_TOKEN,
    "HUIYIN_WECHAT_APP_ID": account.APP_ID,
    "HUIYIN_WECHAT_APP_SECRET": account.SECRET,
    "HUIYIN_WECHAT_TOKEN": account.TOKEN,
    "HUIYIN_WECHAT_AES_KEY": account.AES_KEY,
    "HUIYIN_WECOM_CORP_ID": corporation.CORP_ID,
    "HUIYIN_WECOM_AGENT_ID": corporation.AGENT_ID,
    "HUIYIN_WECOM_SECRET": corporation.SECRET,
    "HUIYIN_WECOM_TOKEN": corporation.TOKEN,
    "HUIYIN_WECOM_AES_KEY": corporation.AES_KEY,
}


class Platforms:
    """Three doubles on loopback, and settings that lead to them."""

    def __init__(self, folder: Path) -> None:
        self.wechat, self.wecom = WechatDouble(), WecomDouble()
        self.telegram = TelegramDouble(TELEGRAM_TOKEN)
        self.folder = folder
        self.origins = {"HUIYIN_DATABASE_URL": f"sqlite:///{folder / 'new.db'}"}

    @property
    def settings(self) -> Settings:
        return load(None, KEYS | self.origins)

    async def said(self, about: str, *, apply: bool = False) -> list[str]:
        """What is found about one platform's account itself."""
        found = await checking.findings(self.settings, online=True, apply=apply)
        return [finding.sentence for finding in found if finding.where == about]


@pytest_asyncio.fixture(loop_scope="session")
async def platforms(tmp_path: Path) -> AsyncIterator[Platforms]:
    found = Platforms(tmp_path)
    async with AsyncExitStack() as stack:
        for name, app in (
            ("WECHAT", found.wechat.app),
            ("WECOM", found.wecom.app),
            ("TELEGRAM", Switchboard(found.telegram).app),
        ):
            found.origins[f"HUIYIN_{name}_API"] = await stack.enter_async_context(serving(app))
        yield found


async def test_the_menu_is_put_up_only_when_it_is_asked_for(platforms: Platforms) -> None:
    assert any("--apply" in sentence for sentence in await platforms.said("wechat"))
    assert platforms.wechat.state.menu == {}
    assert not any("--apply" in sentence for sentence in await platforms.said("wechat", apply=True))
    assert len(platforms.wechat.state.menu["button"]) == 3


async def test_the_usual_mistakes_of_all_platforms_are_said_at_once(platforms: Platforms) -> None:
    platforms.wechat.state.allowed_ip = False
    platforms.wecom.refuse("/cgi-bin/agent/get", 60020, "not allow to access from your ip")
    platforms.telegram.state.reads_groups = False
    found = await checking.findings(platforms.settings, online=True)
    said = {name: " ".join(f.sentence for f in found if f.where == name) for name in NAMES}
    assert "203.0.113.7" in said["wechat"]
    assert "可信 IP" in said["wecom"]
    assert "/setprivacy" in said["telegram"]


async def test_looking_makes_no_database_and_shows_no_secret(platforms: Platforms) -> None:
    platforms.wechat.state.secret = platforms.wecom.state.secret = "another"
    found = await checking.findings(platforms.settings, online=True)
    whole = " ".join(finding.sentence for finding in found)
    assert [
        value for name, value in KEYS.items() if name.endswith(("SECRET", "KEY")) and value in whole
    ] == []
    assert list(platforms.folder.iterdir()) == []
