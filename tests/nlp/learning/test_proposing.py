from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.learning.changes import HIGHEST, LOWEST
from nlp.learning.hearing import hear
from nlp.learning.proposing import propose
from nlp.understand import Understander
from tests.nlp.learning.desk import MESSAGES, Correction, by_owners, by_staff

CATEGORIES = ("facilities", "cleaning", "security", "service")


def test_injected_corrections_make_it_better(small: Understander) -> None:
    found = propose(small, by_staff("service", "智能柜子又死机", "柜子的屏幕黑了"), MESSAGES)
    assert found.verdict == "better"
    assert (found.old.corrections_right, found.new.corrections_right) == (0, 2)
    assert found.new.messages_right == found.old.messages_right
    taught = Understander(small.lexicon.with_weights(found.weights))
    assert hear(taught, "柜子打不开").category == "service"


def test_corrections_against_all_that_is_known_are_refused(small: Understander) -> None:
    found = propose(
        small, by_staff("cleaning", "水管爆了", "楼道水管爆了", "水管爆了,垃圾桶漂起来了"), MESSAGES
    )
    assert found.verdict == "harmful"
    assert found.changes == ()
    assert found.weights == {}
    assert found.refused[0].harm.kind == "emergency_lost"


def test_what_is_good_is_learned_and_what_is_harmful_beside_it_refused(small: Understander) -> None:
    good = by_staff("service", "智能柜子又死机", "柜子的屏幕黑了")
    bad = by_staff("cleaning", "厨房漏水", "厨房漏水了")
    found = propose(small, [*good, *bad], MESSAGES)
    assert {change.word for change in found.changes} == {"柜子"}
    assert set(found.still_wrong) == {"厨房漏水", "厨房漏水了"}


def test_one_owner_teaches_nothing_two_do(small: Understander) -> None:
    texts = ("智能柜子又死机", "柜子的屏幕黑了")
    assert propose(small, by_owners("service", texts[0]), MESSAGES).changes == ()
    assert propose(small, by_owners("service", *texts), MESSAGES).changes != ()


def test_nothing_is_proposed_where_all_is_understood(small: Understander) -> None:
    found = propose(small, by_staff("cleaning", "垃圾桶满了"), MESSAGES)
    assert (found.verdict, found.changes) == ("nothing", ())
    assert propose(small, [], MESSAGES).verdict == "nothing"


def test_lowered_urgency_of_an_emergency_is_not_learned(small: Understander) -> None:
    found = propose(small, [Correction(1, "水管爆了", "urgency", "normal")], MESSAGES)
    assert found.verdict == "nothing"


def test_what_was_learned_before_is_kept(small: Understander) -> None:
    taught = Understander(small.lexicon.with_weights({"rubbish.heap 渣土": 3.5}))
    found = propose(taught, by_staff("service", "智能柜子又死机", "柜子的屏幕黑了"), MESSAGES)
    assert found.weights.keys() == {"rubbish.heap 渣土", "parcel 柜子"}


texts = st.lists(
    st.sampled_from(["水管", "爆了", "厨房", "柜子", "漏水", "垃圾", "快递", "摊贩", "死机", ","]),
    min_size=1,
    max_size=5,
).map("".join)


@pytest.mark.slow
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(texts, st.sampled_from(CATEGORIES)), max_size=5))
def test_no_corrections_whatever_lose_an_emergency(
    small: Understander, corrected: list[tuple[str, str]]
) -> None:
    corrections = [Correction(n, text, "category", new) for n, (text, new) in enumerate(corrected)]
    found = propose(small, corrections, MESSAGES)
    taught = Understander(small.lexicon.with_weights(found.weights))
    for message in MESSAGES:
        if message.emergency:
            assert hear(taught, message.text).urgency == "emergency"
    assert all(LOWEST <= weight <= HIGHEST for weight in found.weights.values())
    assert found.new.corrections_right >= found.old.corrections_right
