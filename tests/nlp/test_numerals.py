"""Chinese numerals of rooms and times."""

from __future__ import annotations

import pytest

from nlp.numerals import digits_of, value_of


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十五", 15), ("二十三", 23), ("一百零二", 102), ("一百二", 120), ("一百一十", 110), ("两", 2), ("廿三", 23), ("〇", 0),
        ("一五〇一", 1501), ("十", 10), ("二十", 20), ("零三", 3), ("08", 8), ("1501", 1501), ("一千五百", 1500), ("三百零一", 301),
    ],
)  # fmt: skip
def test_numeral_has_its_value(numeral: str, value: int) -> None:
    assert value_of(numeral) == value


@pytest.mark.parametrize("text", ["", "百", "漏水", "3栋", "一" * 10, "1" * 10, "1千"])
def test_what_is_no_numeral_has_no_value(text: str) -> None:
    assert value_of(text) is None


def test_leading_zero_of_a_door_is_kept() -> None:
    assert digits_of("零三") == "03"
