"""催办原工单 keeps one ticket; 新的问题 opens another."""

from __future__ import annotations

from typing import Any

from bot.conversation import draft as drafts
from bot.conversation import intake, owner_requests
from bot.conversation.talk import Talk
from bot.desk.ticket import TicketPhoto
from nlp.intents import answer_of, choice_of
from nlp.normalise import normalise


def urge_first(talk: Talk, ticket_id: int) -> None:
    talk.asked()
    draft = drafts.load(talk)
    drafts.drop(talk)
    ticket = talk.desk.work.tickets.get(ticket_id)
    if draft is not None and draft.photos:
        for photo in draft.attachments():
            added = TicketPhoto(ticket.id, "added", talk.now, talk.actor.name, photo)
            talk.desk.work.tickets.keep_photo(added)
    owner_requests.urge(talk, ticket)


def another(talk: Talk) -> None:
    """Goes on with the draft as a new matter."""
    talk.asked()
    draft = drafts.load(talk)
    if draft is None:
        talk.say("draft.gone")
        return
    draft.fresh = True
    intake.proceed(talk, draft)


def typed(talk: Talk, asking: dict[str, Any], text: str) -> bool:
    """Somebody who writes instead of tapping."""
    line = normalise(text)
    choice, answer = choice_of(line), answer_of(line)
    if choice == 1 or answer == "yes" or "催" in text:
        urge_first(talk, asking["ticket"])
    elif choice == 2 or answer == "no" or "新" in text:
        another(talk)
    else:
        return False
    return True
