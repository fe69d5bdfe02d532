"""The return visit: the question, its reminder, the phone task, a low score (D03, D04)."""

from __future__ import annotations

from bot.desk.ticket import Event
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
            result=card.shown(ticket.result, ticket, private=private),
        )

    post.to_staff(post.routing.assistant(), text, ticket, rows)


def scored_low(post: Post, cards: Cards, event: Event) -> None:
    """Speed or attitude of 1–2: the handler's department manager hears of it."""
    ticket, routing = event.ticket, post.routing
    manager = routing.manager_of(ticket)
    if ticket.handler_id is not None:
        manager = routing.department_manager(post.work.people.staff(ticket.handler_id).department)
    which = post.voice.label(f"score.{event.data['which']}")
    text = post.say(
        "line.scored_low", ticket, handler=ticket.handler_name, which=which, score=event.data["value"]
    )
    post.to_staff(manager, lambda private: text, ticket)


def closed(post: Post, cards: Cards, event: Event) -> None:
    cards.touch(event.ticket)
