"""A message that could not be delivered becomes a task for a person; nothing is dropped in silence (design 5)."""

from __future__ import annotations

from bot.desk.ticket import Event
from bot.texts import card
from bot.texts.announce.cards import Cards
from bot.texts.announce.post import Post


def undelivered(post: Post, cards: Cards, event: Event) -> None:
    """The assistant phones the owner, or passes a staff message on; the words are quoted."""
    ticket = event.ticket
    which = "owner" if event.data["to_owner"] else "staff"

    def text(private: bool) -> str:
        contact = f"{ticket.resident_name} {ticket.phone}".strip() if private else ""
        # It may have been a private card, with name and phone in full.
        quoted = card.shown(str(event.data["text"]), ticket, private=private)
        return post.say(f"line.undelivered.{which}", ticket, private=private, contact=contact, text=quoted)

    post.to_staff(post.routing.assistant(), text, ticket)
