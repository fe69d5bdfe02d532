"""What the clock brings while nobody acts: not accepted, not solved, a promise come due (C04, C05)."""

from __future__ import annotations

from bot.desk.people import Staff
from bot.desk.ticket import Event, Ticket
from bot.texts import card, owner
from bot.texts.announce.cards import Cards
from bot.texts.announce.post import Post


def escalated(post: Post, cards: Cards, event: Event) -> None:
    """Group and duty officer, then the department manager, then the director; each can take it or hand it on."""
    ticket, routing = event.ticket, post.routing
    rows = card.buttons_for(post.voice, ticket)
    steps: dict[int, tuple[Staff, str]] = {
        1: (routing.duty_officer(post.now, post.calendar), "officer"),
        2: (routing.manager_of(ticket), "manager"),
    }
    who, ask = steps.get(event.data["level"], (routing.director(), "director"))
    if event.data["level"] == 1:
        post.to_group(routing.group_of(ticket), _not_accepted(post, ticket, "group"), ticket, rows)
    text = _not_accepted(post, ticket, ask)
    post.to_staff(who, lambda private: text, ticket, rows)
    if post.is_grave(ticket):
        post.to_managers(text, ticket)


def _not_accepted(post: Post, ticket: Ticket, ask: str) -> str:
    at = post.voice.time(ticket.dispatched_at)
    return post.say("line.escalated", ticket, at=at, who=post.voice.label(f"line.escalated_ask.{ask}"))


def overdue(post: Post, cards: Cards, event: Event) -> None:
    """The department manager and the handler at once, the director later."""
    ticket = event.ticket
    if event.data["level"] > 1:
        _tell_overdue(post, ticket, post.routing.director(), "director")
        return
    _tell_overdue(post, ticket, post.routing.manager_of(ticket), "manager")
    if ticket.handler_id is not None:
        _tell_overdue(post, ticket, post.work.people.staff(ticket.handler_id), "handler")
    if post.is_grave(ticket):
        post.to_managers(_overdue(post, ticket, "manager"), ticket)


def _tell_overdue(post: Post, ticket: Ticket, who: Staff, ask: str) -> None:
    text = _overdue(post, ticket, ask)
    post.to_staff(who, lambda private: text, ticket)


def _overdue(post: Post, ticket: Ticket, ask: str) -> str:
    return post.say(
        "line.overdue",
        ticket,
        due=post.voice.time(ticket.solve_by),
        handler=ticket.handler_name,
        ask=post.voice.label(f"line.overdue_ask.{ask}"),
    )


def promise_due(post: Post, cards: Cards, event: Event) -> None:
    """The owner hears where it stands, solved or not, and the next time."""
    ticket = event.ticket
    cards.touch(ticket)
    post.tell_owner(ticket, "news.promise_due", lambda voice: owner.matter_rows(voice, ticket))
