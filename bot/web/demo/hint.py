"""What an empty part of the page says to a first-time visitor."""

from __future__ import annotations

from nicegui.element import Element

from bot.web.demo.pieces import box, text
from bot.web.demo.words import Part, Words

_ORDER: tuple[Part, ...] = ("owner", "staff", "ticket")
"""Numbered for whoever sees the page for the first time; the manager comes in when it matters."""


def show_hint(part: Part, words: Words) -> Element:
    title, rest = words.hints[part]
    with box("hint") as hint:
        if part in _ORDER:
            text(str(_ORDER.index(part) + 1), "hint-step")
        text(title, "hint-title")
        text(rest, "hint-text")
    return hint
