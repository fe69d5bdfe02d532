"""One entry of a chat as a row: avatar, bubble or card, pictures, buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from nicegui import ui
from nicegui.element import Element

from bot.web.demo.desk import Entry, TicketLine
from bot.web.demo.feed import NUMBER, Feed
from bot.web.demo.pieces import avatar, box, button, picture, text
from bot.web.demo.words import Words

_LONG = 1200
_ICONS = {
    "photo": "image",
    "voice": "mic",
    "file": "description",
    "document": "description",
    "location": "place",
}
_PRESSING = {
    "emergency": "emergency",
    "紧急": "emergency",
    "urgent": "urgent",
    "急": "urgent",
    "加急": "urgent",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at the chat, and what their hands can do."""

    name: str
    cards: bool
    """Messages about a ticket look like cards (staff and managers)."""
    named: bool
    """Senders are named (groups)."""
    tap: Callable[[Entry, str], Any]
    open_ticket: Callable[[int], Any]


def fill(row: Element, entry: Entry, reader: Reader, feed: Feed, words: Words, *, edited: bool) -> None:
    """Puts the entry into its row; on an edit the row is filled anew."""
    row.clear()
    with row:
        if entry.kind == "notice":
            text(entry.text, "aside")
            return
        row.classes("mine" if entry.who == reader.name else "theirs")
        avatar(entry.who)
        with box("body"):
            if reader.named and entry.who != reader.name:
                text(entry.who or words.private, "sender")
            _bubble(entry, reader, feed, edited)
            _buttons(entry, reader)
            if edited:
                text(words.updated, "edited")


def _bubble(entry: Entry, reader: Reader, feed: Feed, edited: bool) -> None:
    ticket = feed.ticket_in(entry.text) if not entry.who else None
    classes = "bubble" + (" pulse" if edited else "") + (" long" if len(entry.text) > _LONG else "")
    if entry.photo_paths and not entry.text:
        classes += " bare"
    if ticket and reader.cards:
        classes += f" card {_PRESSING.get(ticket.urgency, 'normal')}"
    with box(classes):
        title, _, rest = entry.text.partition("\n") if "card" in classes else ("", "", entry.text)
        title, rest = (title, rest) if rest else ("", title or rest)
        if title:
            _words(title, "title", ticket, reader)
        if rest:
            _words(rest, "words", ticket, reader)
        _attachments(entry, feed)


def _words(said: str, classes: str, ticket: TicketLine | None, reader: Reader) -> None:
    """The text, in which the number of a known ticket opens it."""
    found = NUMBER.search(said) if ticket else None
    if found is None or ticket is None or found[0] != ticket.number:
        text(said, classes)
        return
    number = ticket.id
    with box(classes):
        text(said[: found.start()], tag="span")
        opener = text(found[0], "number", "span").on("click", lambda _: reader.open_ticket(number), args=[])
        opener.props["role"] = "link"
        text(said[found.end() :], tag="span")


def _attachments(entry: Entry, feed: Feed) -> None:
    shown = [address for path in entry.photo_paths if (address := feed.address(path))]
    for address in shown:
        with ui.dialog() as large, box("lightbox"):
            picture(address)
        picture(address, "photo").on("click", large.open, args=[])
    for label in entry.attachments[len(shown) :] if shown else entry.attachments:
        with box("attachment"):
            kind, _, name = label.strip("()").partition(" ")
            ui.icon(_ICONS.get(kind, "attach_file"))
            text(name or kind, tag="span")


def _buttons(entry: Entry, reader: Reader) -> None:
    if not entry.buttons:
        return
    scores = all(label.isdecimal() for label, _ in entry.buttons)
    with box("acts scores" if scores else "acts"):
        for place, (label, token) in enumerate(entry.buttons):
            _act(label, token, "act first" if place == 0 and not scores else "act", entry, reader)


def _act(label: str, token: str, classes: str, entry: Entry, reader: Reader) -> None:
    def press() -> Any:
        made.classes("tapped")
        return reader.tap(entry, token)

    made = button(label, classes, press)
