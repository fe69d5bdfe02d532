"""Opening WeCom from the settings."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI

from bot.app import App
from bot.cli.faults import Mendable
from bot.cli.wecom import Wecom
from bot.clock import real_now
from bot.config import load
from bot.server import Server
from bot.simulation.platforms.wechat.callback import Seal
from bot.simulation.platforms.wecom.callback import Line
from nlp.understand import load as load_understander
from storage import Storage

PRESENT = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
FORMER = "zyxwvutsrqponmlkjihgfedcba9876543210ZYXWVUT"
KEYS = {
    "HUIYIN_WECOM_CORP_ID": "ww1",
    "HUIYIN_WECOM_AGENT_ID": "1000002",
    "HUIYIN_WECOM_SECRET": "s",
    "HUIYIN_WECOM_TOKEN": "word",
    "HUIYIN_WECOM_AES_KEY": PRESENT,
    "HUIYIN_WECOM_AES_KEY_PREVIOUS": FORMER,
}


@pytest.fixture
def storage() -> Iterator[Storage]:
    kept = Storage.memory()
    yield kept
    kept.close()


@pytest.mark.parametrize("key", ["HUIYIN_WECOM_AES_KEY", "HUIYIN_WECOM_AES_KEY_PREVIOUS"])
def test_a_key_that_is_none_is_said_before_anything_runs(storage: Storage, key: str) -> None:
    with pytest.raises(Mendable) as caught:
        Wecom(load(None, {**KEYS, key: "too-short"}), storage)
    assert "43" in str(caught.value)
    assert "too-short" not in str(caught.value)


@pytest.mark.parametrize("key", [PRESENT, FORMER])
async def test_both_keys_of_the_environment_open_what_wecom_sends(storage: Storage, key: str) -> None:
    settings = load(None, KEYS)
    opened = Wecom(settings, storage)
    server = Server(App(settings, storage, load_understander()), [opened.channel], real_now)
    opened.open(server)
    doors = FastAPI()
    doors.include_router(server.doors[0])
    line = Line("word", Seal(key, "ww1"), real_now, transport=httpx.ASGITransport(doors))
    answer = await line.verifies("5927782489442352469")
    assert (answer.status_code, answer.text) == (200, "5927782489442352469")
