"""How grave: repair class, grade of a complaint, and one step higher (B03, B04, policy H)."""

from __future__ import annotations

from typing import Literal

from bot.desk.ticket import Grade
from nlp.understanding import Kind, Problem, Urgency

RepairClass = Literal["emergency", "ordinary"]

MAJOR = "major"
"""The tag of topics that make a complaint major at once (B04); the lexicon says which."""

COLLECTIVE = "collective"
"""Three households or more, by the owner's own words (B04): 联名, 十几户, 我们整栋楼都."""

_STEPS: tuple[Grade, ...] = ("minor", "important", "major")
_BY_URGENCY: dict[Urgency, Grade] = {"normal": "minor", "urgent": "important", "emergency": "major"}


def grade(
    kind: Kind, urgency: Urgency, tags: tuple[str, ...], *, collective: bool = False, repeated: bool = False
) -> Grade | None:
    """Complaints only: the higher of urgency and B04's topics. `collective` is B05, `repeated` B06 (one step)."""
    if kind != "complaint":
        return None
    if MAJOR in tags or COLLECTIVE in tags or collective:
        return "major"
    found = _BY_URGENCY[urgency]
    return raised(found) if repeated else found


def raised(grade: Grade) -> Grade:
    """One step higher; major stays."""
    return _STEPS[min(_STEPS.index(grade) + 1, len(_STEPS) - 1)]


def repair_class(urgency: Urgency) -> RepairClass:
    """急修 or ordinary: emergency and urgent are both 急修."""
    return "ordinary" if urgency == "normal" else "emergency"


def settled_urgency(problem: Problem) -> Urgency:
    """A pressed repair (特别急, 马上来) goes from normal to urgent, never to emergency."""
    if problem.pressed and problem.kind == "repair" and problem.urgency == "normal":
        return "urgent"
    return problem.urgency
