from __future__ import annotations

from nlp.learning.examples import Example, examples_of
from tests.nlp.learning.desk import Correction


def test_last_correction_of_a_field_holds() -> None:
    found = examples_of(
        [
            Correction(1, "灯箱坏了", "category", "cleaning"),
            Correction(1, "灯箱坏了", "urgency", "urgent"),
            Correction(1, "灯箱坏了", "category", "facilities"),
        ]
    )
    assert found == [Example("灯箱坏了", category="facilities", urgency="urgent", trust=2)]


def test_tickets_with_the_same_words_are_examples_of_their_own() -> None:
    found = examples_of(Correction(n, "灯箱坏了", "category", "facilities", "resident") for n in (1, 2))
    assert [example.trust for example in found] == [1, 1]


def test_staff_are_believed_more_than_an_owner() -> None:
    found = examples_of(
        [
            Correction(1, "灯箱坏了", "category", "facilities", "resident"),
            Correction(1, "灯箱坏了", "category", "facilities"),
        ]
    )
    assert [example.trust for example in found] == [2]


def test_what_nobody_can_learn_from_is_left_out() -> None:
    nonsense = [
        Correction(1, "  ", "category", "facilities"),
        Correction(2, "灯箱坏了", "category", "none"),
        Correction(3, "灯箱坏了", "urgency", "soon"),
        Correction(4, "灯箱坏了", "colour", "red"),
    ]
    assert examples_of(nonsense) == []
