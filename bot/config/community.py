"""A community (小区/项目): who works there, in which groups, who lives there, by which figures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, field_validator

from bot.config.figures import FigureTable
from bot.config.frozen import Frozen
from bot.config.policy import Policy
from bot.config.residents import ResidentEntry
from bot.config.working_time import WorkingTime

Category = Literal["facilities", "cleaning", "security", "service"]
Department = Literal["facilities", "cleaning", "security", "service", "management", "finance"]
GroupKey = Literal["facilities", "cleaning", "security", "service", "managers", "finance"]
Role = Literal["handler", "lead", "assistant", "supervisor", "manager", "director", "finance"]

CATEGORIES: tuple[Category, ...] = ("facilities", "cleaning", "security", "service")
_GROUPS: tuple[GroupKey, ...] = (*CATEGORIES, "managers", "finance")
_DEPARTMENTS: tuple[Department, ...] = (*CATEGORIES, "management", "finance")

Name = Annotated[str, Field(min_length=1)]


class DepartmentEntry(Frozen):
    name: Name
    manager: Name


class StaffEntry(Frozen):
    """`name` is unique in its community: groups, duty and departments refer to it."""

    name: Name
    department: Department
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    phone: str = ""


class GroupEntry(Frozen):
    """`wecom_robot`: the robot of HUIYIN_WECOM_ROBOT_<…> posts here, wherever the group was bound before."""

    name: Name
    members: Annotated[tuple[Name, ...], Field(min_length=1)]
    wecom_robot: Annotated[str, Field(pattern=r"^[A-Z0-9_]*$")] = ""


class Duty(Frozen):
    """Who receives in opening hours, who outside them (A11), and who is told of grave matters."""

    opening: Name
    outside: Name
    manager: Name
    director: Name


class Contact(Frozen):
    """Where complaints about the director go."""

    name: Name
    phone: str = ""
    email: str = ""


def _to_buildings(value: Any) -> Any:
    return tuple(str(n) for n in range(1, value + 1)) if isinstance(value, int) else value


class PublicPlaces(Frozen):
    """What is there: helps to recognise places, and to ask where somebody writes 13栋 and there are ten."""

    zones: tuple[str, ...] = ()
    buildings: Annotated[tuple[str, ...], BeforeValidator(_to_buildings)] = ()
    public: tuple[str, ...] = ()


class Community(Frozen):
    """Staff are named; `departments`, `groups` and `duty` name only people of `staff` (checked at loading)."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,31}$")]
    name: Name
    zone: ZoneInfo
    working_time: WorkingTime
    policy: Policy
    departments: Mapping[Department, DepartmentEntry]
    staff: Annotated[tuple[StaffEntry, ...], Field(min_length=1)]
    groups: Mapping[GroupKey, GroupEntry]
    duty: Duty
    company_contact: Contact
    roster: tuple[ResidentEntry, ...] = ()
    roster_file: Path | None = None
    """The spreadsheet that lists the residents, where `roster` is written as a path."""
    places: PublicPlaces = PublicPlaces()
    strangers: tuple[Name, ...] = ()
    """People of the demo and of transcripts who are on no roster."""

    @field_validator("groups")
    @classmethod
    def _every_group(cls, groups: Mapping[GroupKey, GroupEntry]) -> Mapping[GroupKey, GroupEntry]:
        for key in _GROUPS:
            if key not in groups:
                what = "类别" if key in CATEGORIES else "群组"
                raise ValueError(
                    f"{what} {key} 没有群。请写例如 {key}: {{name: 某某群, members: [老李, 小吴]}}。"
                )
        return groups

    @field_validator("departments")
    @classmethod
    def _every_department(
        cls, departments: Mapping[Department, DepartmentEntry]
    ) -> Mapping[Department, DepartmentEntry]:
        for key in _DEPARTMENTS:
            if key not in departments:
                raise ValueError(f"缺少部门 {key}。请写例如 {key}: {{name: 工程部, manager: 孙经理}}。")
        return departments

    @property
    def figures(self) -> FigureTable:
        return self.policy.figures

    @cached_property
    def staff_by_name(self) -> Mapping[str, StaffEntry]:
        return {entry.name: entry for entry in self.staff}

    def department_manager(self, department: Department) -> str:
        """The name of the manager of a category's department (or of management, finance)."""
        return self.departments[department].manager

    def duty_officer(self, *, opening: bool) -> str:
        """The assistant in opening hours, the security supervisor outside them."""
        return self.duty.opening if opening else self.duty.outside

    def sits_in(self, group: GroupKey, name: str) -> bool:
        """Whether a member of staff reads that group (B08)."""
        return name in self.groups[group].members
