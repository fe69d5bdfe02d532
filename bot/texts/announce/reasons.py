"""Why a ticket goes into another round, in the words of whoever said it (D05)."""

from __future__ import annotations

from bot.desk.ticket import Ticket
from bot.texts import card
from bot.texts.announce.post import Post


def said(post: Post, ticket: Ticket, why: str) -> str:
    """`partly`, `not`, `result 2`, or words of somebody, which are masked: groups read them."""
    code, _, score = why.partition(" ")
    id = f"why.{code}" if post.words.knows(f"why.{code}") else "why.told"
    words = card.quoted(why, ticket, "words", private=False)
    return post.voice.say(id, score=score, why=words)


def said_last(post: Post, ticket: Ticket) -> str:
    """Why this round began, from the timeline: the old card is edited again whenever the ticket moves on."""
    rows = post.work.tickets.timeline(ticket.id)
    why = next((row.data["why"] for row in reversed(rows) if row.what == "reopened"), None)
    return said(post, ticket, str(why)) if why is not None else post.voice.say("why.unknown")
