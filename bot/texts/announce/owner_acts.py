"""What the owner does meanwhile: press, add, fill in, withdraw (D07). Before the dispatch nobody else is concerned."""

from __future__ import annotations

from collections.abc import Callable

from bot.desk.ticket import Event, Ticket
from bot.messages import Attachment
from bot.texts import card
from bot.texts.announce.cards import Cards
from bot.texts.announce.post import Post, Text
from bot.texts.keyboard import Rows


def urged(post: Post, cards: Cards, event: Event) -> None:
    """Whoever it waits for: the handler, the duty officer, the one who approves, the director."""
    ticket = event.ticket
    if ticket.state == "finished":
        approver = post.routing.approver(ticket)
        post.to_staff(approver, _line(post, "line.approve_urged", ticket), ticket)
    elif ticket.kind == "suggestion" and ticket.state == "assigned":
        post.to_staff(post.routing.director(), _line(post, "line.suggestion_urged", ticket), ticket)
    elif ticket.state != "new":
        _press(post, event)


def _press(post: Post, event: Event) -> None:
    """The group, and in private the handler, or while nobody has it the duty officer."""
    ticket, routing = event.ticket, post.routing
    times = event.data["times"]
    if ticket.handler_id is not None:
        who = post.work.people.staff(ticket.handler_id)
        rows: Rows = ()
        text = post.say("line.urged", ticket, times=times, who=who.name)
    else:
        who = post.instead(routing.duty_officer(post.now, post.calendar), ticket)
        text = post.say("line.urged_untaken", ticket, times=times, who=who.name)
        rows = card.buttons_for(post.voice, ticket)
    post.to_group(routing.group_of(ticket), text, ticket, rows)
    post.to_staff(who, lambda private: text, ticket, rows)


def added(post: Post, cards: Cards, event: Event) -> None:
    ticket = event.ticket
    if ticket.state == "new":
        return
    photos = post.photos(ticket, "added", since=event.at)
    cards.touch(ticket)

    def text(private: bool) -> str:
        words = card.quoted(str(event.data["text"]), ticket, "words", private=private)
        return post.say("line.added", ticket, private=private, text=words, photos=event.data.get("photos", 0))

    _group_and_handler(post, ticket, text, photos)


def appointment_set(post: Post, cards: Cards, event: Event) -> None:
    appointment = post.voice.appointment(event.ticket.appointment)
    _filled_in(
        post, cards, event.ticket, _line(post, "line.appointment", event.ticket, appointment=appointment)
    )


def phone_set(post: Post, cards: Cards, event: Event) -> None:
    _filled_in(post, cards, event.ticket, _line(post, "line.phone", event.ticket, phone=event.ticket.phone))


def place_set(post: Post, cards: Cards, event: Event) -> None:
    """Also in the group: nobody notices an edited card, and somebody may be on the way to nowhere."""
    ticket = event.ticket
    if ticket.state != "new":
        cards.touch(ticket)
        _group_and_handler(post, ticket, _line(post, "line.place", ticket))


def withdrawn(post: Post, cards: Cards, event: Event) -> None:
    ticket = event.ticket
    if event.data["before"] == "new":
        return
    cards.touch(ticket)
    if ticket.kind == "suggestion" and ticket.handler_id is None:
        post.to_staff(post.routing.director(), _line(post, "line.withdrawn", ticket), ticket)
    else:
        _group_and_handler(post, ticket, _line(post, "line.withdrawn", ticket))


def _filled_in(post: Post, cards: Cards, ticket: Ticket, text: Text) -> None:
    """The cards show it; whoever has it is told."""
    if ticket.state == "new":
        return
    cards.touch(ticket)
    _handler(post, ticket, text)


def _group_and_handler(post: Post, ticket: Ticket, text: Text, photos: tuple[Attachment, ...] = ()) -> None:
    post.to_group(post.routing.group_of(ticket), text(False), ticket, attachments=photos)
    _handler(post, ticket, text, photos)


def _handler(post: Post, ticket: Ticket, text: Text, photos: tuple[Attachment, ...] = ()) -> None:
    if ticket.handler_id is not None:
        post.to_staff(post.work.people.staff(ticket.handler_id), text, ticket, attachments=photos)


def _line(post: Post, id: str, ticket: Ticket, **vars: str) -> Callable[[bool], str]:
    return lambda private: post.say(id, ticket, private=private, **vars)
