"""Story → draft → the next question or the restatement. An emergency skips the questions (A06)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.conversation import confirming, language, recent, second_report
from bot.conversation import draft as drafts
from bot.conversation.draft import Draft
from bot.conversation.reports import is_unsure, needs_place, reports_of, unsure_guess
from bot.conversation.talk import Talk
from bot.desk import correcting, deadlines, dispatching, owner_acts, registering
from bot.desk.registering import Report
from bot.desk.ticket import Ticket, TicketPhoto
from bot.messages import Attachment
from bot.texts import gist, owner

CATEGORIES = ("facilities", "cleaning", "security", "service")


def begin(talk: Talk, text: str, photos: Sequence[Attachment]) -> None:
    """A new matter, or more of the one being told."""
    draft = drafts.load(talk) or Draft()
    draft.add(text, photos)
    proceed(talk, draft)


def proceed(talk: Talk, draft: Draft) -> None:
    """Asks the one thing that is missing, else files and restates."""
    language.settle(talk, draft.text)
    reports = reports_of(talk, draft)
    if any(r.problem.urgency == "emergency" for r in reports):
        _emergency(talk, draft, reports)
    elif not _asked_something(talk, draft, reports):
        restate(talk, draft, file(talk, draft, reports))


def _asked_something(talk: Talk, draft: Draft, reports: Sequence[Report]) -> bool:
    if not draft.fresh and not draft.tickets and second_report.asked(talk, draft, reports):
        return True
    if draft.category is None and any(is_unsure(r.problem) for r in reports):
        drafts.store(talk, draft)
        talk.ask("category")
        rows = [[(talk.label(f"category.{c}"), {"act": "category", "value": c})] for c in CATEGORIES]
        talk.say("ask.category", [rows[0] + rows[1], rows[2] + rows[3]], text=gist.cut(draft.text, 60))
        return True
    if draft.place is None and any(needs_place(r) for r in reports):
        drafts.store(talk, draft)
        talk.ask("place")
        talk.say("ask.place" if is_introduced(talk) else "ask.place_and_name")
        return True
    return False


def is_introduced(talk: Talk) -> bool:
    return bool(talk.resident and (talk.resident.rostered or talk.resident.homes))


def file(talk: Talk, draft: Draft, reports: Sequence[Report]) -> list[Ticket]:
    """Registers each report, or revises the ticket it became already; photos go with the first."""
    draft.tickets = [i for i in draft.tickets if talk.desk.work.tickets.get(i).state == "new"]
    tickets = [_filed(talk, draft, n, report) for n, report in enumerate(reports)]
    for photo in draft.attachments():
        kept = TicketPhoto(tickets[0].id, "report", talk.now, talk.actor.name, photo)
        talk.desk.work.tickets.keep_photo(kept)
    draft.seen_photos = draft.seen_photos or bool(draft.photos)
    draft.photos = []
    for ticket_id in draft.tickets[len(tickets) :]:  # told otherwise now: no problem of its own any more
        owner_acts.withdraw(talk.desk, talk.desk.work.tickets.get(ticket_id), talk.actor, talk.channel)
    draft.tickets = [t.id for t in tickets]
    return tickets


def _filed(talk: Talk, draft: Draft, n: int, report: Report) -> Ticket:
    if n < len(draft.tickets):
        ticket = talk.desk.work.tickets.get(draft.tickets[n])
        registering.revise(talk.desk, ticket, report, talk.actor, talk.channel)
        return ticket
    ticket = registering.register(talk.desk, report, talk.resident, talk.actor, talk.channel)
    if draft.category and (guess := unsure_guess(talk, draft, n)):
        correcting.owner_chose(talk.desk, ticket, guess, talk.actor)
    return ticket


def restate(talk: Talk, draft: Draft, tickets: Sequence[Ticket]) -> None:
    """What was understood, its number, and the three buttons."""
    drafts.store(talk, draft)
    talk.asked()
    promises = [promise_if_confirmed(talk, t) for t in tickets]
    fresh = {e.ticket.id for e in talk.desk.events if e.what == "registered"}
    photos = sum(len(talk.desk.work.tickets.photos(t.id)) for t in tickets) if draft.seen_photos else 0
    text = owner.restatement(
        talk.voice,
        tickets,
        name=talk.name,
        promises=promises,
        photos=photos,
        again=any(t.id not in fresh for t in tickets),
    )
    talk.send(text, owner.restatement_rows(talk.voice, tickets), ticket_id=tickets[0].id)


def promise_if_confirmed(talk: Talk, ticket: Ticket) -> datetime:
    """What 确认 would promise now."""
    return deadlines.promise_at(ticket, talk.now, talk.desk.community, talk.desk.calendar)


def _emergency(talk: Talk, draft: Draft, reports: Sequence[Report]) -> None:
    """Dispatched from the first message with what is known; what to do now; the rest is asked after."""
    tickets = file(talk, draft, reports)
    talk.asked()
    for ticket in tickets:
        dispatching.dispatch(talk.desk, ticket, talk.actor, talk.channel)
    drafts.drop(talk)
    recent.remember(talk, tickets)
    first = next(t for t in tickets if t.urgency == "emergency")
    text = owner.emergency_reply(talk.voice, first, name=talk.name)
    others = [t for t in tickets if t is not first]
    if others:
        text += "\n" + talk.word("emergency_others", numbers=[t.number for t in others])
    rows = [*owner.emergency_rows(talk.voice, first), *confirming.service_rows(talk, tickets)]
    talk.send(text, rows, ticket_id=first.id)
    if any(needs_place(r) for r in reports):
        talk.ask("place_after", tickets=[t.id for t in tickets])
        talk.say("ask.place_urgent" if is_introduced(talk) else "ask.place_and_name_urgent")
