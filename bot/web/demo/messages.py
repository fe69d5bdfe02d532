"""The messages of one chat, kept in step with the desk: new ones appended, edits made in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from nicegui.element import Element

from bot.web.demo.bubble import Reader, fill
from bot.web.demo.desk import Entry
from bot.web.demo.feed import Feed
from bot.web.demo.pieces import box, button, text
from bot.web.demo.times import is_pause, stamp
from bot.web.demo.words import Words

_AT_FIRST = 60
"""A long chat is drawn from its end; the rest on demand, so that a page opens at once."""


@dataclass(slots=True)
class _Row:
    entry: Entry
    element: Element


class Messages:
    def __init__(self, feed: Feed, words: Words, chat: str, reader: Reader) -> None:
        self._feed = feed
        self._words = words
        self._rows: dict[str, _Row] = {}
        self._limit = _AT_FIRST
        self._today: date | None = None
        self._chat, self._reader = chat, reader
        # The outer box is laid out from its end: a browser then keeps the newest message in sight by itself.
        with box("messages") as self._scroll:
            self._list = box("list")

    def open(self, chat: str, reader: Reader) -> None:
        self._chat, self._reader, self._limit = chat, reader, _AT_FIRST
        self._redraw()
        self._to_the_end()

    def follow(self) -> list[Entry]:
        """Draws what changed; returns what is new since the last time."""
        entries = self._feed.entries(self._chat)
        fresh = [entry for entry in entries[-self._limit :] if entry.key not in self._rows]
        if self._day() != self._today or not self._rows.keys() <= {entry.key for entry in entries}:
            self._redraw()
            self._to_the_end()
            return fresh
        self._edit(entries)
        for entry in fresh:
            self._append(entry)
        if fresh:
            self._to_the_end()
        self._fade()
        return fresh

    def _edit(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            row = self._rows.get(entry.key)
            if row and row.entry != entry:
                row.entry = entry
                self._fill(row.element, entry, edited=True)

    def _redraw(self) -> None:
        self._today = self._day()
        self._rows.clear()
        self._list.clear()
        entries = self._feed.entries(self._chat)
        with self._list:
            if len(entries) > self._limit:
                button(self._words.earlier, "earlier", self._earlier)
        for entry in entries[-self._limit :]:
            self._append(entry)
        self._fade()

    def _earlier(self) -> None:
        self._limit += _AT_FIRST
        self._redraw()

    def _append(self, entry: Entry) -> None:
        last = list(self._rows.values())[-1:]
        with self._list:
            if entry.kind == "message" and is_pause(last[0].entry.at if last else None, entry.at):
                text(self._stamp(entry.at), "stamp")
            element = box(f"msg {entry.kind}")
        self._fill(element, entry, edited=False)
        self._rows[entry.key] = _Row(entry, element)

    def _fill(self, element: Element, entry: Entry, *, edited: bool) -> None:
        fill(element, entry, self._reader, self._feed, self._words, edited=edited)

    def _fade(self) -> None:
        """An owner's buttons look old once a newer message offers the same ones."""
        later: set[str] = set()
        owner = not self._reader.cards
        for row in reversed(list(self._rows.values())):
            labels = {label for label, _ in row.entry.buttons}
            old = owner and bool(labels) and labels <= later
            row.element.classes(add="old" if old else "", remove="" if old else "old")
            later |= labels

    def _to_the_end(self) -> None:
        self._scroll.client.run_javascript(
            f"requestAnimationFrame(() => getHtmlElement({self._scroll.id})?.scrollTo({{top: 0}}))"
        )

    def _day(self) -> date:
        return self._feed.desk.now().astimezone(self._feed.desk.zone).date()

    def _stamp(self, at: datetime) -> str:
        return stamp(at, self._feed.desk.now(), self._feed.desk.zone, self._words)
