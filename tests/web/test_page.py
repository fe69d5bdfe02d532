"""The demo's page in a real browser, played by a visitor."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from bot.web.demo.composer import PICTURES

pytestmark = pytest.mark.browser

LEAK = "厨房水管漏水"


def phone(page: Page, part: str) -> Locator:
    return page.locator(f".phone.{part}")


def say(page: Page, part: str, words: str) -> None:
    line = phone(page, part).locator("textarea")
    line.fill(words)
    line.press("Enter")


def tap(page: Page, part: str, label: str) -> None:
    phone(page, part).locator(".act", has_text=label).last.click()


def test_a_stranger_closes_the_loop_by_hand(page: Page) -> None:
    say(page, "owner", LEAK)
    tap(page, "owner", "确认")
    tap(page, "staff", "接单")
    tap(page, "staff", "完成")
    say(page, "staff", "换了角阀")
    expect(phone(page, "owner").get_by_text("换了角阀")).to_be_visible()
    page.get_by_role("button", name="+1 天").click()
    expect(page.locator(".clock-day")).to_contain_text("3月5日")
    tap(page, "owner", "已解决")
    expect(page.locator(".ticket-line .state")).to_have_text("已办结")
    expect(page.locator(".step-what").first).to_contain_text("已办结")


def test_lines_typed_in_a_hurry_all_arrive(page: Page) -> None:
    for number in range(6):
        say(page, "staff", f"第{number}句")
    expect(phone(page, "staff").locator(".mine .words")).to_have_text([f"第{n}句" for n in range(6)])
    expect(phone(page, "staff").locator("textarea")).to_have_value("")


def test_enter_that_ends_a_word_of_an_input_method_sends_nothing(page: Page) -> None:
    line = phone(page, "owner").locator("textarea")
    line.fill("lou shui")
    line.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    say(page, "staff", "在吗")
    expect(phone(page, "staff").locator(".mine")).to_have_count(1)
    expect(phone(page, "owner").locator(".mine")).to_have_count(0)


def test_tap_is_answered_to_the_tapper_and_the_card_changes_in_place(page: Page) -> None:
    say(page, "owner", LEAK)
    tap(page, "owner", "确认")
    tap(page, "staff", "接单")
    card = phone(page, "staff").locator(".msg", has=page.locator(".card"))
    expect(card).to_have_count(1)
    expect(card).to_contain_text("老李 已接单")
    expect(card.locator(".act", has_text="接单")).to_have_count(0)
    expect(card.locator(".edited")).to_have_text("已更新")
    expect(phone(page, "staff").locator(".toast")).to_contain_text("发到您的私聊")
    expect(phone(page, "manager").locator(".toast")).to_have_count(0)


def test_markup_in_a_message_is_shown_as_text_and_does_not_run(page: Page) -> None:
    hostile = '<img src=x onerror="window.ran=1"> {{7*7}} <script>window.ran=1</script> 漏水'
    say(page, "owner", hostile)
    tap(page, "owner", "确认")
    expect(phone(page, "owner").locator(".mine .words")).to_have_text(hostile)
    expect(phone(page, "staff").locator(".card .title")).to_contain_text(hostile)
    expect(page.locator(".quote")).to_have_text(hostile)
    assert page.evaluate("window.ran") is None


def test_card_in_a_group_that_is_not_open_is_announced_and_one_click_away(page: Page) -> None:
    say(page, "owner", "楼道垃圾没人收")
    tap(page, "owner", "确认")
    phone(page, "staff").locator(".jump", has_text="保洁群").click()
    expect(phone(page, "staff").locator(".who-name").first).to_have_text("小张")
    expect(phone(page, "staff").locator(".card")).to_contain_text("楼道垃圾没人收")
    expect(phone(page, "staff").locator(".jump")).to_have_count(0)


def test_emergency_marks_the_managers_tab_until_it_is_opened(page: Page) -> None:
    say(page, "owner", "水管爆了")
    tab = page.locator(".panel.ticket .tab", has_text="经理的手机")
    expect(tab).to_contain_class("news")
    expect(phone(page, "staff").locator(".card")).to_contain_class("emergency")
    tab.click()
    expect(phone(page, "manager").locator(".bubble")).to_contain_text("水管爆了")
    expect(tab).not_to_contain_class("news")


def test_sample_picture_and_one_of_the_visitors_own_arrive_as_pictures(page: Page) -> None:
    phone(page, "owner").locator(".camera").click()
    page.locator(".pictures .q-item:visible").first.click()
    photos = phone(page, "owner").locator(".mine .photo")
    expect(photos).to_have_count(1)
    with page.expect_file_chooser() as choosing:
        phone(page, "owner").locator(".camera").click()
        page.locator(".pictures .own:visible").click()
    choosing.value.set_files(PICTURES / "fixed.png")
    expect(photos).to_have_count(2)
    for photo in photos.element_handles():
        page.wait_for_function("e => e.naturalWidth > 0", arg=photo)


def test_scenario_plays_itself_to_the_end(page: Page) -> None:
    page.locator(".scenario").click()
    page.locator(".paces").get_by_text("快").click()
    page.locator(".script").click()
    expect(page.locator(".strip-line")).to_have_text("演完了，接下来由您来", timeout=8000)
    expect(page.locator(".ticket-line .state")).to_have_text("已办结")


def test_second_window_shows_the_same_at_once(page: Page, chromium: BrowserContext, address: str) -> None:
    other = chromium.new_page()
    other.goto(address)
    say(page, "owner", LEAK)
    expect(phone(other, "owner").locator(".mine .bubble")).to_have_text(LEAK)
    other.close()


def test_phone_width_has_tabs_and_nothing_to_scroll_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    say(page, "owner", "漏水" * 200 + " " + "a" * 200)
    tap(page, "owner", "确认")
    for part in ("staff", "manager", "ticket", "owner"):
        page.locator(f".bottom-tab.{part}").click()
        expect(page.locator(f".panel.{part}")).to_be_visible()
        assert page.evaluate(SPILLS) == []
    assert page.locator(".panel:visible").count() == 1


def test_page_asks_nobody_but_its_own_server(chromium: BrowserContext, address: str) -> None:
    asked: list[str] = []
    page = chromium.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/?lang=en")
    page.locator(".example").first.wait_for()
    page.close()
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


SPILLS = """() => [...document.querySelectorAll('html, .huiyin, .bar, .clock, .panel, .messages, .bubble, .wire, .exchange')]
  .filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0).map(e => e.className)"""
