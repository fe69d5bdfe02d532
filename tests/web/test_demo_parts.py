"""What the page decides without a browser."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.web.demo.cast import chats_of, initial, person_for, roles
from bot.web.demo.desk import DemoDesk, Evidence
from bot.web.demo.evidence import pieces
from bot.web.demo.player import Place, place_of
from bot.web.demo.times import stamp
from bot.web.demo.uploads import keep
from bot.web.demo.words import Words
from bot.web.demo.words_en import EN
from bot.web.demo.words_zh import ZH
from tests.web.fake_desk import FakeDesk

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def desk() -> DemoDesk:
    return FakeDesk(Path(__file__).with_name("stories"))


def test_every_chat_belongs_to_exactly_one_phone(desk: DemoDesk) -> None:
    chats = [chat for role in roles(desk) for chat in role.chats]
    assert len(chats) == len(set(chats))
    assert set(chats) == {*desk.owners, *dict(desk.staff), *desk.groups}


def test_managers_and_the_group_of_managers_are_on_their_own_phone(desk: DemoDesk) -> None:
    _, staff, managers = roles(desk)
    assert managers.names == ("孙经理", "许主管", "赵队", "刘经理", "周主任")
    assert "管理群" in managers.chats
    assert staff.names[0] == "老李"


def test_person_has_the_groups_in_which_they_sit_and_their_private_chat(desk: DemoDesk) -> None:
    assert chats_of("老李", desk) == ("工程群", "老李")
    assert person_for("保洁群", ("老李", "小张"), desk) == "小张"
    assert person_for("管理群", ("老李", "小张"), desk) is None


@pytest.mark.parametrize(
    ("name", "letter"), [("老李", "李"), ("王女士", "王"), ("Mr Smith", "S"), ("老", "老")]
)
def test_avatar_takes_the_letter_that_people_know_somebody_by(name: str, letter: str) -> None:
    assert initial(name) == letter


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("王女士: 12:30 漏水 < 一点", Place("王女士", "王女士", acts=True)),
        ("老李 in 工程群: [接单]", Place("老李", "工程群", acts=True)),
        ("王女士\uff1a在吗", Place("王女士", "王女士", acts=True)),
        ("工程群 < 1501 … [接单]", Place(None, "工程群", acts=False)),
        ("王女士 <! 完成", Place(None, "王女士", acts=False)),
        ("@ 2026-03-04 10:00", None),
        ("+ 2h", None),
    ],
)
def test_line_of_a_scenario_says_on_whose_phone_it_happens(line: str, place: Place | None) -> None:
    assert place_of(line) == place


def test_overlapping_evidence_is_marked_once_and_the_text_stays_whole() -> None:
    found = [_evidence(0, 4, 1.0), _evidence(2, 4, 3.0), _evidence(5, 6, 2.0), _evidence(5, 99, 9.0)]
    cut = list(pieces("厨房漏水了吗啊", found))
    assert "".join(piece for piece, _ in cut) == "厨房漏水了吗啊"
    assert [piece for piece, mark in cut if mark] == ["漏水", "吗"]


def _evidence(start: int, end: int, weight: float) -> Evidence:
    return Evidence("", "facilities", weight, start, end)


def test_time_of_another_day_carries_its_date() -> None:
    now = datetime(2026, 3, 5, 2, 0, tzinfo=UTC)
    assert stamp(now, now, SHANGHAI, ZH) == "10:00"
    assert stamp(datetime(2026, 3, 4, 15, 59, tzinfo=UTC), now, SHANGHAI, ZH) == "3月4日 23:59"
    assert stamp(datetime(2026, 3, 4, 15, 59, tzinfo=UTC), now, SHANGHAI, EN) == "4 Mar 23:59"


def test_upload_is_kept_by_what_it_is_and_a_script_in_disguise_is_not() -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"rest"
    kept = keep(png)
    assert kept is not None
    assert kept.suffix == ".png"
    assert kept.read_bytes() == png
    assert keep(b"<svg onload=alert(1)>") is None
    assert keep(b"") is None


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_no_word_of_the_page_is_missing(words: Words) -> None:
    assert [field.name for field in fields(words) if not getattr(words, field.name)] == []
    assert words.codes.keys() == ZH.codes.keys()
    assert words.hints.keys() == words.parts.keys() == words.tabs.keys()
