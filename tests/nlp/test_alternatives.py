"""Patterns that were put together to be fast find what the plain ones find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import intent_words as words
from nlp.alternatives import by_first_letter, by_two_letters
from tests.nlp.messages import messages
from tests.nlp.test_intents import WITH_PROBLEM, WITHOUT_PROBLEM

ALTERNATIVES = ["不用", "不用来", "不(?:必|要)", "算了", "算", ".5", "催[一下]", "到哪?一步"]


@given(st.lists(st.sampled_from([*"不用必要来算了催一到哪步5下."]), max_size=8).map("".join))
def test_grouped_pattern_finds_the_same(text: str) -> None:
    plain = re.compile("|".join(re.escape(a) if a[0] == "." else a for a in ALTERNATIVES)).search(text)
    grouped = re.compile(by_first_letter(ALTERNATIVES)).search(text)
    assert (grouped and grouped.span()) == (plain and plain.span())


@given(st.lists(st.sampled_from([*"不用必要来算了催一到哪步5下."]), max_size=8).map("".join))
def test_pattern_by_two_letters_is_found_at_the_same_place(text: str) -> None:
    plain = re.compile(by_first_letter(ALTERNATIVES)).search(text)
    found = re.compile(by_two_letters(ALTERNATIVES)).search(text)
    assert (found and found.start()) == (plain and plain.start())


def test_pattern_by_two_letters_knows_what_follows_some_first_letters() -> None:
    numbers = re.compile(by_two_letters(["北门", "北区"], ("123", "[0-9]*栋")))
    assert [found.start() for found in numbers.finditer("北京北门12栋4栋北区")] == [2, 4, 9]


SAID = [text for _, texts in (*WITHOUT_PROBLEM, *WITH_PROBLEM) for text in texts]


@given(messages | st.sampled_from(SAID))
def test_one_look_misses_no_word_of_an_old_matter(text: str) -> None:
    if any(pattern.search(text) for pattern in (words.HUMAN, words.WITHDRAW, words.OLD_MATTER)):
        assert words.ANY_OF_A_TICKET.search(text)


@pytest.mark.parametrize("text", ["厨房漏水", "电梯坏了", "保安态度差"])
def test_one_look_is_enough_for_a_plain_report(text: str) -> None:
    assert words.ANY_OF_A_TICKET.search(text) is None
