"""Clears everything after one question."""

from __future__ import annotations

from nicegui import ui

from bot.web.demo.desk import DemoDesk
from bot.web.demo.pieces import box, button, text
from bot.web.demo.player import Player
from bot.web.demo.screen import Screen


class StartOver:
    def __init__(self, screen: Screen, desk: DemoDesk, player: Player) -> None:
        self._screen = screen
        self._desk = desk
        self._player = player
        words = screen.words
        with ui.dialog() as self._question, box("question"):
            text(words.start_over_sure, "question-text")
            with box("question-acts"):
                button(words.no, "plain", self._question.close)
                button(words.yes, "strong", self._start_over)
        button("", "plain icon", self._question.open, title=words.start_over, icon="restart_alt")

    async def _start_over(self) -> None:
        self._question.close()
        await self._player.halt()
        await self._screen.act(self._desk.start_over())
