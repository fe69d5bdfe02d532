"""A button written instead of tapped: 接单, 到场 BX260304-001, 完成，换了灯管.

Only the words of the buttons count, alone or with a number: in a group people also talk.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.conversation import staff_results, staff_taps
from bot.conversation.refusals import refused
from bot.conversation.talk import Talk
from bot.desk.errors import DeskError
from bot.desk.routing import Routing
from bot.desk.states import TAKEN
from bot.desk.ticket import Ticket
from bot.messages import Attachment
from bot.texts import card, gist

_ACTS = {
    "接单": "accept",
    "到场": "arrive",
    "完成": "finish",
    "暂缓": "hold",
    "转派": "handover",
    "退回重办": "redo",
    "退回": "give_back",
    "改分类": "recategorise",
    "同意": "approve",
    "无效": "invalid",
    "采纳": "adopt",
    "不采纳": "reject",
}
_OF_HANDLERS = ("arrive", "finish", "hold")
_OF_APPROVERS = ("approve", "invalid", "redo")
_OF_DIRECTORS = ("adopt", "reject")
_NUMBER = r"[A-Z]{2}\d{6}-\d{3}"
_BETWEEN = r"[\s，,：:]"
_SAID = re.compile(
    rf"(?:(?P<first>{_NUMBER}){_BETWEEN}*)?(?P<act>{'|'.join(_ACTS)})(?:{_BETWEEN}*(?P<number>{_NUMBER}))?"
    rf"(?:{_BETWEEN}+(?P<rest>\S.*))?[。.!！\s]*",
    re.IGNORECASE | re.DOTALL,
)
_LOOKED_AT = 200
_MOST = 6
_SHORT = 12


def obeyed(talk: Talk, text: str, photos: Sequence[Attachment]) -> bool:
    """Whether the line was a button in words. Where several tickets may be meant, it asks which."""
    said = _SAID.fullmatch(text)
    if said is None or (said["rest"] and said["act"] != "完成"):
        return False
    act = _ACTS[said["act"]]
    if talk.group is not None and act in (*_OF_APPROVERS, *_OF_DIRECTORS):
        return False  # their buttons come in private; 同意 in a group is talk
    tickets = _meant(talk, act, (said["number"] or said["first"] or "").upper())
    if not tickets:
        talk.say("staff.nothing_to_do", act=said["act"])
    elif len(tickets) > 1:
        rows = [[(_named(ticket), {"act": act, "ticket": ticket.id})] for ticket in tickets[:_MOST]]
        talk.say("staff.which", rows, act=said["act"])
    elif said["rest"]:
        _finish(talk, tickets[0], said["rest"], photos)
    else:
        staff_taps.tapped(talk, {"act": act, "ticket": tickets[0].id})
    return True


def _meant(talk: Talk, act: str, number: str) -> list[Ticket]:
    """The one whose number was written; else those with which this person may do that."""
    community, me = talk.desk.community.id, talk.member
    if number:
        found = talk.desk.work.tickets.by_number(community, number)
        return [found] if found is not None else []
    routing = Routing(talk.desk.work.people, talk.desk.community)
    recent = talk.desk.work.tickets.recent(community, _LOOKED_AT)
    if act in _OF_APPROVERS:
        return [t for t in recent if t.state == "finished" and routing.approver(t).id == me.id]
    if act in _OF_DIRECTORS:
        return [t for t in recent if t.kind == "suggestion" and t.state == "assigned" and me.has("director")]
    # A complaint about a person is named in no group, and offered to nobody who was not asked (B08).
    known = [t for t in recent if routing.blamed(t) is None or (talk.group is None and _is_theirs(talk, t))]
    mine = [t for t in known if t.state in TAKEN and t.handler_id == me.id]
    if act in _OF_HANDLERS:
        return mine
    waiting = [t for t in known if _waits_for(talk, routing, t)]
    return waiting if act == "accept" else [*mine, *waiting]


def _is_theirs(talk: Talk, ticket: Ticket) -> bool:
    return talk.member.id in (ticket.handler_id, ticket.offered_id)


def _waits_for(talk: Talk, routing: Routing, ticket: Ticket) -> bool:
    """In a group what waits there; in private what was asked of them by name, or waits in their department's group."""
    if ticket.offered_id == talk.member.id and ticket.state in ("assigned", *TAKEN):
        return True
    if ticket.state != "assigned" or ticket.kind == "suggestion":
        return False
    if talk.group is None:
        return ticket.group == talk.member.department
    shown_in = routing.group_of(ticket)
    return shown_in is not None and shown_in.key == talk.group.key


def _named(ticket: Ticket) -> str:
    return f"{ticket.number} {gist.cut(card.matter(ticket), _SHORT)}"


def _finish(talk: Talk, ticket: Ticket, result: str, photos: Sequence[Attachment]) -> None:
    try:
        staff_results.told(talk, ticket, result, photos)
    except DeskError as error:
        talk.desk.take_events()
        refused(talk, error)
