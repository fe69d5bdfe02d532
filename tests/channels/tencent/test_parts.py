from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.tencent.parts import parts, size


@given(st.text(max_size=400), st.integers(8, 100))
def test_no_part_is_too_long_and_nothing_but_space_is_lost(text: str, limit: int) -> None:
    found = parts(text, limit)
    assert all(size(part) <= limit and part.strip() for part in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_a_text_is_cut_behind_a_sentence() -> None:
    assert parts("水管已经修好了。请您看一下，谢谢。", 36) == ["水管已经修好了。", "请您看一下，谢谢。"]


def test_an_emoji_is_never_cut_in_two() -> None:
    assert parts("🙏🙏🙏", 9) == ["🙏🙏", "🙏"]
