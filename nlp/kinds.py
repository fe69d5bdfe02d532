"""Repair, complaint, suggestion or inquiry (corpus guide, section 3)."""

from __future__ import annotations

from nlp.lexicon.model import Cue, Topic
from nlp.understanding import Kind

_BLAME = Cue.BLAME.value
_CHRONIC = Cue.CHRONIC.value
_ASK = Cue.ASK.value
_WONDER = Cue.WONDER.value
_WANTS_HELP_NOW = (Cue.REQUEST | Cue.NOW | Cue.PRESSED | Cue.HOME).value
_RIGHT = Cue.RIGHT.value
_SUGGEST = Cue.SUGGEST.value
_WISH = Cue.WISH.value
_GRAVE = Cue.GRAVE.value
_OFFICE = Cue.OFFICE.value
_HOME = Cue.HOME.value
_SITE = Cue.SITE.value
_REQUEST = Cue.REQUEST.value
_ASKS_FOR_REPAIR = (Cue.REQUEST | Cue.HOME).value


def kind_of(topic: Topic, cues: int, emergency: bool, story: bool) -> Kind:
    """The kind of a matter about `topic` told with `cues`. Whoever blames, complains, even as a question.

    `story`: told at length; a long story of a fault that asks for nothing is a grievance.
    """
    if emergency and topic.kind == "repair" and (not cues & _BLAME or cues & _WANTS_HELP_NOW):
        return "repair"
    if cues & _BLAME and not cues & _SUGGEST:
        return "complaint"
    if cues & _SUGGEST or (topic.kind == "suggestion" and not cues & _BLAME):
        return "suggestion"
    if topic.kind == "repair":
        return _of_a_fault(cues, story)
    if topic.kind == "inquiry" and cues & _WISH and not cues & (_ASK | _WONDER):
        return "suggestion"
    if topic.kind == "inquiry":
        told = topic.cause == "fees" and cues & _SITE and not cues & (_ASK | _WONDER)
        return "complaint" if told or cues & (_CHRONIC | _GRAVE) else "inquiry"
    return "inquiry" if cues & (_ASK | _RIGHT) and not cues & _CHRONIC else "complaint"


def _of_a_fault(cues: int, story: bool) -> Kind:
    if cues & _CHRONIC or (cues & _GRAVE and not cues & _ASKS_FOR_REPAIR):
        return "complaint"
    if (story or cues & _OFFICE) and not cues & _ASKS_FOR_REPAIR:
        return "complaint"
    return "inquiry" if cues & _ASK and not cues & _REQUEST else "repair"
