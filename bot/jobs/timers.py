"""Which act each kind of timer calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.conversation.handler import Conversation
from bot.desk import escalating, promises, visiting
from bot.desk.calendar import calendar_of
from bot.desk.desk import Desk
from bot.desk.ports import Timer, Work
from bot.jobs import waking
from bot.texts.announce import Announcer

Data = Mapping[str, Any]

_TICKET: dict[str, Callable[[Desk, Data], None]] = {
    "promise": lambda desk, data: promises.came_due(desk, data["ticket"]),
    "escalate": lambda desk, data: escalating.nobody_accepted(desk, data["ticket"], data["level"]),
    "offer": lambda desk, data: escalating.offer_unanswered(desk, data["ticket"]),
    "solve": lambda desk, data: escalating.overdue(desk, data["ticket"]),
    "answer": lambda desk, data: escalating.not_answered(desk, data["ticket"], data["round"]),
    "visit_ask": lambda desk, data: visiting.ask(desk, data["visit"]),
    "visit_remind": lambda desk, data: visiting.remind(desk, data["visit"]),
    "visit_phone": lambda desk, data: visiting.hand_to_assistant(desk, data["visit"]),
    "visit_end": lambda desk, data: visiting.fell_silent(desk, data["visit"]),
}
_TALK: dict[str, Callable[[Conversation, Work, Timer, datetime], None]] = {
    "story": Conversation.story_over,
    "draft": Conversation.draft_over,
    "relay": Conversation.relay_idle,
}
KINDS = (*_TICKET, *_TALK)


def act(conversation: Conversation, work: Work, timer: Timer, now: datetime) -> None:
    """Does what the timer is for, inside the given unit of work."""
    talk = _TALK.get(timer.kind)
    if talk is not None:
        talk(conversation, work, timer, now)
    else:
        _on_ticket(conversation, work, timer, now)


def _on_ticket(conversation: Conversation, work: Work, timer: Timer, now: datetime) -> None:
    ticket = work.tickets.get(timer.data.get("ticket") or work.visits.get(timer.data["visit"]).ticket_id)
    community = conversation.settings.community(ticket.community)
    morning = waking.waits_until(timer.kind, ticket, community, now)
    if morning is not None:
        work.timers.put(replace(timer, due_at=morning))
        return
    calendar = calendar_of(community)
    desk = Desk(work, community, calendar, now)
    _TICKET[timer.kind](desk, timer.data)
    events = desk.take_events()
    if events:
        announcer = Announcer(work, community, calendar, conversation.words, conversation.ids, now)
        announcer.announce(events)
