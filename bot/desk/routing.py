"""Who answers for what: departments, duty, who approves, which group (C01, C04, C07, A11)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from bot.config import Community
from bot.config.community import Department
from bot.desk.calendar import Calendar
from bot.desk.people import Group, Staff
from bot.desk.ports import People
from bot.desk.ticket import Ticket

_WORKERS: tuple[tuple[Department, str], ...] = (
    ("security", "保安|门卫|門衛|护卫|護衛|秩序员|巡逻员|guard|security"),
    ("cleaning", "保洁|保潔|清洁工|清潔工|绿化工|綠化工|环卫|cleaner|gardener"),
    ("facilities", "师傅|師傅|维修|維修|电工|電工|水工|工程部|repairman|plumber|electrician|technician"),
    ("service", "客服|前台|管家|receptionist|front desk|customer service|butler"),
)
_MANAGER_OF_SERVICE = re.compile(
    "客服(?:部|中心)?(?:的)?(?:经理|經理|主管)|customer service manager", re.IGNORECASE
)
_REACH = 6
_NOBODY = "[没沒无無缺少](?:有|一个|一個|个|個|什么|什麼)?"
_TOO_FEW = "(?:人手)?(?:太少|不够|不夠|不足|人手)"


class NobodyNamed(LookupError):
    """A name of the configuration that is not among the staff kept; importing the staff mends it."""


class Routing:
    """Answers with members of staff and bound groups. Staff and groups are read once."""

    def __init__(self, people: People, community: Community) -> None:
        self._people = people
        self._community = community
        self._kept: Mapping[str, Staff] | None = None
        self._groups: Mapping[str, Group] | None = None

    def named(self, name: str) -> Staff:
        """Raises NobodyNamed."""
        if self._kept is None:
            self._kept = {staff.name: staff for staff in self._people.all_staff(self._community.id)}
        if name not in self._kept:
            raise NobodyNamed(name)
        return self._kept[name]

    def department_manager(self, department: Department) -> Staff:
        return self.named(self._community.department_manager(department))

    def manager_of(self, ticket: Ticket) -> Staff:
        """The manager of the department whose group has it now."""
        return self.department_manager(_category(ticket.group) or ticket.category)

    def director(self) -> Staff:
        return self.named(self._community.duty.director)

    def duty_manager(self) -> Staff:
        return self.named(self._community.duty.manager)

    def duty_officer(self, at: datetime, calendar: Calendar) -> Staff:
        """The assistant in opening hours, the security supervisor outside them."""
        return self.named(self._community.duty_officer(opening=calendar.is_open(at)))

    def assistant(self) -> Staff:
        """Who phones for return visits: the assistant of the opening hours, else the first there is."""
        first = self.named(self._community.duty.opening)
        if first.has("assistant"):
            return first
        entries = self._community.staff
        return next((self.named(entry.name) for entry in entries if "assistant" in entry.roles), first)

    def approver(self, ticket: Ticket) -> Staff:
        """The customer-service manager; about a person that person's manager, about a manager the director (C07)."""
        blamed = self.blamed(ticket)
        if blamed is not None:
            return self.above(blamed)
        about = ticket.about.lower()
        if _MANAGER_OF_SERVICE.search(about):
            return self.director()
        for department, words in _WORKERS:
            if re.search(words, about) and not _nobody_is_meant(words, ticket.text):
                return self.department_manager(department)
        return self.department_manager("service")

    def blamed(self, ticket: Ticket) -> Staff | None:
        """The member of staff whom a complaint names; never shown it, nor the groups they sit in (B08)."""
        if ticket.kind != "complaint" or not ticket.about:
            return None
        said = _around(ticket.about, ticket.text)
        names = (entry.name for entry in self._community.staff if entry.name in said)
        found = max(names, key=len, default="")
        return self.named(found) if found else None

    def above(self, staff: Staff) -> Staff:
        """Their manager; for a manager the director. A complaint about the director stays with the duty manager."""
        manager = self.department_manager(staff.department)
        if manager.id != staff.id:
            return manager
        director = self.director()
        return self.duty_manager() if director.id == staff.id else director

    def superiors(self, staff: Staff) -> list[Staff]:
        """Who can act in somebody's place, nearest first: above them, the director, the duty manager, other managers."""
        managers = [self.department_manager(department) for department, _ in _WORKERS]
        ladder = [self.above(staff), self.director(), self.duty_manager(), *managers]
        return list({one.id: one for one in ladder if one.id != staff.id}.values())

    def group(self, key: str) -> Group | None:
        """A bound group, else None."""
        if self._groups is None:
            groups = self._people.groups(self._community.id)
            self._groups = {group.key: group for group in groups if group.address is not None}
        return self._groups.get(key)

    def group_of(self, ticket: Ticket) -> Group | None:
        """Where its card goes: its own group; while that is not bound the service group, else the managers'.

        None for a complaint that names one of the staff: it goes to their manager in private.
        """
        if self.blamed(ticket) is not None:
            return None
        found = (self.group(key) for key in (ticket.group or ticket.category, "service", "managers"))
        return next((group for group in found if group is not None), None)

    def group_name(self, key: str) -> str:
        """As people call it, bound or not."""
        named = self._community.groups.items()
        return next((entry.name for known, entry in named if known == key), key)


def _around(about: str, text: str) -> str:
    """`工程部` as it stands in 投诉工程部的老李: with the few characters after it."""
    found = text.find(about)
    return about if found < 0 else text[found : found + len(about) + _REACH]


def _category(key: str) -> Department | None:
    departments: dict[str, Department] = {department: department for department, _ in _WORKERS}
    return departments.get(key)


def _nobody_is_meant(words: str, text: str) -> bool:
    """没有保安, 保洁人手不够: too few of them is no complaint about a person."""
    return re.search(f"{_NOBODY}(?:{words})|(?:{words}){_TOO_FEW}", text) is not None
