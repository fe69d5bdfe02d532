"""转派 and 退回: asked of somebody by name, or given back to customer service; each is followed up (A10, C10)."""

from __future__ import annotations

from bot.desk.ticket import Event, Ticket
from bot.texts import card
from bot.texts.announce.cards import Cards
from bot.texts.announce.dispatch import hand_out
from bot.texts.announce.post import Post


def offered(post: Post, cards: Cards, event: Event) -> None:
    ticket = event.ticket
    to = post.work.people.staff(event.data["to_id"])
    cards.touch(ticket, left=())
    cards.to_staff(ticket, to, "offer", post.voice.say("note.offered", who=event.by.name))
    post.tell_owner(ticket, "news.offered")


def offer_unanswered(post: Post, cards: Cards, event: Event) -> None:
    """Both are reminded, and the department manager hears; whoever had it stays responsible."""
    ticket = event.ticket
    _remind_target(post, ticket)
    if ticket.handler_id is not None:
        text = post.say("line.offer_handler", ticket, to=ticket.offered_name)
        post.to_staff(post.work.people.staff(ticket.handler_id), lambda private: text, ticket)
    told = post.say("line.offer_manager", ticket, to=ticket.offered_name)
    post.to_staff(post.routing.manager_of(ticket), lambda private: told, ticket)


def _remind_target(post: Post, ticket: Ticket) -> None:
    rows = card.accept_row(post.voice, ticket)
    if ticket.offered_id is None:
        post.to_group(post.routing.group_of(ticket), post.say("line.offer_group", ticket), ticket, rows)
        return
    text = post.say("line.offer_target", ticket)
    post.to_staff(post.work.people.staff(ticket.offered_id), lambda private: text, ticket, rows)


def returned(post: Post, cards: Cards, event: Event) -> None:
    """The service group gets it with the reason. The owner is not troubled with it."""
    cards.touch(event.ticket, left=[event.by.id])
    reason = card.quoted(str(event.data["reason"]), event.ticket, "reason", private=False)
    hand_out(post, cards, event.ticket, post.voice.say("note.returned", who=event.by.name, reason=reason))
