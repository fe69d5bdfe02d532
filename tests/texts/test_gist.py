"""What a ticket is about, in a few of the owner's own words."""

from __future__ import annotations

import pytest

from bot.texts.gist import gist, told
from nlp.understanding import Appointment, Evidence, Place
from tests.texts.people import a_ticket, at

STORY = "你好，我是3栋2单元1501的业主\n厨房水管漏水了，在水槽下面\n明天下午三点半来修吧\n电话13800138001"


def test_what_stands_beside_the_matter_is_left_out() -> None:
    ticket = a_ticket(
        text=STORY,
        appointment=Appointment(at(5, "15:30"), None, "明天下午三点半"),
        evidence=(Evidence("漏水", 24, 26, "facilities"),),
    )
    assert told(ticket) == "厨房水管漏水了，在水槽下面"


def test_the_gist_is_the_clause_that_decided() -> None:
    ticket = a_ticket(
        text="昨天刚搬进来，家里东西还没收拾好，马桶堵了", evidence=(Evidence("堵", 18, 19, "facilities"),)
    )
    assert gist(ticket) == "马桶堵了"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("我家厨房漏水", "厨房漏水"),
        ("3栋2单元1501厨房漏水", "厨房漏水"),
        ("您好！", "您好"),
        ("说错了，厨房漏水", "厨房漏水"),
        ("两件事：厨房漏水", "厨房漏水"),
        ("OK, the tap is leaking", "the tap is leaking"),
        ("厨房漏水，不是我家，是我妈家", "厨房漏水，不是我家，是我妈家"),
        ("漏水", "漏水"),
        (
            "楼上天天半夜装修钻墙还拖家具吵得一家老小根本没办法睡觉",
            "楼上天天半夜装修钻墙还拖家具吵得一家老小根本没…",
        ),
        (
            "The kitchen tap is leaking badly and the cupboard below it is soaked through",
            "The kitchen tap is leaking badly and the cupboard below it…",
        ),
    ],
)
def test_the_gist_is_short(text: str, shown: str) -> None:
    assert gist(a_ticket(text=text)) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("602的厕所漏水", "厕所漏水"),
        ("602的确漏水", "的确漏水"),
        ("The tap in 602 is leaking", "The tap is leaking"),
        ("I live in 602, my name is John Brown, my sink is blocked", "my sink is blocked"),
    ],
)
def test_a_room_leaves_with_the_word_that_joined_it(text: str, shown: str) -> None:
    assert gist(a_ticket(text=text, place=Place(building="3", room="602", text="602"))) == shown


def test_a_public_place_stays_in_the_gist() -> None:
    lift = Place(building="3", area="3号楼电梯", text="3号楼电梯")
    assert gist(a_ticket(text="3号楼电梯停了", place=lift)) == "3号楼电梯停了"


def test_a_hundred_thousand_characters_are_cut() -> None:
    assert len(told(a_ticket(text="漏水啦" * 33_000))) == 300
