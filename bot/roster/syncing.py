"""Puts a community's people into the database. Doing it again changes nothing; nobody's row is ever deleted."""

from __future__ import annotations

import structlog

from bot.config import Community, ResidentEntry, StaffEntry
from bot.desk.people import Group, KeptBy, Resident, Staff
from bot.desk.ports import People, Work
from bot.roster.homes import place_of
from bot.roster.reading import Roster

log = structlog.get_logger()


def sync(work: Work, community: Community, roster: Roster) -> None:
    """Staff of the settings and of the roster (which goes before), groups, residents. The caller commits."""
    people = work.people
    for entry in community.staff:
        people.put_staff(_staff(community, entry), "settings")
    for entry in roster.staff:
        people.put_staff(_staff(community, entry), "roster")
    _retire(people, community, roster)
    for key, group in community.groups.items():
        people.put_group(Group(community.id, key, group.name, group.members))
    for resident in roster.residents:
        people.put_roster_resident(_resident(people, community, resident))


def _retire(people: People, community: Community, roster: Roster) -> None:
    """Whoever left the company must not go on reading owners' phones. A roster without staff says nothing of them."""
    named = {entry.name for entry in (*community.staff, *roster.staff)}
    by: tuple[KeptBy, ...] = ("settings", "roster") if roster.staff else ("settings",)
    gone = people.retire_staff(community.id, named, by)
    if gone:
        log.info("staff_retired", action="staff_retired", community=community.id, names=list(gone))


def _staff(community: Community, entry: StaffEntry) -> Staff:
    return Staff(0, community.id, entry.name, entry.department, entry.roles, entry.phone)


def _resident(people: People, community: Community, entry: ResidentEntry) -> Resident:
    """The roster's language is only the start: who is known keeps the language they write."""
    homes = tuple(place_of(home) for home in entry.homes)
    known = [r for r in people.residents_at(community.id, homes[0]) if r.name == entry.name]
    return Resident(
        id=0,
        community=community.id,
        name=entry.name,
        phone=entry.phone,
        language=known[0].language if known else entry.language,
        verified=True,
        rostered=True,
        homes=homes,
    )
