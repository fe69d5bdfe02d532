"""Where no topic is heard for sure, all words of a message together say which department it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from nlp.confidence import THRESHOLD
from nlp.lexicon import load_lexicon
from nlp.lexicon.leanings import Leanings
from nlp.lexicon.model import CATEGORIES
from nlp.understand import Understander
from nlp.understanding import Problem
from tests.nlp.classify.heard import READ_AT

TOTALS = (100, 100, 100, 100, 100)
UNHEARD = "琉璃玳瑁珊瑚翡翠玛瑙"
"""Words that no topic knows."""


@cache
def leaning_to(of: int) -> Understander:
    counts = tuple(30 if at == of else 0 for at in range(5))
    words = {UNHEARD[at : at + 2]: counts for at in range(0, len(UNHEARD), 2)}
    return with_words(words)


def with_words(words: Mapping[str, tuple[int, ...]]) -> Understander:
    return Understander(replace(load_lexicon(), leanings=Leanings(TOTALS, dict(words))))


def problems(understander: Understander, text: str) -> tuple[Problem, ...]:
    return understander.understand(text, READ_AT, "Asia/Shanghai").problems


@pytest.mark.parametrize(("of", "category"), list(enumerate(CATEGORIES)))
def test_words_that_are_heard_in_one_department_lead_there(of: int, category: str) -> None:
    (problem,) = problems(leaning_to(of), UNHEARD)
    assert problem.category == category


def test_the_desk_asks_and_sees_which_words_decided() -> None:
    (problem,) = problems(leaning_to(3), UNHEARD)
    assert problem.confidence < THRESHOLD + 0.01
    assert problem.evidence
    assert all(one.text in UNHEARD for one in problem.evidence)


def test_words_of_small_talk_open_no_ticket() -> None:
    assert problems(leaning_to(4), UNHEARD) == ()


def test_without_counts_nothing_leans() -> None:
    assert problems(with_words({}), UNHEARD) == ()


def test_a_topic_that_is_heard_for_sure_is_not_questioned() -> None:
    (problem,) = problems(leaning_to(3), f"厨房水管漏水，{UNHEARD}")
    assert problem.category == "facilities"


def test_an_emergency_is_not_questioned() -> None:
    (problem,) = problems(leaning_to(4), f"着火，{UNHEARD}")
    assert problem.urgency == "emergency"
