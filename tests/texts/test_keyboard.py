"""Buttons carry opaque tokens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from typing_extensions import override

from bot.desk.ports import Buttons
from bot.messages import Button
from bot.texts.keyboard import Keyboard
from tests.texts.people import NOW


class KeptButtons(Buttons):
    def __init__(self) -> None:
        self.kept: dict[str, list[Mapping[str, Any]]] = {}

    @override
    def put(self, key: str, acts: Sequence[Mapping[str, Any]], at: datetime) -> None:
        self.kept[key] = list(acts)

    @override
    def get(self, token: str) -> Mapping[str, Any] | None:
        key, _, number = token.partition(":")
        return self.kept[key][int(number)]


def test_the_buttons_of_a_message_are_one_row_in_the_database() -> None:
    buttons = KeptButtons()
    rows = [[("接单", {"act": "accept", "ticket": 1})], [("转派", {"act": "handover", "ticket": 1})]]
    made = Keyboard(buttons, lambda: "k" * 24, NOW).make(rows)
    assert made == ((Button("接单", f"{'k' * 24}:0"),), (Button("转派", f"{'k' * 24}:1"),))
    assert list(buttons.kept) == ["k" * 24]
    assert buttons.get(made[1][0].token) == {"act": "handover", "ticket": 1}


def test_a_token_fits_what_platforms_carry() -> None:
    rows = [[(str(n), {"act": "score", "value": n})] for n in range(100)]
    made = Keyboard(KeptButtons(), lambda: "k" * 24, NOW).make(rows)
    assert max(len(row[0].token.encode()) for row in made) <= 32


def test_no_buttons_store_nothing() -> None:
    buttons = KeptButtons()
    assert Keyboard(buttons, lambda: "key", NOW).make([]) == ()
    assert buttons.kept == {}
