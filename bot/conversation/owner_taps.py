"""Buttons of owners: each looked up, its ticket checked to be theirs, then acted on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.conversation import (
    confirming,
    owner_requests,
    questions,
    recent,
    relay,
    second_report_answers,
    slash,
    visit_answers,
)
from bot.conversation.talk import Talk
from bot.desk.errors import WrongState
from bot.desk.states import OPEN
from bot.desk.ticket import Ticket

Act = Mapping[str, Any]


def tapped(talk: Talk, act: Act) -> None:
    """A tap in an owner's private chat."""
    if not _is_theirs(talk, act):
        talk.notice("not_yours")
        return
    do = _TAPS.get(str(act["act"]))
    if do is None:
        talk.notice("button.unknown")
        return
    try:
        do(talk, act)
    except WrongState as refused:
        talk.asked()
        owner_requests.too_late(talk, refused.ticket)


def _is_theirs(talk: Talk, act: Act) -> bool:
    """The ticket's owner, or the chat it was reported from."""
    ids = [*act.get("tickets", ()), *([act["ticket"]] if "ticket" in act else [])]
    if "visit" in act:
        ids.append(talk.desk.work.visits.get(act["visit"]).ticket_id)
    mine = talk.resident.id if talk.resident else None
    tickets = [talk.desk.work.tickets.get(i) for i in ids]
    return all(t.resident_id == mine or t.origin == talk.address for t in tickets)


def _tickets(talk: Talk, act: Act) -> list[Ticket]:
    ids = [*act.get("tickets", ()), *([act["ticket"]] if "ticket" in act else [])]
    return [talk.desk.work.tickets.get(i) for i in ids]


def _open(talk: Talk, act: Act) -> list[Ticket]:
    """Those of the button that are open; with none of its own, all open ones."""
    named = _tickets(talk, act)
    if not named:
        return recent.open_tickets(talk)
    still = [t for t in named if t.state in OPEN]
    return still or named[:1]


def _urge(talk: Talk, act: Act) -> None:
    owner_requests.choose(talk, "urge", _open(talk, act), owner_requests.urge)


def _add(talk: Talk, act: Act) -> None:
    owner_requests.choose(talk, "add", _open(talk, act), owner_requests.add)


def _withdraw(talk: Talk, act: Act) -> None:
    owner_requests.choose(talk, "withdraw", _open(talk, act), owner_requests.withdraw)


def _category(talk: Talk, act: Act) -> None:
    if not questions.category_chosen(talk, act["value"]):
        talk.say("draft.gone")


_TAPS: dict[str, Callable[[Talk, Act], None]] = {
    "confirm": lambda talk, act: confirming.confirm(talk, act["tickets"]),
    "change": lambda talk, act: confirming.change(talk, act["tickets"]),
    "cancel": lambda talk, act: confirming.cancel(talk, act["tickets"]),
    "progress": lambda talk, act: owner_requests.progress(talk, _tickets(talk, act)),
    "urge": _urge,
    "add": _add,
    "withdraw": _withdraw,
    "human": lambda talk, act: relay.begin(talk, _tickets(talk, act) or recent.open_tickets(talk)[:1]),
    "category": _category,
    "same": lambda talk, act: second_report_answers.urge_first(talk, act["ticket"]),
    "different": lambda talk, act: second_report_answers.another(talk),
    "any_time": lambda talk, act: questions.any_time(talk),
    "language": slash.language_chosen,
    "visit_solved": visit_answers.solved,
    "score": visit_answers.score,
    "nothing_more": visit_answers.nothing_more,
}
