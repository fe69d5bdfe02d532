from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any, cast

from bot.config import Community, StaffEntry
from bot.desk.people import Group, KeptBy, Resident, Staff
from bot.desk.ports import Work
from bot.roster import Roster, roster_of, sync
from tests.desk.jinxiu import COMMUNITY


@dataclass
class PeopleKept:
    """The doors of ports.People that a roster goes through, in memory."""

    staff: dict[str, Staff] = field(default_factory=dict)
    named: dict[str, KeptBy] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    residents: dict[str, Resident] = field(default_factory=dict)

    def put_staff(self, staff: Staff, kept_by: KeptBy) -> Staff:
        self.staff[staff.name] = staff
        self.named[staff.name] = kept_by
        return staff

    def retire_staff(
        self, community: str, keep_names: Collection[str], kept_by: Collection[KeptBy]
    ) -> Sequence[str]:
        gone = [name for name, by in self.named.items() if by in kept_by and name not in keep_names]
        for name in gone:
            del self.staff[name], self.named[name]
        return gone

    def put_group(self, group: Group) -> None:
        self.groups[group.key] = group

    def put_roster_resident(self, resident: Resident) -> Resident:
        self.residents[resident.name] = resident
        return resident

    def residents_at(self, community: str, home: Any) -> Sequence[Resident]:
        return [r for r in self.residents.values() if home in r.homes]


def synced(people: PeopleKept, roster: Roster, community: Community = COMMUNITY) -> PeopleKept:
    sync(cast(Work, SimpleNamespace(people=people)), community, roster)
    return people


def test_the_whole_cast_comes_in() -> None:
    people = synced(PeopleKept(), roster_of(COMMUNITY))
    assert len(people.staff) == 11
    assert people.groups["facilities"].members == ("老李", "小吴", "孙经理", "小陈")
    lady = people.residents["王女士"]
    assert (lady.community, lady.phone, lady.verified, lady.rostered) == ("jinxiu", "13800138001", True, True)
    assert lady.home
    assert (lady.home.building, lady.home.unit, lady.home.room) == ("3", "2", "1501")
    assert people.residents["林先生"].home is None  # two homes: none to assume


def test_a_language_learnt_in_conversation_survives_the_next_import() -> None:
    people = synced(PeopleKept(), roster_of(COMMUNITY))
    people.residents["Mr Smith"] = replace(people.residents["Mr Smith"], language="zh-Hans")
    assert synced(people, roster_of(COMMUNITY)).residents["Mr Smith"].language == "zh-Hans"


def test_staff_of_the_spreadsheet_go_before_those_of_the_settings() -> None:
    moved = StaffEntry(name="小吴", department="facilities", roles=("lead",), phone="13800139099")
    people = synced(PeopleKept(), Roster(staff=(moved,)))
    assert (people.staff["小吴"].roles, people.staff["小吴"].phone) == (("lead",), "13800139099")


WITHOUT_WU = COMMUNITY.model_copy(update={"staff": tuple(s for s in COMMUNITY.staff if s.name != "小吴")})
CLERK = StaffEntry(name="小林", department="service", roles=("assistant",), phone="13800139077")


def test_staff_whom_the_settings_no_longer_name_are_retired() -> None:
    people = synced(PeopleKept(), roster_of(COMMUNITY))
    assert "小吴" in people.staff
    assert "小吴" not in synced(people, roster_of(COMMUNITY), WITHOUT_WU).staff


def test_a_start_does_not_retire_staff_of_an_earlier_spreadsheet() -> None:
    people = synced(PeopleKept(), Roster(staff=(CLERK,)))
    assert "小林" in synced(people, roster_of(COMMUNITY)).staff


def test_the_next_spreadsheet_retires_staff_whom_it_no_longer_names() -> None:
    other = StaffEntry(name="小何", department="service", roles=("assistant",), phone="13800139088")
    people = synced(PeopleKept(), Roster(staff=(CLERK,)))
    assert {"小何", "小林"} & set(synced(people, Roster(staff=(other,))).staff) == {"小何"}
