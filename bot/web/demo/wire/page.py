"""The page `/channels`: a phone for each platform, and the exchanges."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from nicegui import app, ui

from bot.web.demo.cast import Role
from bot.web.demo.feed import Feed
from bot.web.demo.phone import Phone
from bot.web.demo.pieces import box, link, text
from bot.web.demo.screen import Screen
from bot.web.demo.styles import sheets
from bot.web.demo.tabs import Tabs
from bot.web.demo.wire.desk import ChannelsDesk
from bot.web.demo.wire.panel import WirePanel
from bot.web.demo.wire.words import WIRE_EN, WIRE_ZH, WireWords

PATH = "/channels"
_LOOK = 0.2


def build(opening: Callable[[], AbstractAsyncContextManager[ChannelsDesk]]) -> None:
    """Registers the page with NiceGUI; the desk is open while NiceGUI runs."""
    styles = sheets("page", "phone", "bubble", "ticket", "wire")
    kept = Kept(opening)
    app.on_startup(kept.start)
    app.on_shutdown(kept.close)

    @ui.page(PATH, title="回音 · 平台接口")
    async def page(lang: str = "zh") -> None:
        desk = await kept.desk()
        ui.add_css(styles)
        ui.colors(primary="#0a7d4b")
        Window(desk, kept.feed(desk), WIRE_EN if lang == "en" else WIRE_ZH)


class Kept:
    """A desk that is opened and closed in one task, as its resources demand."""

    def __init__(self, opening: Callable[[], AbstractAsyncContextManager[ChannelsDesk]]) -> None:
        self._opening = opening
        self._desk: asyncio.Future[ChannelsDesk] | None = None
        self._over = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._feed: Feed | None = None

    def start(self) -> None:
        self._desk = asyncio.get_running_loop().create_future()
        self._task = asyncio.create_task(self._run(self._desk))

    async def close(self) -> None:
        self._over.set()
        if self._task is not None:
            await asyncio.wait({self._task})

    async def desk(self) -> ChannelsDesk:
        """Raises what kept it from opening."""
        if self._desk is None:
            raise RuntimeError("NiceGUI has not started yet")
        return await self._desk

    def feed(self, desk: ChannelsDesk) -> Feed:
        """One for all windows."""
        self._feed = self._feed or Feed(desk)
        return self._feed

    async def _run(self, desk: asyncio.Future[ChannelsDesk]) -> None:
        try:
            async with self._opening() as opened:
                desk.set_result(opened)
                await self._over.wait()
        except Exception as error:
            if desk.done():
                raise
            desk.set_exception(error)


class Window:
    def __init__(self, desk: ChannelsDesk, feed: Feed, words: WireWords) -> None:
        self._desk, self._words = desk, words
        with box("huiyin channels") as root:
            self._screen = Screen(feed, words.page, root)
            self._draw_bar()
            with box("panels", "main"):
                self._tabs = Tabs(self._screen, root, desk.roles)
                self._phones = [self._draw_phone(role) for role in desk.roles]
                with box("panel ticket", "section"):
                    self._tabs.caption("ticket")
                    self._wire = WirePanel(self._screen, desk, words)
            self._tabs.draw_bottom()
        self._screen.changed = self._follow
        self._known = -1
        self._look()
        ui.timer(_LOOK, self._look)

    def _draw_bar(self) -> None:
        words = self._words
        with box("bar", "header"):
            with box("brand"):
                text("回", "logo")
                with box("brand-text"):
                    text(f"回音 · {self._desk.community}", "brand-name")
                    text(words.tagline, "brand-tag")
            with box("bar-end"):
                link(words.back, "/", words.page)
                code, label = words.page.other_language
                ui.link(label, f"{PATH}?lang={code}").classes("btn plain language")

    def _draw_phone(self, role: Role) -> Phone:
        with box(f"panel {role.part}", "section"):
            self._tabs.caption(role.part)
            return Phone(self._screen, role)

    def _look(self) -> None:
        if self._known != self._desk.revision:
            self._known = self._desk.revision
            self._follow()

    def _follow(self) -> None:
        for phone in self._phones:
            phone.follow()
        self._wire.follow()
        self._tabs.follow()
