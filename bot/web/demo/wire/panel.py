"""The exchanges with the platforms, newest first: a line each, and all of it behind the line."""

from __future__ import annotations

from nicegui.element import Element

from bot.web.demo.pieces import box, button, text
from bot.web.demo.screen import Screen
from bot.web.demo.wire.desk import ChannelsDesk, Exchange, Half
from bot.web.demo.wire.words import WireWords

_MOST = 80
"""Rows in a window; older ones go."""


class WirePanel:
    def __init__(self, screen: Screen, desk: ChannelsDesk, words: WireWords) -> None:
        self._screen, self._desk, self._words = screen, desk, words
        self._rows: dict[int, Element] = {}
        with box("tickets wire"):
            self._draw_head()
            self._hint = text(words.hint, "wire-hint")
            self._list = box("wire-list")

    def follow(self) -> None:
        shown = {one.number: one for one in self._desk.exchanges()[-_MOST:]}
        for number in self._rows.keys() - shown.keys():
            self._rows.pop(number).delete()
        for number in sorted(shown.keys() - self._rows.keys()):
            with self._list:
                self._rows[number] = self._row(shown[number])
                self._rows[number].move(target_index=0)
        self._hint.set_visibility(not self._rows)

    def _draw_head(self) -> None:
        words, desk = self._words, self._desk

        def expire() -> None:
            desk.expire_tokens()
            self._screen.say(words.expired)

        def throttle() -> None:
            desk.throttle()
            self._screen.say(words.throttled)

        with box("wire-head"):
            button(words.expire, "chip", expire)
            button(words.throttle, "chip", throttle)
            button("", "chip clear", self._clear, title=words.clear, icon="delete_sweep")

    def _clear(self) -> None:
        self._desk.forget_exchanges()
        self.follow()

    def _row(self, one: Exchange) -> Element:
        """The browser opens and closes it by itself."""
        row = box(f"exchange {one.platform}" + (" refused" if one.error else ""), "details")
        with row:
            with box("exchange-line", "summary"):
                text("→" if one.to_desk else "←", "way", "span").props["title"] = self._way(one)
                text(self._words.platforms[one.platform], "platform", "span")
                text(one.method, "method", "span")
                text(one.path, "path", "span")
                text(self._outcome(one), "outcome", "span")
            text(f"{one.at.astimezone():%H:%M:%S} · {self._way(one)}{_took(one)}", "exchange-head")
            text(one.path, "whole-path")
            self._half(self._words.sent, one.asked)
            if one.status:
                self._half(f"{self._words.answered} {one.status}", one.answered)
        return row

    def _half(self, title: str, half: Half) -> None:
        text(title, "half")
        text(half.text or self._words.nothing, "said", "pre")
        if half.opened:
            text(self._words.opened, "half inside")
            text(half.opened, "said inside", "pre")

    def _way(self, one: Exchange) -> str:
        return self._words.to_desk if one.to_desk else self._words.from_desk

    def _outcome(self, one: Exchange) -> str:
        return one.error.partition(" ")[0] or (str(one.status) if one.status else "ws")


def _took(one: Exchange) -> str:
    return f" · {one.milliseconds:.0f} ms" if one.status else ""
