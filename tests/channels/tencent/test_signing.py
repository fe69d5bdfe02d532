from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.tencent.signing import is_fresh, is_signed, signature

NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)


def stamp(**ago: float) -> str:
    return str(int((NOW - timedelta(**ago)).timestamp()))


def test_the_order_of_the_parts_does_not_matter() -> None:
    assert signature("word", "1", "n") == signature("n", "word", "1")


def test_a_signature_is_known_by_all_its_parts() -> None:
    given = signature("word", "1", "n")
    assert is_signed(given, "word", "1", "n")
    assert not is_signed(given, "word", "2", "n")
    assert not is_signed("", "word", "1", "n")
    assert not is_signed("签名", "word", "1", "n")


@pytest.mark.parametrize(
    ("ago", "fresh"), [(0, True), (299, True), (-299, True), (301, False), (-301, False)]
)
def test_a_callback_is_fresh_for_five_minutes_either_way(ago: int, fresh: bool) -> None:
    assert is_fresh(stamp(seconds=ago), NOW) is fresh
