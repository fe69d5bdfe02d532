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
    meant, ask = steps.get(event.data["level"], (routing.director(), "director"))
    who = post.instead(meant, ticket)
    if event.data["level"] == 1:
        post.to_group(
            routing.group_of(ticket), _not_accepted(post, ticket, "escalated_ask.group"), ticket, rows
        )
    text = _not_accepted(post, ticket, f"escalated_ask.{ask}")
    post.to_staff(who, lambda private: text, ticket, rows)
    if post.is_grave(ticket):
        post.to_managers(_not_accepted(post, ticket, f"escalated_told.{ask}", who.name), ticket)


def _not_accepted(post: Post, ticket: Ticket, ask: str, who: str = "") -> str:
    """`ask` says who is to do something; the managers' group reads by name who was asked."""
    at = post.voice.time(ticket.dispatched_at)
    return post.say("line.escalated", ticket, at=at, ask=post.voice.say(f"line.{ask}", who=who))


def overdue(post: Post, cards: Cards, event: Event) -> None:
    """The department manager and whoever has it at once, the director later."""
    if event.ticket.state == "finished":
        _approval_overdue(post, event)
    else:
        _work_overdue(post, event)


def _work_overdue(post: Post, event: Event) -> None:
    ticket, routing = event.ticket, post.routing
    if event.data["level"] > 1:
        _tell_overdue(post, ticket, routing.director(), "director")
        return
    manager = routing.manager_of(ticket)
    _tell_overdue(post, ticket, manager, "manager")
    if ticket.handler_id is not None:
        _tell_overdue(post, ticket, post.work.people.staff(ticket.handler_id), "handler")
    if post.is_grave(ticket):
        post.to_managers(_overdue(post, ticket, "told", manager.name), ticket)


def _approval_overdue(post: Post, event: Event) -> None:
    """The work is done and the handler is left alone; it waits for whoever approves."""
    ticket, routing = event.ticket, post.routing
    approver = routing.approver(ticket)
    watcher = routing.director() if event.data["level"] > 1 else routing.manager_of(ticket)
    _tell_overdue(post, ticket, approver, "approver")
    if post.instead(watcher, ticket) != approver:
        _tell_overdue(post, ticket, watcher, "approval_watcher", approver.name)
    if event.data["level"] == 1 and post.is_grave(ticket):
        post.to_managers(_overdue(post, ticket, "approval_watcher", approver.name), ticket)


def not_answered(post: Post, cards: Cards, event: Event) -> None:
    """A major complaint's time to answer: whoever has to act, its department manager, and the managers' group."""
    ticket, routing = event.ticket, post.routing
    manager = routing.manager_of(ticket)
    acts = [manager]
    if ticket.state == "finished":
        acts.append(routing.approver(ticket))
    elif ticket.handler_id is not None:
        acts.append(post.work.people.staff(ticket.handler_id))
    ask = "approve" if ticket.state == "finished" else "work"
    text = post.say("line.not_answered", ticket, handler=ticket.handler_name, ask=ask)
    for who in {one.id: one for one in (post.instead(act, ticket) for act in acts)}.values():
        post.to_staff(who, lambda private: text, ticket)
    post.to_managers(text, ticket)


def _tell_overdue(post: Post, ticket: Ticket, who: Staff, ask: str, named: str = "") -> None:
    text = _overdue(post, ticket, ask, named)
    post.to_staff(who, lambda private: text, ticket)


def _overdue(post: Post, ticket: Ticket, ask: str, named: str = "") -> str:
    return post.say(
        "line.overdue",
        ticket,
        due=post.voice.time(ticket.solve_by),
        handler=ticket.handler_name,
        ask=post.voice.say(f"line.overdue_ask.{ask}", who=named, handler=ticket.handler_name),
    )


def promise_due(post: Post, cards: Cards, event: Event) -> None:
    """The owner hears where it stands, solved or not, and the next time."""
    ticket = event.ticket
    cards.touch(ticket)
    handled = "_handled" if ticket.state == "finished" else ""
    post.tell_owner(ticket, f"news.promise_due{handled}", lambda voice: owner.matter_rows(voice, ticket))
