"""The regression set holds, above all its emergencies."""

from __future__ import annotations

from typing import Any

import pytest

from nlp.understanding import Understanding
from nlp.urgency import LEVELS
from tests.nlp.classify.heard import understood
from tests.nlp.regression import accepted, rows

ALLOWED = 0.02
"""Share of messages that may be understood differently, for each figure."""

Pair = tuple[dict[str, Any], Understanding]


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return [(row, understood(row["text"])) for row in rows()]


def category(found: Understanding) -> str:
    return found.problems[0].category if found.problems else "none"


def urgency(found: Understanding) -> str:
    return max((one.urgency for one in found.problems), key=LEVELS.__getitem__, default="normal")


def test_set_is_large_and_covers_all_categories(pairs: list[Pair]) -> None:
    assert len(pairs) >= 150
    assert {row["category"] for row, _ in pairs} == {"facilities", "cleaning", "security", "service", "none"}


def test_ids_are_unique(pairs: list[Pair]) -> None:
    assert len({row["id"] for row, _ in pairs}) == len(pairs)


def test_categories_hold(pairs: list[Pair]) -> None:
    wrong = [row["text"] for row, found in pairs if category(found) not in accepted(row, "category", "also")]
    assert len(wrong) <= ALLOWED * len(pairs), wrong


def test_urgencies_hold(pairs: list[Pair]) -> None:
    wrong = [
        row["text"] for row, found in pairs if urgency(found) not in accepted(row, "urgency", "urgency_alt")
    ]
    assert len(wrong) <= ALLOWED * len(pairs), wrong


def test_kinds_hold(pairs: list[Pair]) -> None:
    wrong = [
        row["text"]
        for row, found in pairs
        if found.problems and found.problems[0].kind not in accepted(row, "intent", "intent_alt")
    ]
    assert len(wrong) <= ALLOWED * len(pairs), wrong


def test_no_emergency_is_missed(pairs: list[Pair]) -> None:
    missed = [
        row["text"]
        for row, found in pairs
        if row["urgency"] == "emergency" and urgency(found) not in accepted(row, "urgency", "urgency_alt")
    ]
    assert missed == []


def test_small_talk_opens_no_ticket(pairs: list[Pair]) -> None:
    opened = [
        row["text"]
        for row, found in pairs
        if accepted(row, "category", "also") == ["none"] and found.problems
    ]
    assert opened == []
