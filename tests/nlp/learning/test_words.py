from __future__ import annotations

import pytest

from nlp.learning.words import Vocabulary
from nlp.understand import Understander


@pytest.fixture(scope="module")
def vocabulary(small: Understander) -> Vocabulary:
    return Vocabulary(small)


def test_words_and_short_phrases_can_be_learned(vocabulary: Vocabulary) -> None:
    assert "流动摊贩" in vocabulary.words("流动摊贩又来了")


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("我是王女士,3栋2单元1501灯箱坏了", "1501"),
        ("我是王女士,3栋2单元1501灯箱坏了", "王女士"),
        ("灯箱坏了,打13800138001", "13800138001"),
    ],
)
def test_nobody_is_learned(vocabulary: Vocabulary, text: str, private: str) -> None:
    assert not [word for word in vocabulary.words(text) if private in word or word in private]


def test_what_everybody_says_is_not_learned(vocabulary: Vocabulary) -> None:
    assert vocabulary.words("你好,麻烦派人来看看,家里有点问题") == []


def test_english_phrases_keep_their_spaces(vocabulary: Vocabulary) -> None:
    assert "parcel locker" in vocabulary.words("The parcel locker is frozen")


def test_a_word_is_offered_once(vocabulary: Vocabulary) -> None:
    found = vocabulary.words("摊贩摊贩,摊贩")
    assert len(found) == len(set(found))
