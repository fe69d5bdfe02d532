"""Buttons of staff, on the group's card and in private. Permission and state are checked at every tap."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.conversation import manager_taps, relay, relay_end, staff_menus
from bot.conversation.refusals import refused
from bot.conversation.talk import Talk
from bot.desk import accepting, correcting, handing, permissions
from bot.desk.accepting import must_be_handler
from bot.desk.errors import DeskError, NotYours
from bot.desk.routing import Routing
from bot.desk.states import TAKEN
from bot.desk.ticket import Ticket

Act = Mapping[str, Any]


def tapped(talk: Talk, act: Act) -> None:
    """A tap of somebody on the staff; a refusal is a short, kind answer."""
    do = _TAPS.get(str(act["act"]))
    if do is None:
        talk.notice("button.unknown")
        return
    try:
        do(talk, act)
    except DeskError as error:
        talk.desk.take_events()
        refused(talk, error)


def _ticket(talk: Talk, act: Act) -> Ticket:
    """Raises NotYours for somebody of another community."""
    ticket = talk.desk.work.tickets.get(act["ticket"])
    if not permissions.may_see(talk.member, ticket):
        raise NotYours(ticket, ticket.handler_name)
    return ticket


def _accept(talk: Talk, act: Act) -> None:
    ticket = _ticket(talk, act)
    taken = ticket.state in TAKEN and not accepting.is_offered_to(ticket, talk.member)
    if not taken and not permissions.may_take(talk.member, ticket, talk.desk.community):
        routing = Routing(talk.desk.work.people, talk.desk.community)
        raise NotYours(ticket, routing.group_name(ticket.group))
    accepting.accept(talk.desk, ticket, talk.member, talk.channel)
    talk.notice("staff.accepted", number=ticket.number)


def _arrive(talk: Talk, act: Act) -> None:
    ticket = _ticket(talk, act)
    accepting.arrive(talk.desk, ticket, talk.member, talk.channel)
    talk.notice("staff.arrived", number=ticket.number)


def _finish(talk: Talk, act: Act) -> None:
    ticket = _ticket(talk, act)
    must_be_handler(ticket, talk.member)
    talk.ask("result", ticket=ticket.id)
    talk.say("staff.ask_result", number=ticket.number, who=talk.member.name, photo=ticket.kind == "repair")


def _hold(talk: Talk, act: Act) -> None:
    ticket = _ticket(talk, act)
    must_be_handler(ticket, talk.member)
    talk.ask("hold_reason", ticket=ticket.id)
    talk.say("staff.ask_hold_reason", number=ticket.number, who=talk.member.name)


def _give_back(talk: Talk, act: Act) -> None:
    ticket = _ticket(talk, act)
    staff_menus.may_hand(ticket, talk.member)
    talk.ask("return_reason", ticket=ticket.id)
    talk.say("staff.ask_return_reason", number=ticket.number, who=talk.member.name)


def _offer_to(talk: Talk, act: Act) -> None:
    ticket, to = _ticket(talk, act), talk.desk.work.people.staff(act["staff"])
    handing.offer(talk.desk, ticket, talk.member, to, talk.channel)
    talk.notice("staff.offered", number=ticket.number, to=to.name)


def _set_category(talk: Talk, act: Act) -> None:
    ticket, category = _ticket(talk, act), act["value"]
    staff_menus.may_correct(ticket, talk.member)
    if ticket.category == category:
        talk.notice("staff.same_category", number=ticket.number, category=talk.label(f"category.{category}"))
        return
    groups = talk.desk.work.people.groups(talk.desk.community.id)
    name = next((g.name for g in groups if g.key == category), "")
    correcting.set_category(talk.desk, ticket, talk.member, category, name, talk.channel)
    talk.notice("staff.corrected", number=ticket.number)


def _set_urgency(talk: Talk, act: Act) -> None:
    ticket = _ticket(talk, act)
    staff_menus.may_correct(ticket, talk.member)
    correcting.set_urgency(talk.desk, ticket, talk.member, act["value"], talk.channel)
    talk.notice("staff.corrected", number=ticket.number)


def _set_cause(talk: Talk, act: Act) -> None:
    ticket = _ticket(talk, act)
    staff_menus.may_correct(ticket, talk.member)
    correcting.set_cause(talk.desk, ticket, talk.member, act["value"], talk.channel)
    talk.notice("staff.corrected", number=ticket.number)


_TAPS: dict[str, Callable[[Talk, Act], None]] = {
    "accept": _accept,
    "arrive": _arrive,
    "finish": _finish,
    "hold": _hold,
    "hold_until": lambda talk, act: staff_menus.hold_until(talk, act["ticket"], act["at"]),
    "give_back": _give_back,
    "handover": lambda talk, act: staff_menus.offer_names(talk, _ticket(talk, act)),
    "offer_to": _offer_to,
    "recategorise": lambda talk, act: staff_menus.offer_categories(talk, _ticket(talk, act)),
    "more_corrections": lambda talk, act: staff_menus.offer_corrections(talk, _ticket(talk, act)),
    "set_category": _set_category,
    "set_urgency": _set_urgency,
    "set_cause": _set_cause,
    "approve": manager_taps.approve,
    "invalid": manager_taps.ask_invalid,
    "redo": manager_taps.redo,
    "adopt": manager_taps.adopt,
    "reject": manager_taps.reject,
    "called": manager_taps.called,
    "phone_solved": manager_taps.phone_solved,
    "phone_score": manager_taps.phone_score,
    "phone_no_scores": manager_taps.phone_no_scores,
    "unreachable": manager_taps.ask_unreached,
    "unreached_reason": manager_taps.unreached,
    "end_relay": lambda talk, act: relay_end.end(talk, act["relay"]),
    "relay_to": relay.to_chosen,
}
