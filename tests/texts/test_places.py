"""A place as each language writes it."""

from __future__ import annotations

import pytest

from bot.texts import places
from nlp.understanding import Language, Place
from tests.texts.people import a_ticket


@pytest.mark.parametrize(
    ("place", "written", "english"),
    [
        (Place(building="5", unit="1", room="802"), "5栋1单元802", "Building 5, Unit 1, Room 802"),
        (Place(building="6", unit="B", room="1208"), "6栋B座1208", "Building 6, Unit B, Room 1208"),
        (Place(building="5", floor="12"), "5栋12楼", "Building 5, Floor 12"),
        (Place(building="5", floor="top"), "5栋顶楼", "Building 5, top floor"),
        (Place(area="Garage", text="Garage"), "Garage", "Garage"),
        (Place(building="5", area="lobby", text="lobby"), "5栋lobby", "lobby, Building 5"),
        (Place(area="地下车库", text="the garage"), "地下车库", "the garage"),
        (Place(building="3", area="3号楼电梯", text="3号楼电梯"), "3号楼电梯", "3号楼电梯"),
        (None, "", ""),
    ],
)
def test_an_english_reader_finds_the_place(place: Place | None, written: str, english: str) -> None:
    assert places.shown(place, written, "en") == english


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("zh-Hans", "5栋1单元802"),
        ("zh-Hant", "5棟1單元802"),
        ("en", "Building 5, Unit 1, Room 802"),
    ],
)
def test_a_ticket_shows_its_place_in_the_readers_language(language: Language, shown: str) -> None:
    ticket = a_ticket(place=Place(building="5", unit="1", room="802"), place_text="5栋1单元802")
    assert places.place_of(ticket, language) == shown


def test_a_public_place_is_read_in_traditional_characters() -> None:
    assert places.shown(None, "3号楼电梯", "zh-Hant") == "3號樓電梯"
