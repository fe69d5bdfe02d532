"""What an understander makes of a text, as far as corrections can say that it is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.confidence import THRESHOLD
from nlp.evaluate.rows import READ_AT
from nlp.learning.examples import Example
from nlp.learning.regression import Message
from nlp.understand import Understander
from nlp.understanding import Problem
from nlp.urgency import LEVELS

_ZONE = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Heard:
    """Category (`none` without a problem), cause and confidence of the first problem; the highest urgency."""

    category: str
    urgency: str
    cause: str
    sure: bool
    first: Problem | None


def hear(understander: Understander, text: str) -> Heard:
    problems = understander.understand(text, READ_AT, _ZONE).problems
    if not problems:
        return Heard("none", "normal", "", sure=True, first=None)
    first = problems[0]
    urgency = max((problem.urgency for problem in problems), key=LEVELS.__getitem__)
    sure = first.confidence >= THRESHOLD or urgency == "emergency"
    return Heard(first.category, urgency, first.cause, sure, first)


def meets(heard: Heard, example: Example) -> bool:
    """Whether all that was corrected is right now, and sure enough that nobody is asked."""
    return (
        heard.sure
        and example.category in (None, heard.category)
        and example.urgency in (None, heard.urgency)
        and example.cause in (None, heard.cause)
    )


def holds(heard: Heard, message: Message) -> bool:
    return heard.category in message.categories and heard.urgency in message.urgencies
