"""One learned weight."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from nlp.lexicon.topics import WEIGHTS

LOWEST = 0.0
"""Corrections make a word say nothing; to speak against a topic takes somebody who edits the lexicon."""
HIGHEST = WEIGHTS["sure"]
STEPS = (WEIGHTS["words"], 4.4, 5.2, HIGHEST)
"""What a word may come to weigh, one step a round: no more than is needed."""


@dataclass(frozen=True, slots=True)
class Change:
    """`word` weighs `after` for `topic`; `before` is None where the topic did not know it. `texts` asked for it."""

    topic: str
    word: str
    before: float | None
    after: float
    texts: tuple[str, ...]

    @property
    def key(self) -> str:
        return f"{self.topic} {self.word}"

    def to_json(self) -> dict[str, Any]:
        return {
            "topic": self.topic,
            "word": self.word,
            "before": self.before,
            "after": self.after,
            "texts": list(self.texts),
        }


def raised(weight: float) -> float:
    """The next step above; the highest stays."""
    return next((step for step in STEPS if step > weight), HIGHEST)


def lowered(weight: float) -> float:
    """Half of it, and at last nothing."""
    half = round(weight / 2, 1)
    return half if half >= WEIGHTS["hints"] / 2 else LOWEST


def weights_of(changes: Iterable[Change]) -> dict[str, float]:
    return {change.key: change.after for change in changes}
