"""Long texts are cut where a reader would pause, and nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.splitting import pieces, shortened, units


def test_a_short_text_stays_whole() -> None:
    assert pieces("厨房漏水。\n") == ["厨房漏水。"]


def test_a_blank_text_has_no_pieces() -> None:
    assert pieces(" \n\t") == []


def test_the_cut_falls_after_a_line() -> None:
    assert pieces("一二三四五\n六七八。九十", 8) == ["一二三四五", "六七八。九十"]


def test_else_after_a_sentence() -> None:
    assert pieces("一二三四。五六七八，九", 9) == ["一二三四。", "五六七八，九"]


def test_else_after_a_clause() -> None:
    assert pieces("一二三四，五六七八九十", 8) == ["一二三四，", "五六七八九十"]


def test_else_anywhere() -> None:
    assert pieces("一" * 10, 4) == ["一一一一", "一一一一", "一一"]


def test_an_emoji_counts_as_two_and_is_never_halved() -> None:
    assert pieces("😀" * 5, 5) == ["😀😀", "😀😀", "😀"]


def test_a_hundred_thousand_characters_are_cut_in_one_go() -> None:
    parts = pieces("厨房水管漏水了，快来人。" * 8400)
    assert len(parts) == 25
    assert all(part.endswith("。") for part in parts)


@given(st.text(alphabet="漏水。，\n 😀a.", max_size=60), st.integers(4, 12))
def test_all_but_white_space_comes_through_within_the_limit(text: str, limit: int) -> None:
    parts = pieces(text, limit)
    assert all(0 < units(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_notice_that_is_too_long_ends_in_dots() -> None:
    assert shortened("已由老李于10:05接单", 6) == "已由老李于…"
    assert shortened("已由老李", 6) == "已由老李"
