"""Somebody has it: the handler gets name and phone in private, the owner a name and a new promise."""

from __future__ import annotations

from bot.desk.ticket import Event
from bot.texts.announce.cards import Cards
from bot.texts.announce.post import Post


def accepted(post: Post, cards: Cards, event: Event) -> None:
    """Whoever had it before hears that it is taken."""
    ticket = event.ticket
    if ticket.handler_id is None:
        return
    cards.touch(ticket, left=[event.data.get("before_id")])
    cards.to_staff(ticket, post.work.people.staff(ticket.handler_id), "handler")
    post.tell_owner(ticket, "news.accepted")
    before = event.data.get("before_id")
    if before not in (None, ticket.handler_id):
        text = post.say("line.handed_on", ticket, handler=ticket.handler_name)
        post.to_staff(post.work.people.staff(before), lambda private: text, ticket)
    if post.is_grave(ticket):
        post.to_managers(post.say("line.grave_accepted", ticket, handler=ticket.handler_name), ticket)


def arrived(post: Post, cards: Cards, event: Event) -> None:
    cards.touch(event.ticket)


def held(post: Post, cards: Cards, event: Event) -> None:
    """The owner hears the reason and when there will be word again (C06)."""
    cards.touch(event.ticket)
    post.tell_owner(event.ticket, "news.held")
