from __future__ import annotations

import pytest

from nlp.lexicon.patterns import DEFAULT_GAP, DEFAULT_WEIGHT, LOOSE_GAP, BrokenPattern, parse_pattern


def test_two_terms_follow_each_other_within_the_default_distance() -> None:
    pattern = parse_pattern("<水管> 断|裂")
    assert (pattern.first.groups, pattern.second.words) == (("水管",), ("断", "裂"))
    assert (pattern.ordered, pattern.gap, pattern.weight) == (True, DEFAULT_GAP, DEFAULT_WEIGHT)


def test_ampersand_allows_both_orders() -> None:
    pattern = parse_pattern("<电梯> & <困人> = 6.5")
    assert (pattern.ordered, pattern.gap, pattern.weight) == (False, LOOSE_GAP, 6.5)


def test_tilde_sets_the_distance() -> None:
    assert parse_pattern("<没有> ~4 电").gap == 4


def test_with_and_unless_name_further_words() -> None:
    pattern = parse_pattern("坠 层 with <电梯> unless 演习")
    assert pattern.present is not None
    assert pattern.absent is not None
    assert (pattern.present.groups, pattern.absent.words) == (("电梯",), ("演习",))


def test_underscore_is_a_space_in_english() -> None:
    assert parse_pattern("toilet backed_up").second.words == ("backed up",)


@pytest.mark.parametrize("text", ["", "<水管>", "<水管> &", "a b c", "<水管 爆", "a b = many", "a ~x b"])
def test_anything_else_is_broken(text: str) -> None:
    with pytest.raises(BrokenPattern):
        parse_pattern(text)
