"""Whether a card still counts: this round's, where the ticket is now, and the newest of its place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, get_args

from bot.desk.ticket import Card, Ticket
from bot.texts import card
from bot.texts.announce import reasons
from bot.texts.announce.post import Post

Part = Literal["group", "handler", "duty", "offer", "director"]


def counts(one: Card, ticket: Ticket, shown: Sequence[Card]) -> bool:
    """`shown` are all cards of the ticket, oldest first."""
    if round_of(one) != ticket.round or one.name != _newest(one, shown):
        return False
    part = part_of(one)
    if part == "group":
        return one.group == ticket.group
    if part == "handler":
        return one.staff_id == ticket.handler_id
    return part != "offer" or one.staff_id == ticket.offered_id


def part_of(one: Card) -> Part:
    """What it is for; a group's card has the group's key in its name."""
    named = one.name.split(":")[3]
    return next((part for part in get_args(Part) if part == named), "group")


def round_of(one: Card) -> int:
    return int(one.name.split(":")[2])


def just_gone(one: Card, ticket: Ticket, left: Collection[int | None], *, reopened: bool) -> bool:
    """Whether it may have counted until a moment ago. A round's cards are closed when the next one begins, once."""
    if round_of(one) < ticket.round - (1 if reopened else 0):
        return False
    return part_of(one) != "handler" or one.staff_id in left


def gone_words(post: Post, one: Card, ticket: Ticket) -> str:
    """Why it no longer counts; the ticket's state on another card of whoever has it."""
    say = post.voice.say
    if round_of(one) != ticket.round:
        return say("card.gone.reopened", round=ticket.round, why=reasons.said_last(post, ticket))
    if not one.group:
        return _out_of_hand(post, one, ticket)
    if one.group == ticket.group:
        return say("card.gone.moved")
    if ticket.group == "service" != ticket.category:
        return say("card.gone.returned")
    kept = "_kept" if ticket.handler_name and ticket.offered_name else ""
    return say(
        f"card.gone.category{kept}",
        category=post.voice.label(f"category.{ticket.category}"),
        to=post.routing.group_name(ticket.group),
        handler=ticket.handler_name,
    )


def _out_of_hand(post: Post, one: Card, ticket: Ticket) -> str:
    if one.staff_id == ticket.handler_id:
        return card.state(post.voice, ticket, private=False)
    if ticket.handler_name:
        return post.voice.say("card.gone.taken", handler=ticket.handler_name)
    return post.voice.say("card.gone.not_yours")


def _newest(one: Card, shown: Sequence[Card]) -> str:
    """The name of the last card for the same purpose in the same chat."""
    key = (one.address, part_of(one), one.group)
    return [card.name for card in shown if (card.address, part_of(card), card.group) == key][-1]
