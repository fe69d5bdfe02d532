"""The picker of scenarios, and the strip that says which line is being played."""

from __future__ import annotations

from pathlib import Path

from nicegui import ui

from bot.web.demo.desk import DemoDesk
from bot.web.demo.pieces import box, button, text
from bot.web.demo.player import Player
from bot.web.demo.screen import Screen


class ScenarioPicker:
    def __init__(self, screen: Screen, desk: DemoDesk, player: Player) -> None:
        self._player = player
        words = screen.words
        with (
            button(words.scenarios, "plain scenario", lambda: None, icon="play_circle"),
            ui.menu().props('anchor="bottom right" self="top right"').classes("scripts"),
        ):
            text(words.scenarios_hint, "scripts-hint")
            self._pace = ui.toggle({pace: label for label, pace in words.paces}, value=words.paces[1][1])
            self._pace.props("unelevated no-caps dense spread").classes("paces")
            for title, path in desk.scenarios():
                self._offer(title, path)

    def _offer(self, title: str, path: Path) -> None:
        def play() -> None:
            self._player.start(title, path, float(self._pace.value or 0))

        with ui.menu_item(on_click=play).classes("script"):
            ui.icon("play_arrow")
            text(title)


class ScenarioStrip:
    """Shown while a scenario plays, and afterwards until it is closed."""

    def __init__(self, screen: Screen, player: Player) -> None:
        self._words = screen.words
        self._player = player
        with box("strip") as self._strip:
            ui.icon("movie")
            self._title = text("", "strip-title")
            self._line = text("", "strip-line")
            self._count = text("", "strip-count")
            self._stop = button(screen.words.stop, "stop", player.stop, icon="stop")
            self._close = button("", "close", self._close_it, title="×", icon="close")
            self._bar = box("strip-bar")
        # What was over before this window opened is not news in it.
        self._put_away = 0 if player.running else player.plays
        self.follow()

    def follow(self) -> None:
        player = self._player
        self._strip.set_visibility(player.plays > self._put_away)
        self._title.text = player.title
        self._line.text = self._now()
        self._count.text = f"{len(player.lines)}/{player.length}"
        self._strip.classes(add="failed" if player.error else "", remove="" if player.error else "failed")
        self._bar.style(f"--done: {100 * len(player.lines) / max(player.length, 1):.0f}%")
        self._stop.set_visibility(player.running)
        self._close.set_visibility(not player.running)

    def _now(self) -> str:
        if self._player.error:
            return self._player.error
        if self._player.running:
            return self._player.lines[-1] if self._player.lines else "…"
        return self._words.stopped if self._player.stopped else self._words.finished

    def _close_it(self) -> None:
        self._put_away = self._player.plays
        self.follow()
