"""What `huiyin check` says without asking anybody outside: what would run, and what is missing.

server      settings file, database, keys that mean nothing
channels    which channels run, and what each still needs
communities people, roster, groups, calendar of each community
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.check import channels, communities, server
from bot.check.finding import Finding, Level
from bot.config import ConfigError, Fault, Settings
from bot.desk.people import Group

__all__ = ["Finding", "Level", "Stored", "check", "stop_if_unfit"]


@dataclass(frozen=True, slots=True)
class Stored:
    """What the database says, where it could be asked: `groups` by community id."""

    schema_current: bool
    groups: Mapping[str, Sequence[Group]] = field(default_factory=dict)


def check(settings: Settings, today: date, stored: Stored | None = None) -> list[Finding]:
    """Errors, warnings, then what would run."""
    found = [*server.findings(settings), *channels.findings(settings)]
    for number, community in enumerate(settings.communities):
        bound = stored.groups.get(community.id, ()) if stored and stored.schema_current else None
        found += communities.findings(community, f"communities[{number}]", today, bound)
    if stored and not stored.schema_current:
        found.append(server.schema_outdated())
    order = ("error", "warning", "info")
    return sorted(found, key=lambda finding: order.index(finding.level))


def stop_if_unfit(settings: Settings, today: date) -> None:
    """Before serving: raises ConfigError with every error that `check` finds."""
    errors = [f for f in check(settings, today) if f.level == "error"]
    if errors:
        raise ConfigError([Fault(f.where, f.sentence) for f in errors])
