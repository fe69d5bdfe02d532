"""Repair, complaint, suggestion or inquiry (corpus guide, section 3)."""

from __future__ import annotations

from nlp.lexicon.model import Cue, Topic
from nlp.understanding import Kind

_BLAME = Cue.BLAME.value
_CHRONIC = Cue.CHRONIC.value
_ASK = Cue.ASK.value
_CALL = Cue.CALL.value
_INQUIRE = Cue.INQUIRE.value
_ASKS = (Cue.ASK | Cue.WONDER).value
_RIGHT = Cue.RIGHT.value
_SUGGEST = Cue.SUGGEST.value
_WISH = Cue.WISH.value
_GRAVE = Cue.GRAVE.value
_OFFICE = Cue.OFFICE.value
_HOME = Cue.HOME.value
_SITE = Cue.SITE.value
_REQUEST = Cue.REQUEST.value
_PERSON = Cue.PERSON.value
_WRONG = (Cue.TROUBLE | Cue.FAULT).value
_GRIEVANCE = (Cue.BLAME | Cue.GRAVE).value
_FAULT = Cue.FAULT.value
_WANTS = (Cue.WISH | Cue.REQUEST).value
_NO_WISH = (Cue.CHRONIC | Cue.GRAVE | Cue.OFFICE).value
_WANTS_HELP_NOW = (Cue.REQUEST | Cue.NOW | Cue.PRESSED | Cue.HOME).value
_ONGOING = Cue.ONGOING.value
_UNTIL_NOW = (Cue.NOW | Cue.ONGOING).value
_NOT_ONES_OWN = (Cue.SITE | Cue.OFFICE | Cue.GRAVE).value
_NOW = Cue.NOW.value
_CALLED_FOR = frozenset(("cleaning", "security"))
"""Where somebody is called to the place (叫阿姨来拖一下), there is work to do and no grievance."""
_STORY = 28
_STORY_FROM_HOME = 45
"""Characters from which a message tells a story; of their own home people tell more when they want help."""
_STORY_OF_ONES_OWN = 36
"""Characters from which a message tells a story though somebody speaks in it (我拿拖把围着) and no estate or office."""
_STORY_OF_A_RULE = 25
"""Characters from which a message about fees or papers that asks nothing tells what was wrong."""
_LASTS = 14
"""Characters from which 'for days' is a reproach; in a shorter note (水一直滴) it describes the fault."""


def kind_of(topic: Topic, cues: int, emergency: bool, length: int) -> Kind:
    """The kind of a matter about `topic` told with `cues` in a message of `length` (Chinese) characters.

    Whoever blames, complains, even as a question; so does who tells a long story and asks for nothing.
    """
    if emergency and topic.kind == "repair" and _calls_for_help(topic, cues) and not _asks_ahead(cues):
        return "repair"
    if cues & _SUGGEST:
        return "suggestion"
    if topic.kind == "inquiry":
        return _of_a_rule(topic, cues, length)
    if cues & _BLAME:
        return "complaint"
    if topic.kind == "suggestion":
        return _of_a_proposal(cues)
    if topic.kind == "repair":
        return _of_a_fault(cues, length)
    if cues & _CALL and not cues & _CHRONIC and topic.category in _CALLED_FOR:
        return "repair"
    if _only_asks(cues):
        return "inquiry"
    if cues & _WISH and not cues & (_FAULT if cues & _ASKS else _WRONG) and not cues & _NO_WISH:
        return "suggestion"
    return "inquiry" if cues & (_ASK | _RIGHT) and not cues & _CHRONIC else "complaint"


def _asks_ahead(cues: int) -> bool:
    """请问我们这片何时供暖 asks; nothing has happened."""
    return _only_asks(cues) and not cues & (_NOW | _WRONG | _CALL | _PERSON)


def _calls_for_help(topic: Topic, cues: int) -> bool:
    """Who is in danger is helped first, whatever is blamed; a grievance is what is only told, or told to an office."""
    if topic.cause == "sudden" and "safety" in topic.tags and not cues & _CHRONIC:
        return True
    if cues & _BLAME and cues & _OFFICE:
        return False
    return not cues & _GRIEVANCE or bool(cues & _WANTS_HELP_NOW)


def _waits(cues: int) -> bool:
    """几点能来人 and 从早上到现在没水，什么时候能来 ask when it will be over, not about the thing itself."""
    return bool(cues & _CALL) or cues & _UNTIL_NOW == _UNTIL_NOW


def _only_asks(cues: int) -> bool:
    """想咨询一下 … 费用从哪里出 wants to know; what is grave is a reproach in whatever words."""
    return bool(cues & _INQUIRE and cues & _ASKS) and not cues & _GRAVE


def _of_a_proposal(cues: int) -> Kind:
    """Who asks when it comes proposes nothing, and what is broken or always taken is there already."""
    if _only_asks(cues) or (cues & _ASK and not cues & _WANTS):
        return "inquiry"
    if cues & _WISH or not cues & (_FAULT | _CHRONIC):
        return "suggestion"
    return "complaint" if cues & _CHRONIC else "repair"


def _of_ones_own(cues: int, length: int) -> bool:
    """A short message in which somebody speaks of what is before their eyes, though no home is named."""
    return bool(cues & _PERSON) and not cues & _NOT_ONES_OWN and length < _STORY_OF_ONES_OWN


def _of_a_fault(cues: int, length: int) -> Kind:
    """Not to be blamed on anybody; that it comes back, lasts or harms many is a grievance all the same."""
    home, asks = cues & _HOME or _of_ones_own(cues, length), cues & _REQUEST
    if _only_asks(cues):
        return "inquiry"
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
    return "inquiry" if cues & _ASK and not asks and not _waits(cues) else "repair"


def _of_a_rule(topic: Topic, cues: int, length: int) -> Kind:
    """What people ask about: fees, papers, hours. Told rather than asked, a fee is a grievance."""
    if cues & _BLAME:
        return "inquiry" if cues & _INQUIRE and not cues & _GRAVE else "complaint"
    if cues & _WISH and not cues & _ASKS:
        return "suggestion"
    if cues & _ASK:
        return "inquiry"
    if topic.cause == "fees" and cues & (_SITE | _WRONG) and not cues & _ASKS:
        return "complaint"
    told = length >= _STORY_OF_A_RULE and not cues & (_ASKS | _RIGHT)
    return "complaint" if told or cues & (_CHRONIC | _GRAVE) else "inquiry"
