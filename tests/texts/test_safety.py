"""What to do until somebody comes."""

from __future__ import annotations

import pytest

from bot.texts.safety import advice, dangers
from tests.texts.people import a_ticket, voice


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("厨房着火了", ("fire",)),
        ("楼道里有很浓的煤气味", ("gas",)),
        ("我被困在3号楼电梯里了", ("lift",)),
        ("电梯突然坠下去两层", ("lift",)),
        ("插座冒火花，还有烟", ("electric",)),
        ("有人在大堂打架，有个人流血了", ("injury", "crime")),
        ("外墙瓷砖掉下来了", ("falling",)),
        ("厨房水管爆了，到处是水", ("water",)),
        ("整栋楼停电了", ("outage",)),
        ("整栋楼停水了", ("dry",)),
        ("我被困喺𨋢入面，升降機停咗", ("life",)),
        ("There is a fire on the third floor, lots of smoke", ("fire",)),
        ("We are trapped in the lift", ("lift",)),
        ("出大事了，快来", ("life",)),
    ],
)
def test_the_dangers_are_read_from_the_words(text: str, expected: tuple[str, ...]) -> None:
    assert dangers(a_ticket(text=text, topic="")) == expected


def test_the_topic_tells_where_the_words_do_not() -> None:
    assert dangers(a_ticket(text="厨房喷得到处都是", topic="pipe.burst")) == ("water",)


def test_advice_names_the_number_to_call() -> None:
    said = advice(voice(), a_ticket(text="我被困在电梯里了"))
    assert said == ["别扒门、别往外爬，按轿厢里的警铃，靠里站稳等我们。有人不舒服马上打 119 或 120。"]


def test_a_falling_lift_is_no_falling_wall() -> None:
    assert dangers(a_ticket(text="电梯刚才突然坠落了两层", topic="lift.falling")) == ("lift",)
