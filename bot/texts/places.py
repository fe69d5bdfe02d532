"""A place as each language writes it: 5栋1单元802 · 5棟1單元802 · Building 5, Unit 1, Room 802."""

from __future__ import annotations

import re

from bot.desk.ticket import Ticket
from nlp.understanding import Language, Place

_HAN = re.compile(r"[\u4e00-\u9fff]")
_TRADITIONAL = str.maketrans(
    "业东乐会侧务动区单卫厅厕后园场墙层岗广库庙机柜栋桥楼电监篮车转边过连递门间顶号对观网游围栏阳岛铁闸锅炉变压线厨卧书储贮药馆厦轿厢杂处环铺饮亲",
    "業東樂會側務動區單衛廳廁後園場牆層崗廣庫廟機櫃棟橋樓電監籃車轉邊過連遞門間頂號對觀網遊圍欄陽島鐵閘鍋爐變壓線廚臥書儲貯藥館廈轎廂雜處環鋪飲親",
)
"""The characters that places are made of; in front of them no phrase decides which one is meant."""


def place_of(ticket: Ticket, language: Language) -> str:
    """Where a ticket is, for somebody who reads that language; empty where nobody knows."""
    return shown(ticket.place, ticket.place_text, language)


def shown(place: Place | None, written: str, language: Language) -> str:
    """`written` is the place as it stands on a card, in Simplified; it stays where nothing better is known."""
    if language == "zh-Hant":
        return written.translate(_TRADITIONAL)
    if language == "en" and place is not None:
        return _english(place) or written
    return written


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
