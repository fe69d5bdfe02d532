"""Whom a group's message calls by name, so that their phone rings: the duty officer for a card, and whoever it begins with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from bot.channels.wecom.places import CHANNEL
from bot.config import Community, Settings
from bot.desk.calendar import calendar_of
from bot.desk.people import Group
from bot.desk.ports import People
from bot.messages import Address


class Acquainted(Protocol):
    """The part of a unit of work that is used here."""

    @property
    def people(self) -> People: ...


Begin = Callable[[], AbstractContextManager[Acquainted]]


class Calls:
    """A robot.Mentions. Only those who sit in the group and have joined on this account can be called."""

    def __init__(self, begin: Begin, settings: Settings, account: str, now: Callable[[], datetime]) -> None:
        self._begin = begin
        self._settings = settings
        self._account = account
        self._now = now

    def __call__(self, address: Address, text: str, card: bool) -> Sequence[str]:
        with self._begin() as work:
            group = work.people.group_at(address)
            if group is None:
                return ()
            community = self._settings.community(group.community)
            names = self._named(community, group, text, card)
            return [userid for name in names if (userid := self._userid(work.people, community, name))]

    def _named(self, community: Community, group: Group, text: str, card: bool) -> list[str]:
        named = [name for name in group.members if text.startswith(name)]
        if card:
            opening = calendar_of(community).is_open(self._now())
            named.append(community.duty_officer(opening=opening))
        return [name for name in dict.fromkeys(named) if name in group.members]

    def _userid(self, people: People, community: Community, name: str) -> str:
        staff = next((one for one in people.all_staff(community.id) if one.name == name), None)
        known = people.identities_of_staff(staff.id) if staff else ()
        return next((i.user for i in known if (i.channel, i.account) == (CHANNEL, self._account)), "")
