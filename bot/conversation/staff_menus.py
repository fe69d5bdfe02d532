"""Choices offered to staff: names to hand over to, categories, causes, times to hold until."""

from __future__ import annotations

from datetime import datetime

from bot.conversation.refusals import refused
from bot.conversation.talk import Rows, Talk
from bot.desk import holding
from bot.desk.accepting import must_be_handler
from bot.desk.errors import DeskError
from bot.desk.people import Staff
from bot.desk.routing import Routing
from bot.desk.states import TAKEN, require
from bot.desk.ticket import Ticket
from bot.texts import times

CATEGORIES = ("facilities", "cleaning", "security", "service")
CAUSES = (
    "building",
    "amenities",
    "equipment",
    "attitude",
    "timeliness",
    "quality",
    "range",
    "fees",
    "sudden",
    "neighbours",
)
URGENCIES = ("emergency", "urgent", "normal")


def may_hand(ticket: Ticket, staff: Staff) -> None:
    """Before it is taken anybody of the group, after it the handler."""
    require(ticket, "assigned", *TAKEN)
    if ticket.state in TAKEN:
        must_be_handler(ticket, staff)


def may_correct(ticket: Ticket, staff: Staff) -> None:
    """Also assistants and managers, at any time while it is open."""
    if staff.has("assistant") or staff.has("manager") or staff.has("director"):
        require(ticket, "assigned", *TAKEN)
        return
    may_hand(ticket, staff)


def offer_names(talk: Talk, ticket: Ticket) -> None:
    """转派: everybody of the group, then the other departments' managers."""
    may_hand(ticket, talk.member)
    buttons = [
        (s.name, {"act": "offer_to", "ticket": ticket.id, "staff": s.id}) for s in _candidates(talk, ticket)
    ]
    rows = [buttons[n : n + 3] for n in range(0, len(buttons), 3)]
    talk.say("staff.ask_to_whom", rows, number=ticket.number)


def _candidates(talk: Talk, ticket: Ticket) -> list[Staff]:
    everybody = {s.name: s for s in talk.desk.work.people.all_staff(talk.desk.community.id)}
    groups = talk.desk.work.people.groups(talk.desk.community.id)
    members = next((g.members for g in groups if g.key == ticket.group), ())
    managers = [s.name for s in everybody.values() if s.has("manager")]
    names = [*members, *(m for m in managers if m not in members)]
    blamed = Routing(talk.desk.work.people, talk.desk.community).blamed(ticket)
    out = {talk.member.name, ticket.handler_name, blamed.name if blamed else ""}
    return [everybody[name] for name in names if name in everybody and name not in out]


def offer_categories(talk: Talk, ticket: Ticket) -> None:
    """改分类: the four categories; the rest behind one more tap."""
    may_correct(ticket, talk.member)
    base = {"act": "set_category", "ticket": ticket.id}
    buttons = [(talk.label(f"category.{c}"), {**base, "value": c}) for c in CATEGORIES]
    more = [(talk.button("more_corrections"), {"act": "more_corrections", "ticket": ticket.id})]
    current = talk.label(f"category.{ticket.category}")
    talk.say("staff.ask_category", [buttons[:2], buttons[2:], more], number=ticket.number, current=current)


def offer_corrections(talk: Talk, ticket: Ticket) -> None:
    """Urgency and cause, for the statistics and the clocks."""
    may_correct(ticket, talk.member)
    urgency = [
        (talk.label(f"urgency.{u}"), {"act": "set_urgency", "ticket": ticket.id, "value": u})
        for u in URGENCIES
    ]
    causes = [
        (talk.label(f"cause.{c}"), {"act": "set_cause", "ticket": ticket.id, "value": c}) for c in CAUSES
    ]
    rows = [urgency, *(causes[n : n + 3] for n in range(0, len(causes), 3))]
    talk.say("staff.ask_correction", rows, number=ticket.number)


def offer_hold_times(talk: Talk, ticket: Ticket, reason: str) -> None:
    """Times that make sense from here; any other can be typed."""
    talk.ask("hold_time", ticket=ticket.id, reason=reason)
    zone = talk.desk.community.zone
    buttons = [
        (
            times.show(at, talk.now, zone, "zh-Hans"),
            {"act": "hold_until", "ticket": ticket.id, "at": at.isoformat()},
        )
        for at in hold_times(talk)
    ]
    rows: Rows = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    talk.say("staff.ask_hold_time", rows, number=ticket.number)


def hold_times(talk: Talk) -> list[datetime]:
    """The offers of the settings, from now."""
    calendar = talk.desk.calendar
    return [calendar.add(talk.now, span) for span in talk.desk.community.policy.hold_offers]


def hold_until(talk: Talk, ticket_id: int, at: str) -> None:
    """The time was chosen; the reason was written before, for this very ticket."""
    asking, until = talk.asking(), datetime.fromisoformat(at)
    if asking is None or asking["what"] != "hold_time" or asking["ticket"] != ticket_id:
        talk.notice("button.unknown")
    elif until <= talk.now:
        talk.notice("staff.hold_time_over")
    else:
        hold(talk, ticket_id, asking["reason"], until)


def hold(talk: Talk, ticket_id: int, reason: str, until: datetime) -> None:
    talk.asked()
    ticket = talk.desk.work.tickets.get(ticket_id)
    try:
        holding.hold(talk.desk, ticket, talk.member, reason, until, talk.channel)
    except DeskError as error:
        refused(talk, error)
        return
    shown = times.show(until, talk.now, talk.desk.community.zone, "zh-Hans")
    talk.notice("staff.held", number=ticket.number, until=shown)
