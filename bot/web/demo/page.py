"""The page of `huiyin demo`: phones, clock, scenarios and the ticket, put together for one window."""

from __future__ import annotations

from nicegui import ui

from bot.web.demo.cast import Role, roles
from bot.web.demo.clock_bar import ClockBar
from bot.web.demo.desk import DemoDesk
from bot.web.demo.feed import Feed
from bot.web.demo.phone import Phone
from bot.web.demo.pieces import box, link, text
from bot.web.demo.player import Place, Player, place_of
from bot.web.demo.scenarios import ScenarioPicker, ScenarioStrip
from bot.web.demo.screen import Screen
from bot.web.demo.start_over import StartOver
from bot.web.demo.styles import sheets
from bot.web.demo.tabs import Tabs
from bot.web.demo.timeline import TicketPanel
from bot.web.demo.words import Words
from bot.web.demo.words_en import EN
from bot.web.demo.words_zh import ZH

_LOOK = 0.2
"""Seconds between two looks at the desk's revision."""


def build(desk: DemoDesk, *, beside: str = "") -> None:
    """Registers the page `/` (`/?lang=en` for English words) with NiceGUI. `beside`: the path of another page."""
    feed, player = Feed(desk), Player(desk)
    styles = sheets("page", "phone", "bubble", "ticket")

    @ui.page("/", title="回音")
    def page(lang: str = "zh") -> None:
        ui.add_css(styles)
        ui.colors(primary="#0a7d4b")
        Window(desk, feed, player, EN if lang == "en" else ZH, beside)


class Window:
    """All that one browser window shows, and its timer that keeps it in step with the desk."""

    def __init__(self, desk: DemoDesk, feed: Feed, player: Player, words: Words, beside: str) -> None:
        self._desk, self._player, self._beside = desk, player, beside
        cast = roles(desk)
        self._play, self._lines = player.plays, len(player.lines)
        with box("huiyin") as root:
            self._screen = Screen(feed, words, root)
            self._draw_bar()
            self._strip = ScenarioStrip(self._screen, player)
            with box("panels", "main"):
                self._tabs = Tabs(self._screen, root, cast)
                self._phones = [self._draw_phone(role) for role in cast]
                with box("panel ticket", "section"):
                    self._tabs.caption("ticket")
                    self._tickets = TicketPanel(self._screen, desk)
            self._tabs.draw_bottom()
        self._screen.changed = self._follow
        self._screen.open_ticket = self._open_ticket
        self._known: object = None
        self._look()
        ui.timer(_LOOK, self._look)

    def _draw_bar(self) -> None:
        words = self._screen.words
        with box("bar", "header"):
            with box("brand"):
                text("回", "logo")
                with box("brand-text"):
                    text(f"回音 · {self._screen.desk.community}", "brand-name")
                    text(words.tagline, "brand-tag")
            self._clock = ClockBar(self._screen, self._desk, self._player)
            with box("bar-end"):
                ScenarioPicker(self._screen, self._desk, self._player)
                if self._beside:
                    link(words.channels, self._beside, words)
                StartOver(self._screen, self._desk, self._player)
                code, label = words.other_language
                ui.link(label, f"/?lang={code}").classes("btn plain language")

    def _draw_phone(self, role: Role) -> Phone:
        with box(f"panel {role.part}", "section"):
            self._tabs.caption(role.part)
            return Phone(self._screen, role)

    def _look(self) -> None:
        known = (self._screen.desk.revision, self._player.revision)
        if known != self._known:
            self._known = known
            self._follow()

    def _follow(self) -> None:
        self._follow_scenario()
        for phone in self._phones:
            phone.follow()
        self._tickets.follow()
        self._clock.follow()
        self._strip.follow()
        self._tabs.follow()

    def _follow_scenario(self) -> None:
        player = self._player
        if player.plays != self._play:
            self._play, self._lines = player.plays, 0
        places = [place for line in player.lines[self._lines :] if (place := place_of(line))]
        self._lines = len(player.lines)
        for place in places:
            self._go(place)

    def _go(self, place: Place) -> None:
        """Shows the phone on which a scenario's line happens."""
        for phone in self._phones:
            if phone.show_chat(place.chat, place.person):
                if place.acts:
                    self._tabs.turn(phone.role.part)
                return

    def _open_ticket(self, ticket_id: int) -> None:
        self._tickets.choose(ticket_id)
        self._tabs.turn("ticket")


def serve(desk: DemoDesk, host: str = "127.0.0.1", port: int = 8080, *, beside: str = "") -> None:
    """Builds the page and serves it until the process is told to stop."""
    build(desk, beside=beside)
    ui.run(
        host=host,
        port=port,
        title="回音",
        favicon=_ICON,
        reload=False,
        show=False,
        show_welcome_message=False,
        tailwind=False,
        language="zh-CN",
    )


_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0a7d4b"/>'
    '<circle cx="16" cy="16" r="8" fill="none" stroke="#fff" stroke-width="3" stroke-dasharray="42 9"/></svg>'
)
