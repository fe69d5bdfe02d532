"""催办原工单 keeps one ticket; 新的问题 opens another."""

from __future__ import annotations

from typing import Any

from bot.conversation import draft as drafts
from bot.conversation import intake, owner_requests
from bot.conversation.talk import Talk
from bot.desk import owner_acts
from bot.desk.states import OPEN
from bot.desk.ticket import Ticket, TicketPhoto
from nlp.intents import answer_of, choice_of
from nlp.normalise import normalise


def urge_first(talk: Talk, ticket_id: int) -> None:
    """A draft that became a ticket of its own meanwhile (新的问题 was tapped first) stays one."""
    talk.asked()
    draft = drafts.load(talk)
    ticket = talk.desk.work.tickets.get(ticket_id)
    if draft is not None and not draft.tickets:
        drafts.drop(talk)
        if ticket.state in OPEN:
            _keep(talk, ticket, draft)
    owner_requests.urge(talk, ticket)


def _keep(talk: Talk, ticket: Ticket, draft: drafts.Draft) -> None:
    """What was told the second time may say more than the first: whoever works on it reads it."""
    photos = draft.attachments()
    for photo in photos:
        added = TicketPhoto(ticket.id, "added", talk.now, talk.actor.name, photo)
        talk.desk.work.tickets.keep_photo(added)
    owner_acts.add(talk.desk, ticket, draft.text, talk.actor, talk.channel, photos=len(photos))


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
