"""`huiyin demo --channels`: people on three platforms, one desk, and every request on the page without its secrets."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from bot.bench.town import without_pauses
from bot.cli.demo_channels import SECRETS, open_channels
from bot.config import load
from bot.simulation.channels.desk import DeskOnDoubles
from bot.simulation.channels.wecom_hands import DEAF
from bot.web.demo.desk import Entry
from bot.web.demo.wire.desk import Exchange

pytestmark = pytest.mark.asyncio(loop_scope="session")
MORNING = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
BURST = "厨房水管爆了，水漫一地"


@pytest_asyncio.fixture(loop_scope="session")
async def desk() -> AsyncIterator[DeskOnDoubles]:
    async with open_channels(without_pauses(load(None, {})), MORNING) as opened:
        yield opened


async def shown(desk: DeskOnDoubles, chat: str, fragment: str, button: str = "") -> Entry:
    """Waits until the chat has it."""

    def found() -> list[Entry]:
        assert desk.revision
        return [
            entry
            for entry in desk.entries(chat)
            if fragment in entry.text and not entry.who and (not button or labels(entry, button))
        ]

    bells = (
        desk.platforms.wechat.state.changes,
        desk.platforms.wecom.state.deeds,
        desk.platforms.telegram.state.deeds,
    )
    bell = next(bell for bell, names in zip(bells, desk.roles, strict=True) if chat in names.chats)
    entries = await bell.until(found, 5.0)
    assert entries, [entry.text for entry in desk.entries(chat)]
    return entries[-1]


def labels(entry: Entry, button: str) -> str:
    """The token of the button with that label, "" without one."""
    return next((token for label, token in entry.buttons if button in label), "")


def exchanged(desk: DeskOnDoubles, fits: Callable[[Exchange], bool]) -> list[Exchange]:
    return [one for one in desk.exchanges() if fits(one)]


async def exchanges(desk: DeskOnDoubles, number: int, fits: Callable[[Exchange], bool]) -> list[Exchange]:
    """Waits for so many of them."""
    await desk.wire.news.until(lambda: len(exchanged(desk, fits)) >= number, 5.0)
    return exchanged(desk, fits)


def of_application(one: Exchange) -> bool:
    return not one.to_desk and one.path.startswith(("/cgi-bin/message", "/cgi-bin/gettoken"))


async def test_card_of_a_follower_is_taken_on_the_page_behind_the_robots_link(desk: DeskOnDoubles) -> None:
    await desk.write("王女士", BURST)
    card = await shown(desk, "工程群", "水管爆", "接单")
    await desk.tap("老李", labels(card, "接单"), card.key, "工程群")
    page = await shown(desk, "工程群", "老李打开的网页", "接单")
    await desk.tap("老李", labels(page, "接单"), page.key, "工程群")
    await shown(desk, "王女士", "老李")
    paths = [one.path.partition("?")[0] for one in desk.exchanges()]
    assert {"/wechat", "/cgi-bin/webhook/send", "/wecom/oauth", "/cgi-bin/auth/getuserinfo"} <= set(paths)


async def test_sealed_bodies_are_shown_as_they_travel_and_opened(desk: DeskOnDoubles) -> None:
    await desk.write("王女士", BURST)
    await shown(desk, "王女士", "BX")
    (brought,) = await exchanges(desk, 1, lambda one: one.path.startswith("/wechat"))
    assert brought.to_desk
    assert "<Encrypt>" in brought.asked.text
    assert "水管" not in brought.asked.text
    assert "水管爆" in brought.asked.opened
    assert "<MsgType><![CDATA[text]]>" in brought.answered.opened


async def test_no_secret_is_shown(desk: DeskOnDoubles) -> None:
    await desk.write("王女士", BURST)
    card = await shown(desk, "工程群", "水管爆", "接单")
    await desk.tap("老李", labels(card, "接单"), card.key, "工程群")
    await desk.write("Mr Smith", "The kitchen pipe has burst")
    await shown(desk, "Mr Smith", "BX")
    whole = repr(desk.exchanges())
    tokens = [*desk.platforms.wecom.state.tokens, *desk.platforms.wechat.state.tokens]
    assert "••••" in whole
    assert [secret for secret in (*SECRETS, *tokens) if secret in whole] == []


async def test_expired_token_is_refused_and_asked_for_once(desk: DeskOnDoubles) -> None:
    await desk.write("老李", "你好")
    await exchanges(desk, 2, of_application)
    desk.expire_tokens()
    desk.forget_exchanges()
    await desk.write("老李", "我的工单")
    sent = await exchanges(desk, 3, of_application)
    assert [(one.path.partition("?")[0], one.error.partition(" ")[0]) for one in sent] == [
        ("/cgi-bin/message/send", "40014"),
        ("/cgi-bin/gettoken", ""),
        ("/cgi-bin/message/send", ""),
    ]


async def test_robots_group_hears_nothing_and_says_so(desk: DeskOnDoubles) -> None:
    await desk.write("老李", "大家好", group="工程群")
    assert [entry.text for entry in desk.entries("老李") if entry.kind == "notice"] == [DEAF]
    assert exchanged(desk, lambda one: one.to_desk) == []


async def test_bot_in_a_group_is_called_and_tapped_over_its_connection(desk: DeskOnDoubles) -> None:
    await desk.write("李先生", "地下车库有人吐了，味道很大，急，快来人打扫")
    card = await shown(desk, "李先生", "确认")
    assert "回复数字" in card.text
    await desk.write("李先生", "1")
    card = await shown(desk, "保洁群", "车库", "接单")
    await desk.tap("小张", labels(card, "接单"), card.key, "保洁群")
    await shown(desk, "李先生", "小张")
    assert exchanged(desk, lambda one: one.method == "WS" and one.to_desk)


async def test_telegram_brings_a_tap_with_its_secret_hidden(desk: DeskOnDoubles) -> None:
    await desk.write("Mr Smith", "Someone is stuck in the lift of building 3!")
    await shown(desk, "Mr Smith", "BX")
    (brought, *_) = await exchanges(desk, 1, lambda one: one.path == "/telegram/webhook")
    assert brought.asked.text.startswith("X-Telegram-Bot-Api-Secret-Token: ••••")
    assert "stuck in the lift" in brought.asked.text
