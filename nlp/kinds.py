"""Repair, complaint, suggestion or inquiry (corpus guide, section 3)."""

from __future__ import annotations

from nlp.lexicon.model import Cue, Topic
from nlp.understanding import Kind

_BLAME = Cue.BLAME.value
_CHRONIC = Cue.CHRONIC.value
_ASK = Cue.ASK.value
_ASKS = (Cue.ASK | Cue.WONDER).value
_RIGHT = Cue.RIGHT.value
_SUGGEST = Cue.SUGGEST.value
_WISH = Cue.WISH.value
_GRAVE = Cue.GRAVE.value
_OFFICE = Cue.OFFICE.value
_HOME = Cue.HOME.value
_SITE = Cue.SITE.value
_REQUEST = Cue.REQUEST.value
_WRONG = (Cue.TROUBLE | Cue.FAULT).value
_GRIEVANCE = (Cue.BLAME | Cue.GRAVE).value
_WANTS_HELP_NOW = (Cue.REQUEST | Cue.NOW | Cue.PRESSED | Cue.HOME).value
_ASKS_FOR_REPAIR = (Cue.REQUEST | Cue.HOME).value


def kind_of(topic: Topic, cues: int, emergency: bool, story: bool) -> Kind:
    """The kind of a matter about `topic` told with `cues`. Whoever blames, complains, even as a question.

    `story`: told at length; a long story of a fault that asks for nothing is a grievance.
    """
    if emergency and topic.kind == "repair" and (not cues & _GRIEVANCE or cues & _WANTS_HELP_NOW):
        return "repair"
    if cues & _SUGGEST:
        return "suggestion"
    if topic.kind == "inquiry":
        return _of_a_rule(topic, cues)
    if cues & _BLAME:
        return "complaint"
    if topic.kind == "suggestion":
        return "suggestion"
    if topic.kind == "repair":
        return _of_a_fault(cues, story)
    return "inquiry" if cues & (_ASK | _RIGHT) and not cues & _CHRONIC else "complaint"


def _of_a_fault(cues: int, story: bool) -> Kind:
    """Not to be blamed on anybody; that it comes back or harms many is a grievance all the same."""
    if cues & _CHRONIC or (cues & _GRAVE and not cues & _HOME):
        return "complaint"
    if (story or cues & _OFFICE) and not cues & _ASKS_FOR_REPAIR:
        return "complaint"
    return "inquiry" if cues & _ASK and not cues & _REQUEST else "repair"


def _of_a_rule(topic: Topic, cues: int) -> Kind:
    """What people ask about: fees, papers, hours. Told rather than asked, a fee is a grievance."""
    if cues & _BLAME:
        return "inquiry" if cues & _ASK and not cues & _GRAVE else "complaint"
    if cues & _WISH and not cues & _ASKS:
        return "suggestion"
    if cues & _ASK:
        return "inquiry"
    if topic.cause == "fees" and cues & (_SITE | _WRONG) and not cues & _ASKS:
        return "complaint"
    return "complaint" if cues & (_CHRONIC | _GRAVE) else "inquiry"
