"""Late timers: what rings only now, after a pause of the machine, may have to wait for the morning all the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.config import Community
from bot.desk import deadlines, quiet
from bot.desk.ticket import Ticket

_MORNING: dict[str, Callable[[datetime, Community], datetime]] = {
    "visit_ask": quiet.until_visiting_time,
    "visit_remind": quiet.until_visiting_time,
    "visit_phone": quiet.until_visiting_time,
    "escalate": quiet.until_morning,
    "solve": quiet.until_morning,
}


def waits_until(kind: str, ticket: Ticket, community: Community, now: datetime) -> datetime | None:
    """When it may ring; None where it may now. Emergency, urgent and major ones escalate by night (policy H)."""
    morning = _MORNING.get(kind)
    if morning is None or not quiet.is_quiet(now, community):
        return None
    by_night = morning is quiet.until_morning and deadlines.figures(ticket, community).by_night
    return None if by_night else morning(now, community)
