from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nlp.learning.changes import HIGHEST, LOWEST, STEPS, lowered, raised

weights = st.floats(LOWEST, HIGHEST)


@given(weights)
def test_weight_never_leaves_its_bounds(weight: float) -> None:
    assert LOWEST <= lowered(weight) <= raised(weight) <= HIGHEST


@given(weights)
def test_raising_again_and_again_ends_at_the_highest(weight: float) -> None:
    for _ in STEPS:
        weight = raised(weight)
    assert weight == HIGHEST


@given(weights)
def test_lowering_again_and_again_ends_at_nothing(weight: float) -> None:
    for _ in range(5):
        weight = lowered(weight)
    assert weight == LOWEST
