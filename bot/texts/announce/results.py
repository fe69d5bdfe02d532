"""Finished, judged, answered (C07)."""

from __future__ import annotations

from bot.desk.ticket import Event, Ticket
from bot.messages import Attachment
from bot.texts import card, gist, owner
from bot.texts.announce.cards import Cards
from bot.texts.announce.post import Post


def finished(post: Post, cards: Cards, event: Event) -> None:
    """A complaint's result goes to whoever has to approve it; a repair is answered by the next event."""
    ticket = event.ticket
    cards.touch(ticket)
    if ticket.kind != "complaint":
        return
    approver = post.routing.approver(ticket)
    rows = card.rows(post.voice, "approve", "invalid", "redo", ticket=ticket.id)
    post.to_staff(approver, lambda private: _to_approve(post, ticket, private=private), ticket, rows)
    photos = _of_this_round(post, ticket)
    if photos:
        text = post.say("line.photos", ticket)
        post.to_staff(approver, lambda private: text, ticket, attachments=photos)


def _to_approve(post: Post, ticket: Ticket, *, private: bool) -> str:
    return post.voice.say(
        "line.approve",
        number=ticket.number,
        place=card.place(ticket, private=private),
        owner=card.owner(ticket, private=private),
        what=card.told(ticket, private=private),
        handler=ticket.handler_name,
        result=card.result(ticket, private=private),
    )


def answered(post: Post, cards: Cards, event: Event) -> None:
    """The owner gets the result, with the photos of the work."""
    ticket = event.ticket
    cards.touch(ticket)
    text = owner.news(post.owner_voice(ticket), ticket, f"news.answered.{_answer(ticket)}")
    post.to_owner(ticket, text, attachments=_of_this_round(post, ticket))
    if post.is_grave(ticket):
        post.to_managers(post.say("line.grave_answered", ticket, handler=ticket.handler_name), ticket)


def _answer(ticket: Ticket) -> str:
    """The director's word on a suggestion has texts of its own (A08)."""
    return {"采纳": "adopted", "不采纳": "not_adopted"}.get(ticket.result, ticket.kind)


def photo_added(post: Post, cards: Cards, event: Event) -> None:
    """A photo of the finished work that came after the sentence."""
    ticket = event.ticket
    if ticket.state in ("answered", "closed"):
        photos = post.photos(ticket, "result", since=event.at)
        text = owner.news(post.owner_voice(ticket), ticket, "news.photo")
        post.to_owner(ticket, text, attachments=photos)


def sent_back(post: Post, cards: Cards, event: Event) -> None:
    """退回重办: the handler hears it in private, and the group."""
    ticket = event.ticket
    cards.touch(ticket)
    text = post.say("line.sent_back", ticket, who=event.by.name, handler=ticket.handler_name)
    if ticket.handler_id is not None:
        post.to_staff(post.work.people.staff(ticket.handler_id), lambda private: text, ticket)
    post.to_group(post.routing.group_of(ticket), text, ticket)


def invalidated(post: Post, cards: Cards, event: Event) -> None:
    """Not valid is still explained politely, in the manager's words (B07)."""
    cards.touch(event.ticket)
    explanation = gist.cut(str(event.data["words"]), gist.LONGEST["result"])
    post.tell_owner(event.ticket, "news.invalidated", explanation=explanation)


def _of_this_round(post: Post, ticket: Ticket) -> tuple[Attachment, ...]:
    return post.photos(ticket, "result", since=ticket.accepted_at)
