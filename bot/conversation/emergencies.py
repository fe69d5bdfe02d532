"""An emergency told in pieces: the first goes out at once, what follows in the same breath belongs to it (A05, A06)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.conversation import hearing, questions, recent, story
from bot.conversation.draft import Draft
from bot.conversation.reports import reports_of
from bot.conversation.talk import Talk
from bot.desk import dispatching, owner_acts, registering
from bot.desk.registering import Report
from bot.desk.ticket import Ticket
from bot.messages import Attachment

_SMALL_TALK = ("thanks", "greeting", "human", "progress", "urge", "withdraw")


def keep_open(talk: Talk, pieces: Sequence[str]) -> None:
    """After the dispatch the story stays open for its pause."""
    filed = [t for t in recent.just_filed(talk) if t.urgency == "emergency" and t.dispatched_at == talk.now]
    if filed and not talk.asking():
        story.go_on(talk, pieces, [t.id for t in filed])


def more(talk: Talk, text: str, photos: Sequence[Attachment]) -> None:
    """A further piece: the ticket learns from it; another problem becomes another ticket."""
    if talk.hear(text).intent in _SMALL_TALK or not text.strip():
        hearing.heard(talk, text, photos)
        return
    ids = story.sent(talk)
    whole = story.with_piece(talk, text)
    reports = reports_of(talk, Draft(text=whole, tickets=ids, fresh=True))
    tickets = [talk.desk.work.tickets.get(i) for i in ids]
    for ticket, report in zip(tickets, reports, strict=False):
        _learn(talk, ticket, report)
    owner_acts.add(talk.desk, tickets[0], text, talk.actor, talk.channel, photos=len(photos))
    for photo in photos:
        questions.keep_photo(talk, tickets[0], photo)
    fresh = [_dispatched(talk, report) for report in reports[len(tickets) :]]
    recent.remember(talk, [*tickets, *fresh])
    promise = talk.voice.time(tickets[0].promised_at)
    talk.say("added_urgent", numbers=[t.number for t in [tickets[0], *fresh]], promise=promise)


def _learn(talk: Talk, ticket: Ticket, report: Report) -> None:
    """What the whole story says goes before what its first words said."""
    if report.problem.urgency == "emergency":
        registering.revise(talk.desk, ticket, report, talk.actor, talk.channel)


def _dispatched(talk: Talk, report: Report) -> Ticket:
    ticket = registering.register(talk.desk, report, talk.resident, talk.actor, talk.channel)
    dispatching.dispatch(talk.desk, ticket, talk.actor, talk.channel)
    return ticket
