"""The page of `huiyin demo --channels` in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.test_page import SPILLS, phone, say, tap

pytestmark = pytest.mark.browser


@pytest.fixture
def channels(chromium: BrowserContext, server: str) -> Iterator[Page]:
    """The page with nothing on the wire."""
    page = chromium.new_page()
    page.goto(f"{server}/channels")
    page.locator(".wire .clear").click()
    expect(page.locator(".exchange")).to_have_count(0)
    yield page
    page.close()


def test_what_went_over_the_wire_is_one_line_and_opens(channels: Page) -> None:
    say(channels, "owner", "厨房漏水")
    line = channels.locator(".exchange")
    expect(line).to_have_count(1)
    expect(line.locator(".path")).to_have_text("/wechat?nonce=1")
    expect(line.locator(".said.inside")).to_be_hidden()
    line.locator("summary").click()
    expect(line.locator(".said.inside")).to_have_text("厨房漏水")
    expect(line.locator(".said").last).to_have_text("success")


def test_newest_exchange_stands_first_and_a_refusal_shows_its_code(channels: Page) -> None:
    say(channels, "owner", "厨房漏水")
    say(channels, "owner", "限流")
    expect(channels.locator(".exchange .outcome")).to_have_text(["45009", "200"])
    expect(channels.locator(".exchange.refused")).to_have_count(1)


def test_card_on_one_platform_changes_when_it_is_tapped(channels: Page) -> None:
    say(channels, "owner", "厨房漏水")
    tap(channels, "staff", "接单")
    expect(phone(channels, "staff").get_by_text("已接单")).to_be_visible()


def test_demo_leads_to_the_platforms_and_back(page: Page) -> None:
    page.get_by_role("link", name="平台接口").click()
    expect(page.locator(".wire")).to_be_visible()
    page.get_by_role("link", name="回到演示").click()
    expect(page.locator(".clock")).to_be_visible()


def test_phone_width_shows_each_part_and_nothing_spills(channels: Page) -> None:
    channels.set_viewport_size({"width": 390, "height": 844})
    say(channels, "owner", "漏水" * 200 + " " + "a" * 200)
    for part in ("staff", "manager", "owner", "ticket"):
        channels.locator(f".bottom-tab.{part}").click()
        expect(channels.locator(f".panel.{part}")).to_be_visible()
        assert channels.evaluate(SPILLS) == []
    channels.locator(".exchange summary").click()
    expect(channels.locator(".said.inside")).to_be_visible()
    assert channels.evaluate(SPILLS) == []
