"""Opening the official account from the settings."""

from __future__ import annotations

import pytest

from bot.cli.faults import Mendable
from bot.cli.wechat import Wechat
from bot.config import load
from storage import Storage

KEYS = {"HUIYIN_WECHAT_APP_ID": "wx1", "HUIYIN_WECHAT_APP_SECRET": "s", "HUIYIN_WECHAT_TOKEN": "word"}


async def test_a_key_that_is_none_is_said_before_anything_runs() -> None:
    storage = Storage.memory()
    settings = load(None, {**KEYS, "HUIYIN_WECHAT_AES_KEY": "too-short"})
    with pytest.raises(Mendable) as caught:
        Wechat(settings, storage)
    assert "43" in str(caught.value)
    assert "too-short" not in str(caught.value)
    storage.close()


async def test_plain_mode_opens_without_a_key() -> None:
    storage = Storage.memory()
    opened = Wechat(load(None, KEYS), storage)
    assert (opened.channel.name, opened.channel.account) == ("wechat", "wx1")
    await opened.close()
    storage.close()
