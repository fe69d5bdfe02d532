"""Managers judge results (C07); assistants report on phone visits (D04); the director on suggestions (A08)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.conversation.talk import Talk
from bot.desk import finishing, permissions, visiting
from bot.desk.desk import of_staff
from bot.desk.errors import NotYours
from bot.desk.routing import Routing
from bot.desk.states import require
from bot.desk.ticket import Ticket
from bot.desk.visit import Visit
from bot.messages import Attachment

Act = Mapping[str, Any]


def _to_approve(talk: Talk, ticket_id: int) -> Ticket:
    """Checked at the tap: only the one who has to approve may, or somebody above."""
    ticket = talk.desk.work.tickets.get(ticket_id)
    approver = Routing(talk.desk.work.people, talk.desk.community).approver(ticket)
    if not permissions.may_see(talk.member, ticket):
        raise NotYours(ticket, approver.name)
    if talk.member.id != approver.id and not talk.member.has("director"):
        raise NotYours(ticket, approver.name)
    return ticket


def approve(talk: Talk, act: Act) -> None:
    ticket = _to_approve(talk, act["ticket"])
    finishing.approve(talk.desk, ticket, talk.member, talk.channel)
    talk.notice("manager.approved", number=ticket.number)


def redo(talk: Talk, act: Act) -> None:
    ticket = _to_approve(talk, act["ticket"])
    finishing.redo(talk.desk, ticket, talk.member, talk.channel)
    talk.notice("manager.sent_back", number=ticket.number, who=ticket.handler_name)


def ask_invalid(talk: Talk, act: Act) -> None:
    ticket = _to_approve(talk, act["ticket"])
    require(ticket, "finished")
    talk.ask("invalid_words", ticket=ticket.id)
    talk.say("manager.ask_invalid", number=ticket.number)


def invalidate(talk: Talk, asking: dict[str, Any], text: str, photos: Sequence[Attachment]) -> None:
    ticket = _to_approve(talk, asking["ticket"])
    finishing.invalidate(talk.desk, ticket, talk.member, text, talk.channel)
    talk.asked()
    talk.say("manager.invalidated", number=ticket.number)


def adopt(talk: Talk, act: Act) -> None:
    _decide(talk, act, adopted=True)


def reject(talk: Talk, act: Act) -> None:
    _decide(talk, act, adopted=False)


def _decide(talk: Talk, act: Act, *, adopted: bool) -> None:
    """The director's word on a suggestion; the owner hears it, and it is done."""
    ticket = talk.desk.work.tickets.get(act["ticket"])
    if not talk.member.has("director"):
        raise NotYours(ticket, "director")
    finishing.decide(talk.desk, ticket, talk.member, adopted, talk.channel)
    talk.notice("manager.adopted" if adopted else "manager.rejected", number=ticket.number)


def _phone_visit(talk: Talk, visit_id: int) -> Visit | None:
    visit = talk.desk.work.visits.get(visit_id)
    ticket = talk.desk.work.tickets.get(visit.ticket_id)
    if not permissions.may_phone(talk.member, ticket):
        raise NotYours(ticket, Routing(talk.desk.work.people, talk.desk.community).assistant().name)
    if visit.state in ("phone", "answering") and visit.way in ("", "phone"):
        return visit
    talk.notice("visit.over_staff")
    return None


def called(talk: Talk, act: Act) -> None:
    """已电话回访: solved? then scores, as the owner said them."""
    visit = _phone_visit(talk, act["visit"])
    if visit is None:
        return
    rows = [
        [
            (talk.button(label), {"act": "phone_solved", "visit": visit.id, "value": value})
            for label, value in (("solved", "solved"), ("partly", "partly"), ("not_solved", "not"))
        ]
    ]
    talk.say("phone_visit.solved", rows)


def phone_solved(talk: Talk, act: Act) -> None:
    visit = _phone_visit(talk, act["visit"])
    if visit is None or talk.staff is None:
        return
    visiting.answer_solved(talk.desk, visit, act["value"], of_staff(talk.member), "phone", talk.channel)
    if act["value"] == "solved":
        _ask_score(talk, visit)
    else:
        _finish_visit(talk, visit)


def _ask_score(talk: Talk, visit: Visit) -> None:
    which = visiting.next_score(visit)
    if which is None:
        _finish_visit(talk, visit)
        return
    base = {"act": "phone_score", "visit": visit.id, "which": which}
    scores = [(str(n), {**base, "value": n}) for n in range(1, 6)]
    none = [(talk.button("no_scores"), {"act": "phone_no_scores", "visit": visit.id})]
    talk.say(f"phone_visit.score_{which}", [scores, none])


def phone_score(talk: Talk, act: Act) -> None:
    visit = _phone_visit(talk, act["visit"])
    if visit is None or getattr(visit, act["which"]) is not None:
        return
    visiting.score(talk.desk, visit, act["which"], act["value"], talk.actor, talk.channel)
    _ask_score(talk, visit)


def phone_no_scores(talk: Talk, act: Act) -> None:
    visit = _phone_visit(talk, act["visit"])
    if visit is not None:
        _finish_visit(talk, visit)


def phone_words(talk: Talk, asking: dict[str, Any], text: str, photos: Sequence[Attachment]) -> None:
    """What else the owner said on the phone; the visit itself is done already."""
    talk.asked()
    ticket = visiting.add_words(talk.desk, talk.desk.work.visits.get(asking["visit"]), text, talk.actor)
    talk.say("phone_visit.words_kept", number=ticket.number)


def _finish_visit(talk: Talk, visit: Visit) -> None:
    ticket = visiting.conclude(talk.desk, visit, "", talk.actor, talk.channel)
    talk.ask("phone_words", visit=visit.id)
    talk.say("phone_visit.done", number=ticket.number)


def ask_unreached(talk: Talk, act: Act) -> None:
    """无法联系: a reason by tap, or in own words."""
    visit = _phone_visit(talk, act["visit"])
    if visit is None:
        return
    reasons = talk.desk.community.policy.visits.unreachable_reasons
    base = {"act": "unreached_reason", "visit": visit.id}
    rows = [[(reason, {**base, "value": reason})] for reason in reasons]
    talk.ask("unreached_words", visit=visit.id)
    talk.say("phone_visit.why", rows)


def unreached(talk: Talk, act: Act) -> None:
    visit = _phone_visit(talk, act["visit"])
    if visit is not None:
        talk.asked()
        ticket = visiting.unreachable(talk.desk, visit, act["value"], talk.actor, talk.channel)
        talk.say("phone_visit.unreached", number=ticket.number, reason=act["value"])


def unreached_typed(talk: Talk, asking: dict[str, Any], text: str, photos: Sequence[Attachment]) -> None:
    unreached(talk, {"visit": asking["visit"], "value": text})
