"""确认 修改 取消, and what the clock does where none of them comes within ten minutes."""

from __future__ import annotations

from collections.abc import Sequence

from bot.conversation import draft as drafts
from bot.conversation import recent
from bot.conversation.talk import Rows, Talk
from bot.desk import dispatching, owner_acts
from bot.desk.routing import Routing
from bot.desk.ticket import CLOCK, Ticket
from bot.texts import owner, times


def confirm(talk: Talk, ids: Sequence[int]) -> None:
    """Dispatches what is still new and answers with the promised time; asks for what is missing after it."""
    tickets = _meant(talk, ids)
    waiting = [t for t in tickets if t.state == "new"]
    if not waiting:
        _already(talk, tickets)
        return
    drafts.drop(talk)
    talk.asked()
    for ticket in waiting:
        dispatching.dispatch(talk.desk, ticket, talk.actor, talk.channel)
    recent.remember(talk, waiting)
    talk.send(_dispatched_text(talk, waiting), service_rows(talk, waiting), ticket_id=waiting[0].id)
    ask_rest(talk, waiting)


def _meant(talk: Talk, ids: Sequence[int]) -> list[Ticket]:
    """Those of the button, and what was told since: the draft is one story, also under an older restatement."""
    draft = drafts.load(talk)
    told = draft.tickets if draft is not None and set(draft.tickets) & set(ids) else []
    return [talk.desk.work.tickets.get(i) for i in dict.fromkeys([*ids, *told])]


def _dispatched_text(talk: Talk, tickets: Sequence[Ticket]) -> str:
    opening = ""
    if not talk.desk.calendar.is_open(talk.now):
        at = talk.desk.calendar.next_opening(talk.now)
        opening = times.show(at, talk.now, talk.desk.community.zone, talk.language)
    routing = Routing(talk.desk.work.people, talk.desk.community)
    matters = [
        owner.dispatched(talk.voice, t, confidential=routing.blamed(t) is not None, team=_team(talk, t))
        for t in tickets
    ]
    return talk.word("confirmed", matters=matters, opening=opening)


def _team(talk: Talk, ticket: Ticket) -> str:
    """工程部, as the settings call it; who reads another language is told the category."""
    if talk.language == "zh-Hans":
        return talk.desk.community.departments[ticket.category].name
    return talk.label(f"category.{ticket.category}")


def _already(talk: Talk, tickets: Sequence[Ticket]) -> None:
    """A second tap, or the confirmation of an emergency that went out first."""
    for ticket in tickets:
        if ticket.state in ("withdrawn", "invalid", "closed"):
            talk.say(f"late.{ticket.state}", number=ticket.number)
            return
    talk.say("confirmed.again", numbers=[t.number for t in tickets])
    if talk.asking() is None:
        ask_rest(talk, tickets)


def ask_rest(talk: Talk, tickets: Sequence[Ticket]) -> None:
    """One question at a time: a phone where we have none, then when to come for repairs at home."""
    if any(not t.phone for t in tickets) and talk.asking() is None:
        talk.ask("phone", tickets=[t.id for t in tickets])
        talk.say("ask.phone", [[(talk.button("share_phone"), {"act": "share_phone"})]])
        return
    home = [t for t in tickets if wants_appointment(t)]
    if home and talk.asking() is None:
        talk.ask("appointment", tickets=[t.id for t in home])
        rows = [[(talk.button("any_time"), {"act": "any_time", "tickets": [t.id for t in home]})]]
        talk.say("ask.appointment", rows)


def wants_appointment(ticket: Ticket) -> bool:
    return (
        ticket.kind == "repair"
        and ticket.at_home
        and ticket.appointment is None
        and ticket.urgency != "emergency"
    )


def service_rows(talk: Talk, tickets: Sequence[Ticket]) -> Rows:
    """What the owner can do at any time."""
    ids = [t.id for t in tickets]
    one = {"tickets": ids}
    return [
        [(talk.button(a), {"act": a, **one}) for a in ("progress", "urge", "add")],
        [(talk.button(a), {"act": a, **one}) for a in ("withdraw", "human")],
    ]


def change(talk: Talk, ids: Sequence[int]) -> None:
    """修改: the next line corrects it."""
    tickets = [talk.desk.work.tickets.get(i) for i in ids]
    if all(t.state in ("withdrawn", "invalid", "closed", "answered", "finished") for t in tickets):
        talk.say(f"late.{tickets[0].state}", number=tickets[0].number)
        return
    talk.ask("change", tickets=list(ids))
    talk.say("ask.change", numbers=[t.number for t in tickets])


def cancel(talk: Talk, ids: Sequence[int]) -> None:
    """取消 before the dispatch withdraws."""
    tickets = _meant(talk, ids)
    waiting = [t for t in tickets if t.state == "new"]
    if not waiting:
        talk.say("cancel.late", service_rows(talk, tickets), number=tickets[0].number)
        return
    drafts.drop(talk)
    talk.asked()
    for ticket in waiting:
        owner_acts.withdraw(talk.desk, ticket, talk.actor, talk.channel)
    talk.say("cancelled", numbers=[t.number for t in waiting])


def not_confirmed(talk: Talk, ids: Sequence[int]) -> None:
    """The clock: dispatched as understood, marked 未确认; the announcer tells the owner."""
    tickets = [talk.desk.work.tickets.get(i) for i in ids]
    for ticket in tickets:
        if ticket.state == "new":
            dispatching.dispatch(talk.desk, ticket, CLOCK, unconfirmed=True)
    recent.remember(talk, tickets)
