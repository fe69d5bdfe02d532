"""Which part is in sight where not all four fit: the last column of a laptop, the one column of a phone."""

from __future__ import annotations

from functools import partial

from nicegui import ui
from nicegui.element import Element

from bot.web.demo.cast import Role
from bot.web.demo.pieces import box, button, text
from bot.web.demo.screen import Screen
from bot.web.demo.words import Part

_ICONS: dict[Part, str] = {
    "owner": "home",
    "staff": "handyman",
    "manager": "supervisor_account",
    "ticket": "timeline",
}
_SHARING: tuple[Part, ...] = ("ticket", "manager")
"""These two take turns in the last column."""


class Tabs:
    """`one-…` on the root says what a phone shows, `last-…` what the last column of a laptop shows."""

    def __init__(self, screen: Screen, root: Element, cast: tuple[Role, ...]) -> None:
        self._screen = screen
        self._root = root
        self._roles = {role.part: role for role in cast}
        self._one: Part = "owner"
        self._last: Part = "ticket"
        self._seen: dict[Part, tuple[int, ...]] = {part: self._newest(part) for part in self._roles}
        self._marked: dict[Part, list[Element]] = {part: [] for part in _ICONS}
        root.classes("one-owner last-ticket")

    def caption(self, part: Part) -> None:
        """Above a column: its name; for the two that share a column a switch between them."""
        with box("caption"):
            for other in _SHARING if part in _SHARING else (part,):
                label = self._screen.words.parts[other]
                classes = "tab own" if other == part else "tab other"
                if part in _SHARING:
                    self._add(other, button(label, classes, partial(self.turn, other)))
                else:
                    text(label, classes)

    def draw_bottom(self) -> None:
        with box("bottom", "nav"):
            for part, icon in _ICONS.items():
                with button("", f"bottom-tab {part}", partial(self.turn, part)) as made:
                    ui.icon(icon)
                    text(self._screen.words.tabs[part], tag="span")
                self._add(part, made)

    def turn(self, part: Part) -> None:
        self._root.classes(remove=f"one-{self._one} last-{self._last}")
        self._one = part
        self._last = "manager" if part == "manager" else "ticket"
        self._root.classes(add=f"one-{self._one} last-{self._last}")
        self.follow()

    def follow(self) -> None:
        """Marks the parts that are out of sight and have news."""
        for part in self._roles:
            if part in (self._one, self._last):
                self._seen[part] = self._newest(part)
            newest = self._newest(part)
            new = any(now != seen and now >= 0 for now, seen in zip(newest, self._seen[part], strict=True))
            for tab in self._marked[part]:
                tab.classes(add="news" if new else "", remove="" if new else "news")

    def _add(self, part: Part, tab: Element) -> None:
        self._marked[part].append(tab)

    def _newest(self, part: Part) -> tuple[int, ...]:
        role = self._roles[part]
        return tuple(self._screen.feed.newest(chat, role.names) for chat in role.chats)
