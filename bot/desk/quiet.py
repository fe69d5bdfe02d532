"""Quiet hours: what may wait is moved to the morning, and what counts down stands still."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from bot.config import Community

_DAY = timedelta(days=1)


def is_quiet(at: datetime, community: Community) -> bool:
    """From 21:00 (quiet) to 08:30 (not any more), in the community's zone."""
    quiet = community.policy.quiet
    clock = at.astimezone(community.zone).time()
    return clock >= quiet.start or clock < quiet.end


def until_visiting_time(at: datetime, community: Community) -> datetime:
    """Visits, reminders, surveys and notices of the night wait until 09:00."""
    return _morning(at, community, community.policy.quiet.visits_at)


def until_morning(at: datetime, community: Community) -> datetime:
    """Promises of the night wait until 08:30."""
    return _morning(at, community, community.policy.quiet.end)


def awake_after(at: datetime, length: timedelta, community: Community) -> datetime:
    """Plain time that stands still in quiet hours."""
    at = until_morning(at, community)
    while length > (evening := _next_evening(at, community)) - at:
        length -= evening - at
        at = until_morning(evening, community)
    return until_morning(at + length, community)


def _morning(at: datetime, community: Community, clock: time) -> datetime:
    if not is_quiet(at, community):
        return at.astimezone(UTC)
    local = at.astimezone(community.zone)
    late = local.time() >= community.policy.quiet.start
    day = local.date() + _DAY if late else local.date()
    return datetime.combine(day, clock, community.zone).astimezone(UTC)


def _next_evening(at: datetime, community: Community) -> datetime:
    """The start of quiet hours after a time that is not in them."""
    local = at.astimezone(community.zone)
    return datetime.combine(local.date(), community.policy.quiet.start, community.zone).astimezone(UTC)
