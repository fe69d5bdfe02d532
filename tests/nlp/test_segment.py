"""Both engines cut alike, so a machine without the Rust engine understands the same."""

from __future__ import annotations

import re

import pytest

from nlp.benchmark import messages
from nlp.lexicon import load_lexicon
from nlp.lexicon.index import build_index, segmenter_words
from nlp.segment import Segmenter
from tests.nlp.regression import texts

HAN = re.compile(r"[\u4e00-\u9fa5]+")


@pytest.fixture(scope="module")
def engines() -> tuple[Segmenter, Segmenter]:
    lexicon = load_lexicon()
    words = segmenter_words(lexicon, build_index(lexicon))
    return Segmenter(*words, engine="rjieba"), Segmenter(*words, engine="jieba")


def test_both_engines_cut_han_alike(engines: tuple[Segmenter, Segmenter]) -> None:
    fast, reference = engines
    for run in HAN.findall("\n".join([*texts(), *messages()])):
        assert fast.cut(run) == reference.cut(run)


def test_both_engines_know_the_dictionarys_cuts_of_added_words(engines: tuple[Segmenter, Segmenter]) -> None:
    fast, reference = engines
    assert fast.parts == reference.parts
    assert fast.parts["水管爆了"] == ("水管", "爆", "了")


def test_added_word_is_one_token(engines: tuple[Segmenter, Segmenter]) -> None:
    for engine in engines:
        assert engine.cut("水喉爆咗") == ["水喉爆咗"]


def test_added_words_do_not_tear_others_apart(engines: tuple[Segmenter, Segmenter]) -> None:
    for engine in engines:
        assert engine.cut("没水平") == ["没", "水平"]


def test_cuts_joined_are_the_text(engines: tuple[Segmenter, Segmenter]) -> None:
    text = "3栋 my sink is leaking!! 水管爆了😀\n快来"
    for engine in engines:
        assert "".join(engine.cut(text)) == text


def test_one_segmenter_does_not_know_anothers_words() -> None:
    Segmenter(["水喉爆咗嘅"])
    assert Segmenter().cut("水喉爆咗嘅") != ["水喉爆咗嘅"]


def test_word_with_a_lines_end_is_cut_like_the_others() -> None:
    parts = Segmenter(["水管爆了", "水管\n爆了"]).parts
    assert parts["水管爆了"] == ("水管", "爆", "了")
    assert parts["水管\n爆了"] == ("水管", "\n", "爆", "了")
