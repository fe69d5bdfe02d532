from __future__ import annotations

import pytest

from nlp.learning.changes import Change
from nlp.learning.judging import Judge, Judgement
from nlp.learning.material import Material
from nlp.understand import Understander
from tests.nlp.learning.desk import MESSAGES, by_staff


def judged(small: Understander, *changes: Change) -> Judgement:
    judge = Judge(Material(small, by_staff("cleaning", "柜子里全是垃圾渣", "柜子脏"), MESSAGES))
    return judge.judge({change.key: change for change in changes})


def learned(topic: str, word: str, weight: float) -> Change:
    return Change(topic, word, None, weight, ("柜子脏",))


def test_more_corrections_understood_and_nothing_lost_is_better(small: Understander) -> None:
    found = judged(small, learned("rubbish.heap", "柜子", 6.0))
    assert found.harms == ()
    assert found.new.corrections_right == found.old.corrections_right + 1
    assert found.better


def test_word_that_takes_an_emergency_over_is_found_out(small: Understander) -> None:
    found = judged(small, learned("parcel", "水管爆了", 6.0), learned("rubbish.heap", "柜子", 6.0))
    lost = [harm for harm in found.harms if harm.kind == "emergency_lost"]
    assert {key for harm in lost for key in harm.keys} == {"parcel 水管爆了"}
    assert not found.better


def test_message_that_becomes_wrong_is_found_out(small: Understander) -> None:
    (harm,) = judged(small, learned("parcel", "垃圾桶", 6.0)).harms
    assert (harm.kind, harm.text, harm.keys) == ("message_wrong", "垃圾桶满了", ("parcel 垃圾桶",))


def test_false_emergency_is_found_out(small: Understander) -> None:
    kinds = {harm.kind for harm in judged(small, learned("pipe.burst", "厨房", 6.0)).harms}
    assert kinds == {"emergency_false"}


@pytest.mark.parametrize("weight", [0.0, 1.4])
def test_change_that_helps_nobody_is_not_better(small: Understander, weight: float) -> None:
    assert not judged(small, learned("rubbish.heap", "柜子", weight)).better
