"""How pressing a matter is (corpus guide, section 4)."""

from __future__ import annotations

from nlp.lexicon.model import Cue, Topic
from nlp.understanding import Kind, Urgency

LEVELS: dict[Urgency, int] = {"normal": 0, "urgent": 1, "emergency": 2}
_PAST = Cue.PAST.value
_NOW = Cue.NOW.value
_SOLVED = Cue.SOLVED.value
_NOT_SOLVED = (Cue.NOW | Cue.ASK | Cue.WONDER).value
"""修好了吗 and 什么时候修好 say that it is not."""
_CONTAINED = Cue.CONTAINED.value
_CONTAINED_OR_STILL = (Cue.CONTAINED | Cue.STILL).value


NEVER_PRESSING: frozenset[Kind] = frozenset(("suggestion", "inquiry"))
"""Whoever asks or proposes can wait, whatever it is about."""


def urgency_of(topic: Topic, cues: int) -> Urgency:
    """The level that the topic's rule gives under these cues. A danger that is over leaves work that cannot wait."""
    if cues & _SOLVED and not cues & _NOT_SOLVED:
        return "normal"
    level = _by_rule(topic, cues)
    over = level == "emergency" and cues & _CONTAINED_OR_STILL == _CONTAINED
    return "urgent" if over else level


def _by_rule(topic: Topic, cues: int) -> Urgency:
    for bits, level in topic.urgency.when:
        if cues & bits == bits and not (bits == _PAST and cues & _NOW):
            return level
    return topic.urgency.base
