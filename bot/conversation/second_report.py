"""The same owner, topic and place while the first is open: 催办原工单 or 新的问题."""

from __future__ import annotations

from collections.abc import Sequence

from bot.conversation import draft as drafts
from bot.conversation import places, recent
from bot.conversation.draft import Draft
from bot.conversation.talk import Act, Talk
from bot.desk.registering import Report
from bot.desk.ticket import Ticket
from bot.texts import gist
from nlp.understanding import Problem


def asked(talk: Talk, draft: Draft, reports: Sequence[Report]) -> bool:
    """Asks where one of the reports matches an open ticket."""
    for report in reports:
        first = _same_open(talk, report)
        if first is not None:
            drafts.store(talk, draft)
            talk.ask("same", ticket=first.id)
            rows: list[list[tuple[str, Act]]] = [
                [
                    (talk.button("urge_first"), {"act": "same", "ticket": first.id}),
                    (talk.button("new_problem"), {"act": "different"}),
                ]
            ]
            talk.say("ask.same", rows, number=first.number, text=gist.gist(first))
            return True
    return False


def _same_open(talk: Talk, report: Report) -> Ticket | None:
    for ticket in recent.open_tickets(talk):
        known = ticket.state != "new" and is_alike(ticket, report.problem)
        if known and places.same(ticket.place, report.place):
            return ticket
    return None


def is_alike(ticket: Ticket, problem: Problem) -> bool:
    """The same topic; water on the floor is one matter, whichever pipe the owner blames for it."""
    return ticket.topic == problem.topic or ("leak" in ticket.tags and "leak" in problem.tags)
