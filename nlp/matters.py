"""Readings of clauses → matters: what the message is about, one matter for each thing that wants a ticket."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.lexicon.model import Cue, Topic
from nlp.lexicon.table import TopicTable
from nlp.pressing import level_of
from nlp.reading import Reading
from nlp.weighing import weigh

CLAIM = 2.4
"""The score from which a clause is taken to report something."""
OWN = 3.4
"""The score from which a clause that follows another matter opens a matter of its own."""
_OWN_AFTER_COMMA = 4.0
"""After a mere comma a matter of its own needs a thing and what is wrong with it (吵死了 alone does not)."""
_ELSEWHERE = 2.4
_NO_SCENE = 1.5
_SCENE_SET = -1.5
"""How much more or less an outside matter weighs where nothing, or something, says home or estate."""
_OUTWEIGHS = 0.4
_OUTWEIGHS_DANGER = 4.0
"""Only what is plainly news, a dream or a jest may outweigh what sounds like danger."""
_AGAIN = 0.2
"""What hearing the same again in another clause adds."""
_NOTICE = 10
_HINTED = 1.0
_MOST_HINTED = 1.4
"""A guess stays below the confidence at which nobody is asked."""
_LONG = 100
"""In a long story the first words seldom name what it is about; there the strongest matter comes first."""

_FAULT = Cue.FAULT.value
_CONCERN = (Cue.TROUBLE | Cue.BLAME | Cue.CHRONIC | Cue.ASK | Cue.SUGGEST).value
_FALLBACK = (Cue.BLAME | Cue.ASK | Cue.SUGGEST | Cue.TROUBLE | Cue.REQUEST).value
_GRIEVANCE = (Cue.BLAME | Cue.CHRONIC).value
_FORCED = Cue.FORCED.value
"""Who cuts off water to press for money cuts off everything for it."""
_REQUEST = Cue.REQUEST.value
_SCENE = (Cue.ESTATE | Cue.HOME).value
_ESTATE = Cue.ESTATE.value
_ALSO = Cue.ALSO.value
_SITE = Cue.SITE.value
_PERSON = Cue.PERSON.value
_THANKS = Cue.THANKS.value


class Matter:
    """One thing told in one or more clauses."""

    __slots__ = ("best", "cues", "readings", "real", "score", "topic")

    def __init__(self, topic: Topic, score: float, best: Reading | None, readings: list[Reading]) -> None:
        self.topic = topic
        self.score = score
        self.best = best
        """The clause that tells it best; None where only the tone says that something is the matter."""
        self.real = best is None or best.real(topic.index)
        """Whether it is told there as a fact rather than supposed."""
        self.readings = readings
        self.cues = 0

    def join(self, topic: Topic, score: float, reading: Reading, leads: Sequence[float]) -> None:
        """A further claim about this matter; the stronger topic names it."""
        self.readings.append(reading)
        if topic is self.topic:
            self.score = max(self.score, score) + _AGAIN * min(self.score, score)
        elif (
            not self._hides_danger(topic)
            and score + leads[topic.index] > self.score + leads[self.topic.index]
        ):
            self.topic, self.score, self.best = topic, score, reading
            self.real = reading.real(topic.index)

    def _hides_danger(self, topic: Topic) -> bool:
        """又停水！打电话没人接: a general remark does not rename what is pressing."""
        return topic.generic and not self.topic.generic and self.topic.urgency.base != "normal"


def find_matters(readings: Sequence[Reading], table: TopicTable) -> list[Matter]:
    """The matters in the order in which they are told; empty where nothing wants a ticket."""
    cues = 0
    for reading in readings:
        cues |= reading.cues
    matters, elsewhere = _claims(readings, table, CLAIM - _bonus(cues))
    if len(matters) > 1:
        matters = _settled(matters)
    if not matters:
        return _unclear(readings, table, cues) if elsewhere < CLAIM and not _only_thanks(cues) else []
    if len(matters) == 1:
        matters[0].cues = cues
        return [] if _not_ours(matters, elsewhere, cues, table) else matters
    for matter in matters:
        matter.cues = cues & _FORCED
        for reading in matter.readings:
            matter.cues |= reading.cues
    _share_blame(matters)
    if _not_ours(matters, elsewhere, cues, table):
        return []
    if readings[-1].end > _LONG:
        matters.sort(key=lambda matter: -matter.score)
    return matters


def _bonus(cues: int) -> float:
    """A thing alone (电梯) is no report; a thing and a complaint, a request or a place may be one."""
    bonus = 0.8 if cues & _CONCERN else 0.0
    if cues & _FAULT:
        bonus += 0.6
    if cues & _REQUEST:
        bonus += 0.4
    if cues & _SCENE:
        bonus += 0.3
    return bonus


def _claims(readings: Sequence[Reading], table: TopicTable, claim: float) -> tuple[list[Matter], float]:
    """Every clause in the matter it belongs to, and the weight of what is not the desk's matter."""
    matters: list[Matter] = []
    waiting: list[Reading] = []
    elsewhere = 0.0
    for reading in readings:
        if reading.topics:
            weigh(reading, table)
        index, score, outside = reading.leader
        if outside:
            elsewhere = max(elsewhere, outside) + 0.3 * min(elsewhere, outside)
        if index < 0 or score < claim:
            (matters[-1].readings if matters else waiting).append(reading)
            continue
        topic = table.topics[index]
        home = _home(matters, topic, score, reading, table.related[topic.index]) if matters else None
        if home is None:
            waiting.append(reading)
            matters.append(Matter(topic, score, reading, waiting))
            waiting = []
        else:
            home.join(topic, score, reading, table.leads)
    return matters, elsewhere


