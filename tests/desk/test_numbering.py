from datetime import date

import pytest

from bot.desk.numbering import number


@pytest.mark.parametrize(
    ("sort", "serial", "expected"),
    [
        ("repair", 1, "BX260304-001"),
        ("complaint", 12, "TS260304-012"),
        ("suggestion", 3, "JY260304-003"),
        ("inquiry", 4, "ZX260304-004"),
        ("patrol", 5, "XC260304-005"),
        ("incident", 1234, "JT260304-1234"),
    ],
)
def test_a_number_says_what_when_and_which(sort: str, serial: int, expected: str) -> None:
    assert number(sort, date(2026, 3, 4), serial) == expected
