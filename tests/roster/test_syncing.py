from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any, cast

from bot.config import StaffEntry
from bot.desk.people import Group, Resident, Staff
from bot.desk.ports import Work
from bot.roster import Roster, roster_of, sync
from tests.desk.jinxiu import COMMUNITY


@dataclass
class PeopleKept:
    """The four doors of ports.People that a roster goes through, in memory."""

    staff: dict[str, Staff] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    residents: dict[str, Resident] = field(default_factory=dict)

    def put_staff(self, staff: Staff) -> Staff:
        self.staff[staff.name] = staff
        return staff

    def put_group(self, group: Group) -> None:
        self.groups[group.key] = group

    def put_roster_resident(self, resident: Resident) -> Resident:
        self.residents[resident.name] = resident
        return resident

    def residents_at(self, community: str, home: Any) -> Sequence[Resident]:
        return [r for r in self.residents.values() if home in r.homes]


def synced(people: PeopleKept, roster: Roster) -> PeopleKept:
    sync(cast(Work, SimpleNamespace(people=people)), COMMUNITY, roster)
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
