"""Opens a simulation: settings, a database, the cast with their phones, the groups bound."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import lru_cache
from itertools import count
from pathlib import Path

from bot.app import App
from bot.channels.console.channel import NAME, address_of
from bot.config import Community, Settings, load
from bot.conversation.ear import Understands
from bot.desk.people import Identity
from bot.desk.ports import Work
from bot.roster import roster_of, sync
from bot.simulation.stage import Simulation
from nlp.understand import load as load_understander
from storage import Storage


def counted() -> Callable[[], str]:
    """Ids for tests and transcripts: k1, k2, …"""
    numbers = count(1)
    return lambda: f"k{next(numbers)}"


@lru_cache(maxsize=1)
def _understander() -> Understands:
    return load_understander()


@lru_cache(maxsize=4)
def _settings(path: str) -> Settings:
    return load(Path(path) if path else None, {})


@asynccontextmanager
async def fresh_stage(config: Path | None = None) -> AsyncIterator[Simulation]:
    """A desk on a new database in memory, its clock not yet set."""
    settings = _settings(str(config) if config else "")
    storage = Storage.memory()
    try:
        app = App(settings, storage, _understander(), counted())
        seat(app, settings.communities[0])
        yield Simulation(app, settings.communities[0])
    finally:
        storage.close()


def seat(app: App, community: Community) -> None:
    """The roster, the staff with their phones on the console, and the groups."""
    with app.storage.begin() as work:
        sync(work, community, roster_of(community))
        _bind_groups(work, community)
        _give_phones(work, community)
        work.commit()


def _bind_groups(work: Work, community: Community) -> None:
    for group in work.people.groups(community.id):
        work.people.put_group(replace(group, address=address_of(group.name)))


def _give_phones(work: Work, community: Community) -> None:
    for staff in work.people.all_staff(community.id):
        work.people.save_identity(
            Identity(
                NAME, "demo", staff.name, community.id, staff_id=staff.id, address=address_of(staff.name)
            )
        )
    for entry in community.roster:
        for resident in work.people.residents_by_phone(community.id, entry.phone):
            if resident.name == entry.name:
                address = address_of(entry.name)
                work.people.save_identity(
                    Identity(NAME, "demo", entry.name, community.id, resident_id=resident.id, address=address)
                )
