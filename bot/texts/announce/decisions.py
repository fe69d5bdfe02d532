"""Every event of the desk: who tells of it, or that nobody does. A test fails on an event that stands in neither."""

from __future__ import annotations

from collections.abc import Callable

from bot.desk.ticket import Event
from bot.texts.announce import (
    alarms,
    corrections,
    dispatch,
    handover,
    owner_acts,
    results,
    rounds,
    taking,
    undelivered,
    visits,
)
from bot.texts.announce.cards import Cards
from bot.texts.announce.post import Post

Tell = Callable[[Post, Cards, Event], None]

ANNOUNCED: dict[str, Tell] = {
    "dispatched": dispatch.dispatched,
    "accepted": taking.accepted,
    "arrived": taking.arrived,
    "held": taking.held,
    "offered": handover.offered,
    "offer_unanswered": handover.offer_unanswered,
    "returned": handover.returned,
    "corrected": corrections.corrected,
    "revised": corrections.revised,
    "verified": corrections.verified,
    "finished": results.finished,
    "photo_added": results.photo_added,
    "answered": results.answered,
    "sent_back": results.sent_back,
    "invalidated": results.invalidated,
    "urged": owner_acts.urged,
    "added": owner_acts.added,
    "appointment_set": owner_acts.appointment_set,
    "phone_set": owner_acts.phone_set,
    "place_set": owner_acts.place_set,
    "withdrawn": owner_acts.withdrawn,
    "escalated": alarms.escalated,
    "overdue": alarms.overdue,
    "not_answered": alarms.not_answered,
    "promise_due": alarms.promise_due,
    "reopened": rounds.reopened,
    "visit_asked": visits.asked,
    "visit_reminded": visits.reminded,
    "visit_phone": visits.phone,
    "scored_low": visits.scored_low,
    "visit_done": visits.said_more,
    "visit_words": visits.said_more,
    "closed": visits.closed,
    "undelivered": undelivered.undelivered,
}

SILENT = frozenset(
    {
        "registered",  # the restatement is the conversation's answer
        "decided",  # the answer to the owner follows at once
        "human_asked",  # the conversation tells the service group
        "human_ended",
        "visit_answered",  # what follows from it has its own event
        "scored",
        "visit_unreached",
    }
)
