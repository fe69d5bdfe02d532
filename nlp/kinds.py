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
_ONGOING = Cue.ONGOING.value
_NOW = Cue.NOW.value
_STORY = 28
_STORY_FROM_HOME = 45
"""Characters from which a message tells a story; of their own home people tell more when they want help."""
_LASTS = 14
"""Characters from which 'for days' is a reproach; in a shorter note (水一直滴) it describes the fault."""


def kind_of(topic: Topic, cues: int, emergency: bool, length: int) -> Kind:
    """The kind of a matter about `topic` told with `cues` in a message of `length` (Chinese) characters.

    Whoever blames, complains, even as a question; so does who tells a long story and asks for nothing.
    """
    if emergency and topic.kind == "repair" and _calls_for_help(topic, cues):
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
        return _of_a_fault(cues, length)
    return "inquiry" if cues & (_ASK | _RIGHT) and not cues & _CHRONIC else "complaint"


def _calls_for_help(topic: Topic, cues: int) -> bool:
    """Who is in danger is helped first, whatever is blamed; a grievance is what is only told."""
    if topic.cause == "sudden" and "safety" in topic.tags and not cues & _CHRONIC:
        return True
    return not cues & _GRIEVANCE or bool(cues & _WANTS_HELP_NOW)


def _of_a_fault(cues: int, length: int) -> Kind:
    """Not to be blamed on anybody; that it comes back, lasts or harms many is a grievance all the same."""
    home, asks = cues & _HOME, cues & _REQUEST
    if cues & _CHRONIC or (cues & _GRAVE and not home):
        return "complaint"
    if not asks and length >= (_STORY_FROM_HOME if home else _STORY):
        return "complaint"
    if (
        not asks
        and not home
        and (cues & _OFFICE or (cues & _ONGOING and not cues & _NOW and length >= _LASTS))
    ):
        return "complaint"
    return "inquiry" if cues & _ASK and not asks else "repair"


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
