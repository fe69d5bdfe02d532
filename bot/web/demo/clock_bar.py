"""The demo's clock: it stands still until one of its buttons moves it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.web.demo.desk import DemoDesk
from bot.web.demo.pieces import box, button, text
from bot.web.demo.player import Player
from bot.web.demo.screen import Screen
from bot.web.demo.times import day, stamp, weekday


class ClockBar:
    def __init__(self, screen: Screen, desk: DemoDesk, player: Player) -> None:
        self._screen = screen
        self._desk = desk
        self._player = player
        self._moving = False
        words = screen.words
        with box("clock"):
            with box("clock-face"):
                self._time = text("", "clock-time")
                self._day = text("", "clock-day")
            self._next = button(words.next_event, "clock-button next", self._move(self._next_event))
            with self._next:
                self._when = text("", "when", "span")
            self._hour = button(words.hour, "clock-button", self._move(lambda: self._later(hours=1)))
            self._day_on = button(words.day, "clock-button", self._move(lambda: self._later(days=1)))

    def follow(self) -> None:
        desk, words = self._desk, self._screen.words
        now = desk.now().astimezone(desk.zone)
        coming = desk.next_event()
        self._time.text = f"{now:%H:%M}"
        self._day.text = f"{day(now, words)} {weekday(now, words)}"
        self._when.text = stamp(coming, now, desk.zone, words) if coming else ""
        self._next.props["title"] = "" if coming else words.nothing_next
        busy = self._moving or self._player.running
        for made, off in ((self._next, busy or not coming), (self._hour, busy), (self._day_on, busy)):
            made.props["disabled"] = off
            made.update()

    def _next_event(self) -> datetime | None:
        return self._desk.next_event()

    def _later(self, *, hours: int = 0, days: int = 0) -> datetime:
        return self._desk.now() + timedelta(hours=hours, days=days)

    def _move(self, target: Callable[[], datetime | None]) -> Callable[[], object]:
        async def move() -> None:
            to = target()
            if to is None or self._moving:
                return
            self._moving = True
            self.follow()
            await self._screen.act(self._desk.advance(to))
            self._moving = False
            self.follow()

        return move
