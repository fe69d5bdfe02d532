"""巡查 …: what staff find on their round becomes a ticket at once (E05)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation import places
from bot.conversation.draft import Draft
from bot.conversation.reports import reports_of
from bot.conversation.talk import Talk
from bot.desk import dispatching, registering
from bot.desk.ticket import TicketPhoto
from bot.messages import Attachment

WORD = "巡查"


def is_find(text: str) -> bool:
    return text.startswith(WORD)


def found(talk: Talk, text: str, photos: Sequence[Attachment]) -> None:
    """Filed and dispatched without questions: staff know what they saw."""
    told = re.sub(r"^[\s::,,]+", "", text.removeprefix(WORD))
    if not told:
        talk.say("patrol.empty")
        return
    for n, report in enumerate(reports_of(talk, Draft(text=told))):
        report = replace(report, source="patrol", place_text=places.shown(report.place))
        ticket = registering.register(talk.desk, report, None, talk.actor, talk.channel)
        for photo in photos if n == 0 else ():
            talk.desk.work.tickets.keep_photo(
                TicketPhoto(ticket.id, "report", talk.now, talk.actor.name, photo)
            )
        dispatching.dispatch(talk.desk, ticket, talk.actor, talk.channel)
        talk.say("patrol.filed", number=ticket.number, category=talk.label(f"category.{ticket.category}"))
