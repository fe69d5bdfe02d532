"""How sure a category is, as a probability."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from nlp.lexicon.model import Topic
from nlp.matters import Matter

_UNCLEAR = 0.3
THRESHOLD = 0.55
"""Below this the desk asks with the four categories as buttons."""


def confidence_of(matter: Matter, topics: Sequence[Topic]) -> float:
    """From the score of the chosen topic and its lead over the strongest one of another category."""
    if matter.topic.fallback:
        return _UNCLEAR
    category = matter.topic.category
    rival = 0.0
    for reading in matter.readings:
        for index, evident in reading.topics.items():
            if evident.best > rival:
                topic = topics[index]
                if topic.category != category and not topic.generic:
                    rival = max(rival, evident.score)
    return 1 / (1 + exp(0.6 - 0.45 * (matter.score - 2.2) - 0.45 * (matter.score - rival)))