def _home(
    matters: list[Matter], topic: Topic, score: float, reading: Reading, related: frozenset[int]
) -> Matter | None:
    """The matter that a claim belongs to; None where it is a matter of its own."""
    also = bool(reading.cues & _ALSO)
    for matter in reversed(matters):
        if matter.topic.index in related and not (also and matter.topic.category != topic.category):
            return matter
    if topic.generic or score < OWN or matters[-1].topic.generic:
        return matters[-1]
    if (
        not reading.strong
        and not reading.cues & _ALSO
        and max(reading.topics[topic.index])[0] < _OWN_AFTER_COMMA
    ):
        return matters[-1]
    return None


def _settled(matters: list[Matter]) -> list[Matter]:
    """Weak matters beside a strong one are its background, told before or after it."""
    if all(matter.score < OWN for matter in matters):
        return matters
    settled: list[Matter] = []
    before: list[Reading] = []
    for matter in matters:
        if matter.score >= OWN:
            matter.readings = before + matter.readings
            before = []
            settled.append(matter)
        elif settled:
            settled[-1].readings += matter.readings
        else:
            before += matter.readings
    return settled


def _share_blame(matters: Sequence[Matter]) -> None:
    """In 门禁坏了、灯不亮，多次反映不予处理 the blame at the end of the sentence is for everything in it."""
    blame = 0
    for matter in reversed(matters):
        matter.cues |= blame
        at = matter.readings.index(matter.best) if matter.best else len(matter.readings)
        for reading in matter.readings[at + 1 :]:
            blame = (0 if reading.strong else blame) | reading.cues & _GRIEVANCE
        if any(reading.strong for reading in matter.readings[: at + 1]):
            blame = 0


def _not_ours(matters: Sequence[Matter], elsewhere: float, cues: int, table: TopicTable) -> bool:
    """Thanks that name a person, or a matter of others that outweighs what sounds like ours."""
    strongest = max(matter.score for matter in matters)
    if _only_thanks(cues) and strongest < OWN:
        return True
    if elsewhere < _ELSEWHERE:
        return False
    outside = elsewhere + (_SCENE_SET if cues & _SCENE else _NO_SCENE)
    return outside >= strongest + (
        _OUTWEIGHS_DANGER if any(_is_danger(matter, table) for matter in matters) else _OUTWEIGHS
    )


def _is_danger(matter: Matter, table: TopicTable) -> bool:
    return level_of(matter, table) == "emergency"


def _only_thanks(cues: int) -> bool:
    return bool(cues & _THANKS) and not cues & _CONCERN


def _notice(readings: Sequence[Reading], cues: int) -> bool:
    """A sentence about an estate that is no talk between people (我到小区门口了) is written to be read by the desk."""
    return bool(cues & _SITE) and not cues & _PERSON and readings[-1].end - readings[0].start >= _NOTICE


def _unclear(readings: Sequence[Reading], table: TopicTable, cues: int) -> list[Matter]:
    """It concerns home or estate, but which topic is unclear: a low score, so that the desk asks."""
    guess = _hinted(readings, table)
    if cues & _SCENE and cues & _FAULT:
        topic = table.unclear_fault
    elif (cues & _ESTATE and cues & _FALLBACK) or _notice(readings, cues):
        topic = table.unclear
    elif guess is None or guess.topic.kind != "repair" or cues & (_PERSON | _THANKS):
        return []
    else:
        topic = (
            guess.topic
        )  # a terse note that names a thing (浴缸放水要半小时) and is no talk between people
    matter = guess or Matter(topic, CLAIM, None, [])
    matter.readings = list(readings)
    matter.cues = cues
    return [matter]


def _hinted(readings: Sequence[Reading], table: TopicTable) -> Matter | None:
    """The best guess of a clause that names a thing, though nothing that is wrong with it."""
    for reading in readings:
        index, score, _ = reading.leader
        if index >= 0 and score >= _HINTED and not table.topics[index].generic:
            return Matter(table.topics[index], min(score, _MOST_HINTED), reading, [])
    return None
