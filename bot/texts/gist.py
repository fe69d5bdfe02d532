"""What a ticket is about, in the owner's words: without the room, phone, time and greeting that stand beside it."""

from __future__ import annotations

import re
from typing import Literal

from bot.desk.ticket import Ticket
from bot.texts import places

_LONG = {"told": 300, "gist": 24, "gist_en": 60}
_CLAUSES = re.compile(r"[,，。!！?？;；~～…\n]+|\.(?=\s|$)")
_BESIDE = re.compile(
    r"(?:你|您)们?好呀?|在吗|在嗎|請問|请问|师傅|師傅|物业|物業|谢谢您?|謝謝您?|麻烦了?|麻煩了?|hi|hello|good \w+|dear \w+|thanks?|thank you"
    r"|i live(?: (?:in|at))?|my name is [\w .]{1,30}"
    r"|我(?:是|叫|姓)的?.{0,6}|(?:免贵)?姓.{1,3}|住在?|我?们?(?:住在?|在)?的?(?:业主|業主|住户|住戶|租客)?"
    r"|我?(?:刚才|剛才)?[说說写寫打发發]?[错錯]了?|不对|不對|ok(?:ay)?|sorry|嗯+|好的?|对了|對了"
    r"|我?(?:们|們)?(?:家)?(?:有|还有|還有|要)?(?:反映|报修|報修|报|報|说|說)?第?[一两兩二三四五几幾2-9]\s?[件个個]事情?"
    r"|(?:我的?)?(?:联系|聯絡|聯繫)?(?:方式|电话|電話|手机|手機|号码|號碼|my phone|phone|tel)?\s*(?:is|是|:|：)?\s*\+?\d[\d -]{5,16}\d",
    re.IGNORECASE,
)
"""A clause that only greets, thanks, takes back, or says who and at which number: that stands elsewhere."""
_BEFORE = re.compile(
    r"^(?:ok(?:ay)?(?=[\s:：\u4e00-\u9fff])|[^:：]{0,6}[件个個]事情?\s*(?=[:：])"
    r"|(?:[\w'’]+ ){0,5}(?:things|problems|issues|matters)\s*(?=[:：]))[\s:：]*",
    re.IGNORECASE,
)
"""What stands before the matter in its own clause: OK, 两件事：, two things:."""
_OPENING = re.compile(r"^(?:我们?家的?|我們?家的?|(?:你|您)好|请问|請問|麻烦|麻煩)(?=.{2})")
_JOINED_BEFORE = re.compile(r"\b(?:in|at|of)\s+\Z")
_JOINED_AFTER = re.compile(r"\A(?:的(?!确|確)|'s\b)")
_EDGES = " \t,，。.;；、:：…~～"
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SHORT = 16
"""A text that is no longer than this is told whole: 保安太凶了，昨晚在北门骂我."""
Quote = Literal["result", "reason", "words", "place"]
LONGEST: dict[Quote, int] = {"result": 500, "reason": 200, "words": 300, "place": 60}
"""Characters of what people wrote, as it is passed on to others: the whole of it stands on the ticket."""
_ENOUGH = 4
"""A clause of fewer characters (漏了) says too little alone."""


def told(ticket: Ticket) -> str:
    """The whole of it, on one line, at most 300 characters."""
    return cut(_joined(_clauses(ticket)), _LONG["told"])


def gist(ticket: Ticket) -> str:
    """A few words to recognise it by: all of it where it is short, else the clause that decided what it is."""
    clauses = _clauses(ticket)
    whole = _joined(clauses)
    if len(whole) <= _SHORT:
        return _OPENING.sub("", whole)
    chosen = max(
        range(len(clauses)), key=lambda n: (_weight(ticket, clauses[n]), len(clauses[n]) >= _ENOUGH, -n)
    )
    clause = _OPENING.sub("", clauses[chosen])
    if len(clause) < _ENOUGH and chosen:
        clause = _joined([clauses[chosen - 1], clause])
    return cut(clause, _LONG["gist" if _HAN.search(clause) else "gist_en"])


def begins_with_place(ticket: Ticket) -> bool:
    """5栋楼道着火了 says itself where."""
    spelled = (ticket.place_text, places.place_of(ticket, "zh-Hant"))
    return bool(ticket.place_text) and gist(ticket).startswith(spelled)


def cut(text: str, length: int) -> str:
    """At most so many characters; whole words where there are spaces."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    if not _HAN.search(head) and " " in head:
        head = head[: head.rindex(" ")]
    return head.rstrip(_EDGES) + "…"


def result(ticket: Ticket) -> str:
    """What was done, at a length that a message can carry."""
    return cut(ticket.result, LONGEST["result"])


def hold_reason(ticket: Ticket) -> str:
    return cut(ticket.hold_reason, LONGEST["reason"])


def _clauses(ticket: Ticket) -> list[str]:
    """Those that say something about the matter; all of them where none seems to."""
    text, room = ticket.text[:2000], _room(ticket)
    clauses = _split(_without(room, text) if room else text)
    return [clause for clause in clauses if not _is_beside(ticket, clause)] or _split(text)


def _split(text: str) -> list[str]:
    clauses = (" ".join(clause.strip(_EDGES).split()) for clause in _CLAUSES.split(text))
    told = (_BEFORE.sub("", clause) for clause in clauses)
    return [clause for clause in told if clause]


def _without(room: str, text: str) -> str:
    """`602的厕所` and `the tap in 802` lose the word that only joined them; 602的确 keeps its own.

    The room is another in every message: a pattern compiled for each would cost more than all the rest (0.6 ms).
    """
    before, found, after = text.partition(room)
    if not found:
        return text
    return _JOINED_BEFORE.sub("", before) + _JOINED_AFTER.sub("", after, count=1)


def _room(ticket: Ticket) -> str:
    """A public place stays: 3号楼电梯 is the thing that is broken."""
    place = ticket.place
    return place.text if place and place.room and not place.area else ""


def _is_beside(ticket: Ticket, clause: str) -> bool:
    when = ticket.appointment.text if ticket.appointment else ""
    if clause == ticket.resident_name:
        return True
    return bool(_BESIDE.fullmatch(clause) or (when and when in clause and not _weight(ticket, clause)))


def _weight(ticket: Ticket, clause: str) -> int:
    return sum(evidence.text in clause for evidence in ticket.evidence if evidence.text)


def _joined(clauses: list[str]) -> str:
    comma = "，" if any(_HAN.search(clause) for clause in clauses) else ", "
    return comma.join(clauses)
