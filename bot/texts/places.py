"""A place as each language writes it: 5栋1单元802 · 5棟1單元802 · Building 5, Unit 1, Room 802."""

from __future__ import annotations

import re
from functools import cache

import opencc

from bot.desk.ticket import Ticket
from nlp.understanding import Language, Place

_HAN = re.compile(r"[\u4e00-\u9fff]")


def place_of(ticket: Ticket, language: Language) -> str:
    """Where a ticket is, for somebody who reads that language; empty where nobody knows."""
    return shown(ticket.place, ticket.place_text, language)


def shown(place: Place | None, written: str, language: Language) -> str:
    """`written` is the place as it stands on a card, in Simplified; it stays where nothing better is known."""
    if language == "zh-Hant":
        return str(_traditional().convert(written))
    if language == "en" and place is not None:
        return _english(place) or written
    return written


@cache
def _traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


def _english(place: Place) -> str:
    """Named areas keep their name; where only its Chinese name is known, the card's words are better than half of each."""
    area = _area(place)
    if _HAN.search(area):
        return ""
    known = "" if area and place.building and place.building in area else place.building
    parts = (
        area,
        place.zone,
        f"Building {known}" if known else "",
        f"Unit {place.unit}" if place.unit and known else "",
        "" if area else _room(place),
    )
    return ", ".join(part for part in parts if part)


def _area(place: Place) -> str:
    """As it was written, where that was English."""
    area = place.area or ""
    return place.text if _HAN.search(area) and place.text and not _HAN.search(place.text) else area


def _room(place: Place) -> str:
    if place.room:
        return f"Room {place.room}"
    if place.floor:
        return "top floor" if place.floor == "top" else f"Floor {place.floor}"
    return ""
