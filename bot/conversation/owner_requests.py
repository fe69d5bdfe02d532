"""What an owner asks of tickets that are filed: progress, urge, add, withdraw (D07)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.conversation import draft as drafts
from bot.conversation import recent
from bot.conversation.confirming import service_rows
from bot.conversation.talk import Talk
from bot.desk import owner_acts
from bot.desk.errors import TooSoon, WrongState
from bot.desk.states import OPEN
from bot.desk.ticket import Ticket
from bot.texts import owner, times
from nlp.intents import find_number
from nlp.normalise import normalise


def meant(talk: Talk, text: str, tickets: Sequence[Ticket]) -> list[Ticket]:
    """The ticket whose number is written, else those given."""
    number = find_number(normalise(text)) if text else None
    if number is None:
        return list(tickets)
    found = talk.desk.work.tickets.by_number(talk.desk.community.id, number)
    mine = found is not None and talk.resident is not None and found.resident_id == talk.resident.id
    return [found] if found is not None and mine else []


def progress(talk: Talk, tickets: Sequence[Ticket]) -> None:
    """Where it stands: state, who has it, next promised word. Without a ticket: the open ones."""
    shown = list(tickets) or recent.open_tickets(talk) or _last(talk)
    if not shown:
        talk.say("progress.none")
        return
    text = owner.progress(talk.voice, shown)
    talk.send(text, service_rows(talk, shown) if any(_is_open(t) for t in shown) else ())


def _is_open(ticket: Ticket) -> bool:
    return ticket.state in OPEN


def _last(talk: Talk) -> list[Ticket]:
    if talk.resident is None:
        return []
    return list(talk.desk.work.tickets.of_resident(talk.resident.id, open_only=False))[:1]


def urge(talk: Talk, ticket: Ticket) -> None:
    zone = talk.desk.community.zone
    try:
        owner_acts.urge(talk.desk, ticket, talk.actor, talk.channel)
    except TooSoon as soon:
        talk.say(
            "urge.too_soon",
            number=ticket.number,
            at=times.show(ticket.urged_at or talk.now, talk.now, zone, talk.language),
            again=times.show(soon.again_at, talk.now, zone, talk.language),
        )
        return
    except WrongState:
        too_late(talk, ticket)
        return
    promise = times.show(ticket.promised_at, talk.now, zone, talk.language) if ticket.promised_at else ""
    talk.say(
        "urged", service_rows(talk, [ticket]), number=ticket.number, who=ticket.handler_name, promise=promise
    )


def add(talk: Talk, ticket: Ticket) -> None:
    if ticket.state in ("withdrawn", "invalid", "closed"):
        too_late(talk, ticket)
        return
    talk.ask("add", ticket=ticket.id)
    talk.say("ask.add", number=ticket.number)


def withdraw(talk: Talk, ticket: Ticket) -> None:
    try:
        owner_acts.withdraw(talk.desk, ticket, talk.actor, talk.channel)
    except WrongState:
        too_late(talk, ticket)
        return
    drafts.without(talk, ticket.id)
    talk.say("withdrawn", number=ticket.number)


def too_late(talk: Talk, ticket: Ticket) -> None:
    """The ticket has moved on; the sentence says where it is."""
    talk.say(f"late.{ticket.state}", number=ticket.number)


def choose(talk: Talk, act: str, tickets: Sequence[Ticket], do: Callable[[Talk, Ticket], None]) -> None:
    """Does it to the only ticket, asks which one where there are several."""
    if not tickets:
        talk.say("none_open")
    elif len(tickets) == 1:
        do(talk, tickets[0])
    else:
        rows = [[(f"{t.number} {t.text[:12]}", {"act": act, "tickets": [t.id]})] for t in tickets[:6]]
        talk.say("ask.which", rows)
