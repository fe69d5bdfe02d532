"""The return visit: the question, its reminder, the phone task, a low score (D03, D04)."""

from __future__ import annotations

from bot.desk import visiting
from bot.desk.people import Staff
from bot.desk.states import OPEN
from bot.desk.ticket import Event, Ticket
from bot.texts import card, owner
from bot.texts.announce.cards import Cards
from bot.texts.announce.post import Post


def asked(post: Post, cards: Cards, event: Event) -> None:
    """Solved? A second look asks differently."""
    again = event.data.get("number", 1) > 1
    _ask(post, event, "visit.asked_again" if again else "visit.asked")


def reminded(post: Post, cards: Cards, event: Event) -> None:
    _ask(post, event, "visit.reminded")


def _ask(post: Post, event: Event, id: str) -> None:
    post.tell_owner(event.ticket, id, lambda voice: owner.solved_rows(voice, event.data["visit"]))


def phone(post: Post, cards: Cards, event: Event) -> None:
    """Two days of silence: the assistant phones."""
    ticket = event.ticket
    rows = card.rows(post.voice, "called", "unreachable", visit=event.data["visit"])

    def text(private: bool) -> str:
        return post.say(
            "line.visit_phone",
            ticket,
            private=private,
            owner=card.owner(ticket, private=private),
            handler=ticket.handler_name,
            result=card.result(ticket, private=private),
        )

    post.to_staff(post.routing.assistant(), text, ticket, rows)


def scored_low(post: Post, cards: Cards, event: Event) -> None:
    """Speed or attitude of 1–2: the handler's department manager hears of it."""
    ticket = event.ticket
    which = post.voice.label(f"score.{event.data['which']}")
    text = post.say(
        "line.scored_low", ticket, handler=ticket.handler_name, which=which, score=event.data["value"]
    )
    post.to_staff(_handlers_manager(post, ticket), lambda private: text, ticket)


def closed(post: Post, cards: Cards, event: Event) -> None:
    cards.touch(event.ticket)
    said_more(post, cards, event)


def said_more(post: Post, cards: Cards, event: Event) -> None:
    """What the owner wrote at the end of a visit: to whoever works on it again, else to the manager who heard of a low score."""
    ticket, words = event.ticket, str(event.data.get("words", ""))
    if not words.strip():
        return

    def text(private: bool) -> str:
        told = card.quoted(words, ticket, "words", private=private)
        return post.say("line.added", ticket, private=private, text=told, photos=0)

    if ticket.state in OPEN:
        post.to_group(post.routing.group_of(ticket), text(False), ticket)
        post.to_staff(_works_on(post, ticket) or _watches(post, ticket), text, ticket)
    elif _scored_low(post, event.data.get("visit")):
        post.to_staff(_handlers_manager(post, ticket), text, ticket)


def _scored_low(post: Post, visit_id: int | None) -> bool:
    if visit_id is None:
        return False
    visit = post.work.visits.get(visit_id)
    return any(score is not None and score <= visiting.LOW for score in (visit.speed, visit.attitude))


def _works_on(post: Post, ticket: Ticket) -> Staff | None:
    return post.work.people.staff(ticket.handler_id) if ticket.handler_id is not None else None


def _watches(post: Post, ticket: Ticket) -> Staff:
    """While nobody has taken it: the department's manager; about one of the staff, whoever stands above them."""
    blamed = post.routing.blamed(ticket)
    return post.routing.manager_of(ticket) if blamed is None else post.routing.above(blamed)


def _handlers_manager(post: Post, ticket: Ticket) -> Staff:
    """The manager of whoever handled it, else of the department that has it."""
    handler = _works_on(post, ticket)
    if handler is None:
        return post.routing.manager_of(ticket)
    return post.routing.department_manager(handler.department)
