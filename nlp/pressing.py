"""How pressing one matter of a message is, with all that was heard of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlp.lexicon.table import TopicTable
from nlp.understanding import Urgency
from nlp.urgency import LEVELS, urgency_of

if TYPE_CHECKING:
    from nlp.matters import Matter

_HEARD = 3.5
"""Below this score a second topic of a matter does not make it more urgent."""


def level_of(matter: Matter, table: TopicTable) -> Urgency:
    """The highest level of the matter's topic and the related ones that were clearly heard."""
    highest = urgency_of(matter.topic, matter.cues)
    if highest == "emergency":
        if matter.real:
            return highest
        highest = "urgent"  # foretold, not happening
    pressing = table.pressing[matter.topic.index]
    if not pressing:
        return highest
    for reading in matter.readings:
        if pressing.isdisjoint(reading.topics):
            continue
        for index, heaviest, score in reading.weighed:
            if heaviest >= _HEARD and index in pressing and score >= _HEARD and reading.real(index):
                level = urgency_of(table.topics[index], matter.cues)
                if LEVELS[level] > LEVELS[highest]:
                    highest = level
    return highest
