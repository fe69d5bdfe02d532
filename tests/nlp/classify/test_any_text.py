"""Whatever is sent, it is understood as something, in time."""

from __future__ import annotations

from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.lexicon import load_lexicon
from nlp.lexicon.index import build_index
from tests.nlp.classify.heard import understood

WORDS = sorted(build_index(load_lexicon()))
LONG = 100_000
SECONDS = 10.0
"""Ten times what is asked for, so that neither a busy machine nor twenty thousand words met for the first time fail the
test; a super-linear pattern would."""


@given(st.text())
@settings(deadline=None)
def test_any_text_is_understood(text: str) -> None:
    assert understood(text).intent


@given(st.lists(st.sampled_from([*WORDS, "，", "。", " ", "3栋", "不", "没有"]), max_size=12).map("".join))
@settings(deadline=None)
def test_any_words_of_the_lexicon_give_sound_problems(text: str) -> None:
    for problem in understood(text).problems:
        assert 0 <= problem.confidence <= 1
        assert problem.category in {"facilities", "cleaning", "security", "service"}
        assert all(text[found.start : found.end] == found.text for found in problem.evidence)


def seconds(text: str) -> float:
    begun = process_time()
    understood(text)
    return process_time() - begun


def test_hundred_thousand_characters_in_one_clause() -> None:
    scattered = (WORDS[(7919 * number) % len(WORDS)] for number in range(LONG // 3))
    assert seconds("".join(scattered)[:LONG]) < SECONDS


def test_hundred_thousand_times_the_same_character() -> None:
    assert seconds("漏" * LONG) < SECONDS


def test_hundred_thousand_letters_without_a_space() -> None:
    assert seconds("a" * LONG) < SECONDS


def test_hundred_thousand_characters_in_sentences() -> None:
    assert seconds("电梯坏了，楼道灯不亮。" * (LONG // 11)) < SECONDS
