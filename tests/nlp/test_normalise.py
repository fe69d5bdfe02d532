"""One plain form, with the way back to the text as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.normalise import normalise

PLAIN = [
    ("３栋２单元１５０１", "3栋2单元1501"),
    ("漏水！！！", "漏水!"),
    ("漏\u200b水\ufeff", "漏水"),
    ("漏\x00水\x07", "漏水"),
    ("電梯壞了", "电梯坏了"),
    ("後天", "后天"),
    ("着火了", "着火了"),
    ("著火了", "着火了"),
    ("電梯着火,著名", "电梯着火,著名"),
    ("😡漏水😡😡", "漏水"),
    ("漏水😡停电", "漏水 停电"),
    ("1️⃣", "1"),
    ("ＷｉＦｉ", "WiFi"),
    ("①漏水", "\n1、漏水"),
    ("3栋—2—1501", "3栋-2-1501"),
    ("漏水　停电", "漏水 停电"),
    ("等等……", "等等…"),
    ("a\u0301", "a"),
    ("\ud800漏水", "漏水"),
    ("", ""),
]


@pytest.mark.parametrize(("written", "plain"), PLAIN)
def test_plain_form(written: str, plain: str) -> None:
    assert normalise(written).plain == plain


def test_span_of_plain_leads_back_to_the_words_as_written() -> None:
    text = normalise("😡東區３幢，水\u200b管！！！爆了")
    start = text.plain.index("水管")
    assert text.as_written(start, start + 2) == "水\u200b管"


def test_span_of_a_folded_sign_begins_at_the_first() -> None:
    text = normalise("漏水！！！快来")
    assert text.span(2, 3) == (2, 3)
    assert text.as_written(3, 5) == "快来"


def test_letters_keep_their_case() -> None:
    assert normalise("Flat 12b").plain == "Flat 12b"


@given(st.text(max_size=200))
def test_any_text_has_a_plain_form_with_positions(written: str) -> None:
    text = normalise(written)
    assert len(text.plain) == len(text.origin)
    assert list(text.origin) == sorted(text.origin)
    assert all(0 <= at < len(written) for at in text.origin)


@given(st.text(max_size=60), st.integers(0, 80), st.integers(0, 80))
def test_every_span_lies_within_the_text_as_written(written: str, start: int, end: int) -> None:
    first, last = normalise(written).span(min(start, end), min(end, len(normalise(written).plain)))
    assert 0 <= first <= last <= len(written)


@given(st.text(alphabet="漏水电梯3栋０１，。！ \n電棟A", max_size=80))
def test_normalising_twice_changes_nothing(written: str) -> None:
    plain = normalise(written).plain
    assert normalise(plain).plain == plain
