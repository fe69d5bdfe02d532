"""How sure a category is, as a probability."""

from __future__ import annotations

from math import exp

from nlp.matters import Matter

_UNCLEAR = 0.3
_NOT_HEARD = ("any", "fault")
THRESHOLD = 0.55
"""Below this the desk asks with the four categories as buttons."""


def confidence_of(matter: Matter, rivals: frozenset[int]) -> float:
    """From the score of the chosen topic and its lead over the strongest of its rivals, topics of other categories."""
    if matter.topic.fallback in _NOT_HEARD:
        return _UNCLEAR
    strongest = 0.0
    for reading in matter.readings:
        for topic, heaviest, score in reading.weighed:
            if heaviest > strongest and topic in rivals and score > strongest:
                strongest = score
    score = matter.score
    return 1 / (1 + exp(0.6 - 0.45 * (score - 2.2) - 0.45 * (score - strongest)))
