"""Not solved, or not satisfied: the next round begins (D05)."""

from __future__ import annotations

from bot.desk.people import Staff
from bot.desk.ticket import Event, Ticket
from bot.texts import card
from bot.texts.announce import reasons
from bot.texts.announce.cards import Cards
from bot.texts.announce.dispatch import hand_out
from bot.texts.announce.post import Post


def reopened(post: Post, cards: Cards, event: Event) -> None:
    """A new card for the group, a written notice to whoever handled it, word to the managers."""
    ticket = event.ticket
    why = reasons.said(post, ticket, str(event.data["why"]))
    cards.touch(ticket, left=[event.data.get("before_id")], reopened=True)
    hand_out(post, cards, ticket, post.voice.say("note.reopened", round=ticket.round, why=why))
    before = event.data.get("before_id")
    if before is not None:
        _notify(post, ticket, post.work.people.staff(before), why)
    text = post.say(
        "line.reopened_manager", ticket, round=ticket.round, why=why, before=event.data.get("before", "")
    )
    for manager in _managers(post, ticket):
        post.to_staff(manager, lambda private: text, ticket)
    if event.by.kind == "staff":
        post.tell_owner(ticket, "news.reopened")


def _notify(post: Post, ticket: Ticket, before: Staff, why: str) -> None:
    """The written notice. It is for that person alone: of one who is blamed the manager hears in a line of his own."""
    if before == post.routing.blamed(ticket):
        return
    result = card.result(ticket, private=False)
    told = post.say("line.reopened_before", ticket, round=ticket.round, why=why, result=result)
    post.to_staff(before, lambda private: told, ticket)


def _managers(post: Post, ticket: Ticket) -> list[Staff]:
    """The department's, and for a complaint customer service's."""
    managers = [post.routing.manager_of(ticket)]
    if ticket.kind == "complaint":
        managers.append(post.routing.department_manager("service"))
    return list({staff.id: staff for staff in managers}.values())
