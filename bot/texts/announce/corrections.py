"""What a ticket is was put right, by staff or by its owner (B09)."""

from __future__ import annotations

from bot.desk.ticket import Event
from bot.texts.announce.cards import Cards
from bot.texts.announce.dispatch import hand_out, tell_managers
from bot.texts.announce.post import Post


def corrected(post: Post, cards: Cards, event: Event) -> None:
    """A cause changes nothing that anybody reads."""
    if event.data["field"] == "category":
        _category(post, cards, event)
    elif event.data["field"] == "urgency":
        cards.touch(event.ticket)
        if event.data["after"] == "emergency" != event.data["before"]:
            tell_managers(post, event.ticket, [])


def _category(post: Post, cards: Cards, event: Event) -> None:
    ticket = event.ticket
    moved = event.data["before_group"] != ticket.group
    cards.touch(ticket, left=() if moved else None)
    if moved:
        before = post.voice.label(f"category.{event.data['before']}")
        hand_out(post, cards, ticket, post.voice.say("note.recategorised", who=event.by.name, before=before))
    confidential = post.routing.blamed(ticket) is not None
    post.tell_owner(ticket, "news.recategorised_confidential" if confidential else "news.recategorised")


def revised(post: Post, cards: Cards, event: Event) -> None:
    """A draft has no card yet; what was dispatched is shown anew where its group changed."""
    ticket = event.ticket
    if ticket.state == "new":
        return
    shown = post.work.tickets.cards(ticket.id)
    moved = bool(shown) and not any(one.group == ticket.group for one in shown)
    cards.touch(ticket, left=() if moved else None)
    if moved:
        hand_out(post, cards, ticket, post.voice.say("note.revised"))


def verified(post: Post, cards: Cards, event: Event) -> None:
    """未核实 goes from the cards."""
    cards.touch(event.ticket)
