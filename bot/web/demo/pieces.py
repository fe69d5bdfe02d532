"""The smallest pieces of the page. Text goes in as text, never as markup."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from bot.web.demo.cast import colour, initial
from bot.web.demo.words import Words


def box(classes: str, tag: str = "div") -> Element:
    return ui.element(tag).classes(classes)


def text(words: str, classes: str = "", tag: str = "div") -> TextElement:
    return TextElement(tag=tag, text=words).classes(classes)


def button(
    label: str, classes: str, on_click: Callable[[], Any], title: str = "", icon: str = ""
) -> TextElement:
    """A plain button; `title` is its name where it has an icon alone."""
    made = TextElement(tag="button", text=label).classes(f"btn {classes}")
    made.props["type"] = "button"
    if title:
        made.props["title"] = made.props["aria-label"] = title
    if icon:
        with made:
            ui.icon(icon)
    return made.on("click", lambda _: on_click(), args=[])


def link(label: str, path: str, words: Words) -> Element:
    """To another page, in the same language."""
    code = words.other_language[0]
    return ui.link(label, path if code == "en" else f"{path}?lang=en").classes("btn plain language")


def avatar(name: str, desk_mark: str = "回") -> Element:
    """Coloured initial of a person; the desk's own mark for the empty name."""
    made = text(initial(name) if name else desk_mark, "avatar" if name else "avatar desk")
    if name:
        made.style(f"--tint: {colour(name)}")
    made.props["aria-hidden"] = "true"
    return made


def picture(address: str, classes: str = "") -> Element:
    made = box(classes, "img")
    made.props["src"] = address
    made.props["alt"] = ""
    return made
