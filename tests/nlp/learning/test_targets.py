from __future__ import annotations

import pytest

from nlp.learning.examples import Example
from nlp.learning.targets import Targets
from nlp.understand import Understander
from tests.nlp.learning.desk import MESSAGES


@pytest.fixture(scope="module")
def targets(small: Understander) -> Targets:
    return Targets(small, MESSAGES)


def test_topic_with_a_word_of_the_text_comes_first(targets: Targets) -> None:
    topic = targets.of(Example("柜子坏了", category="service"), "facilities")
    assert topic is not None
    assert topic.id == "parcel"


def test_dangerous_topic_is_chosen_only_for_an_emergency(targets: Targets) -> None:
    calm = targets.of(Example("水管爆了漏水", category="facilities"), "none")
    grave = targets.of(Example("水管爆了漏水", category="facilities", urgency="emergency"), "none")
    assert calm is not None
    assert grave is not None
    assert (calm.id, grave.id) == ("pipe.leak", "pipe.burst")


def test_text_like_no_other_has_no_topic(targets: Targets) -> None:
    assert targets.of(Example("蜂鸟号起飞", category="cleaning"), "none") is None
