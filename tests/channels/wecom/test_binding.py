"""Which robot posts in which group, and whom a card calls by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.wecom.binding import bind_robots
from bot.channels.wecom.mentions import Calls
from bot.config import Settings, load
from bot.desk.people import Identity
from bot.messages import Address
from bot.roster import roster_of, sync
from bot.simulation.platforms.wecom.double import ACCOUNT
from storage import Storage

NOON = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
NIGHT = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
WORKS = Address("wecom", ACCOUNT, "robot:FACILITIES")


@pytest.fixture
def settings() -> Settings:
    return load(None, {})


@pytest.fixture
def storage(tmp_path: Path, settings: Settings) -> Iterator[Storage]:
    found = Storage.fresh(tmp_path / "desk.db")
    with found.begin() as work:
        sync(work, settings.communities[0], roster_of(settings.communities[0]))
        work.commit()
    yield found
    found.close()


def addresses(storage: Storage, settings: Settings, *robots: str) -> dict[str, Address | None]:
    """After binding."""
    with storage.begin() as work:
        bind_robots(work.people, settings, ACCOUNT, robots)
        work.commit()
    with storage.begin() as work:
        return {group.key: group.address for group in work.people.groups("jinxiu")}


def test_a_robot_serves_the_group_of_its_name(storage: Storage, settings: Settings) -> None:
    found = addresses(storage, settings, "FACILITIES", "JINXIU_CLEANING", "NOBODY")
    assert found["facilities"] == WORKS
    assert found["cleaning"] == Address("wecom", ACCOUNT, "robot:JINXIU_CLEANING")
    assert found["security"] is None


def test_a_group_that_was_bound_elsewhere_stays_there(storage: Storage, settings: Settings) -> None:
    chat = Address("telegram", "7000001", "-100")
    with storage.begin() as work:
        group = next(g for g in work.people.groups("jinxiu") if g.key == "facilities")
        work.people.put_group(replace(group, address=chat))
        work.commit()
    assert addresses(storage, settings, "FACILITIES")["facilities"] == chat


def test_the_settings_go_before_a_binding(storage: Storage, settings: Settings) -> None:
    chat = Address("telegram", "7000001", "-100")
    community = settings.communities[0]
    entry = community.groups["facilities"].model_copy(update={"wecom_robot": "WORKS"})
    changed = community.model_copy(update={"groups": {**community.groups, "facilities": entry}})
    with storage.begin() as work:
        group = next(g for g in work.people.groups("jinxiu") if g.key == "facilities")
        work.people.put_group(replace(group, address=chat))
        work.commit()
    found = addresses(storage, replace(settings, communities=(changed,)), "WORKS")
    assert found["facilities"] == Address("wecom", ACCOUNT, "robot:WORKS")


def joined(storage: Storage, name: str, userid: str) -> None:
    with storage.begin() as work:
        staff = next(one for one in work.people.all_staff("jinxiu") if one.name == name)
        work.people.save_identity(Identity("wecom", ACCOUNT, userid, "jinxiu", staff_id=staff.id))
        work.commit()


def test_a_card_calls_the_duty_officer_who_sits_in_the_group(storage: Storage, settings: Settings) -> None:
    addresses(storage, settings, "FACILITIES")
    joined(storage, "小陈", "xiaochen")
    joined(storage, "赵队", "zhaodui")
    assert list(Calls(storage.begin, settings, ACCOUNT, lambda: NOON)(WORKS, "工单", True)) == ["xiaochen"]
    assert list(Calls(storage.begin, settings, ACCOUNT, lambda: NIGHT)(WORKS, "工单", True)) == []
    assert list(Calls(storage.begin, settings, ACCOUNT, lambda: NOON)(WORKS, "工单", False)) == []


def test_whoever_a_text_begins_with_is_called(storage: Storage, settings: Settings) -> None:
    addresses(storage, settings, "FACILITIES")
    joined(storage, "老李", "laoli")
    calls = Calls(storage.begin, settings, ACCOUNT, lambda: NOON)
    assert list(calls(WORKS, "老李，请看一下这单", False)) == ["laoli"]
    assert list(calls(WORKS, "孙经理，请看一下这单", False)) == []


def test_nobody_is_called_in_a_group_that_is_not_ours(storage: Storage, settings: Settings) -> None:
    calls = Calls(storage.begin, settings, ACCOUNT, lambda: NOON)
    assert list(calls(Address("wecom", ACCOUNT, "group:x"), "老李，", True)) == []
