"""Who answers for what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.desk.people import Group, Staff
from bot.desk.routing import NobodyNamed, Routing
from bot.messages import Address
from storage import Storage
from storage.unit_of_work import UnitOfWork
from tests.desk.jinxiu import CALENDAR, COMMUNITY, a_ticket, at


@pytest.fixture
def work() -> Iterator[UnitOfWork]:
    storage = Storage.memory()
    with storage.begin() as work:
        for entry in COMMUNITY.staff:
            work.people.put_staff(Staff(0, "jinxiu", entry.name, entry.department, entry.roles))
        yield work
    storage.close()


@pytest.fixture
def routing(work: UnitOfWork) -> Routing:
    return Routing(work.people, COMMUNITY)


def bind(work: UnitOfWork, *names: str) -> None:
    for key, entry in COMMUNITY.groups.items():
        address = Address("console", "desk", entry.name) if entry.name in names else None
        work.people.put_group(Group("jinxiu", key, entry.name, entry.members, address))


def complaint(about: str, text: str = "", **facts: Any) -> Any:
    told = {"kind": "complaint", "category": "service", "group": "service", "grade": "minor"}
    return a_ticket(**{**told, "about": about, "text": text or about, **facts})


def test_people_of_duty(routing: Routing) -> None:
    assert routing.director().name == "周主任"
    assert routing.duty_manager().name == "刘经理"
    assert routing.assistant().name == "小陈"
    assert routing.department_manager("cleaning").name == "许主管"


@pytest.mark.parametrize(
    ("when", "officer"),
    [
        ("2026-03-04 10:00", "小陈"),
        ("2026-03-04 13:00", "小陈"),
        ("2026-03-04 18:00", "赵队"),
        ("2026-03-08 10:00", "赵队"),
    ],
)
def test_the_duty_officer_is_the_assistant_in_opening_hours(
    routing: Routing, when: str, officer: str
) -> None:
    assert routing.duty_officer(at(when), CALENDAR).name == officer


@pytest.mark.parametrize(
    ("about", "text", "approver"),
    [
        ("", "楼道的垃圾三天没人清了", "刘经理"),
        ("保安", "北门保安态度很差", "赵队"),
        ("师傅", "维修师傅骂人", "孙经理"),
        ("保洁阿姨", "保洁阿姨很凶", "许主管"),
        ("前台", "前台爱理不理", "刘经理"),
        ("客服经理", "你们客服经理太差了", "周主任"),
        ("老李", "老李骂人", "孙经理"),
        ("工程部", "我要投诉工程部的老李,态度很差", "孙经理"),
        ("小陈", "小陈不接电话", "刘经理"),
        ("刘经理", "刘经理推诿", "周主任"),
        ("孙经理", "孙经理推诿", "周主任"),
        ("周主任", "周主任推诿", "刘经理"),
        ("保安", "北门晚上没有保安", "刘经理"),
        ("guard", "The guard at the north gate was rude", "赵队"),
    ],
)
def test_a_complaint_is_judged_by_the_right_manager(
    routing: Routing, about: str, text: str, approver: str
) -> None:
    assert routing.approver(complaint(about, text)).name == approver


def test_a_repair_blames_nobody(routing: Routing) -> None:
    assert routing.blamed(a_ticket(about="老李", text="老李修的水管又漏了")) is None


def test_a_card_goes_to_its_own_group(work: UnitOfWork, routing: Routing) -> None:
    bind(work, "工程群", "客服群", "管理群")
    group = routing.group_of(a_ticket(group="facilities"))
    assert group is not None
    assert group.name == "工程群"


@pytest.mark.parametrize(
    ("bound", "expected"), [(("客服群", "管理群"), "客服群"), (("管理群",), "管理群"), ((), None)]
)
def test_a_group_that_is_not_bound_is_stood_in_for(
    work: UnitOfWork, routing: Routing, bound: tuple[str, ...], expected: str | None
) -> None:
    bind(work, *bound)
    group = routing.group_of(a_ticket(group="facilities"))
    assert (group.name if group else None) == expected


def test_a_complaint_that_names_one_of_the_staff_goes_to_no_group(work: UnitOfWork, routing: Routing) -> None:
    bind(work, "客服群")
    assert routing.group_of(complaint("老李")) is None


def test_the_manager_of_a_returned_ticket_is_customer_services(routing: Routing) -> None:
    assert routing.manager_of(a_ticket(group="service")).name == "刘经理"
    assert routing.manager_of(a_ticket(group="")).name == "孙经理"


def test_a_name_that_was_never_imported_is_said(work: UnitOfWork) -> None:
    other = COMMUNITY.model_copy(update={"duty": COMMUNITY.duty.model_copy(update={"director": "某人"})})
    with pytest.raises(NobodyNamed, match="某人"):
        Routing(work.people, other).director()
