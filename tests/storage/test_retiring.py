"""Staff who are named nowhere any more."""

from __future__ import annotations

from bot.desk.people import Identity, KeptBy, Staff
from bot.messages import Address
from storage import Storage, UnitOfWork
from tests.storage.samples import known_wang

WU = Staff(0, "jinxiu", "小吴", "facilities", ("handler",))


def account(user: str, staff: Staff, resident_id: int | None = None) -> Identity:
    return Identity(
        "console", "desk", user, "jinxiu", resident_id, staff.id, Address("console", "desk", user)
    )


def names(work: UnitOfWork) -> list[str]:
    return [staff.name for staff in work.people.all_staff("jinxiu")]


def retired(work: UnitOfWork, *by: KeptBy) -> list[str]:
    return list(work.people.retire_staff("jinxiu", ["老李"], by))


def test_a_retired_one_is_nobody_any_more_but_can_still_be_named(storage: Storage) -> None:
    with storage.begin() as work:
        wu = work.people.put_staff(WU)
        work.people.save_identity(account("wu", wu))
        assert retired(work, "settings") == ["小吴"]
        assert work.people.identity("console", "desk", "wu") is None
        assert names(work) == []
        assert work.people.staff(wu.id).name == "小吴"
        assert retired(work, "settings") == []


def test_whoever_owns_a_home_here_too_stays_its_owner(storage: Storage) -> None:
    with storage.begin() as work:
        wu, owner = work.people.put_staff(WU), known_wang(work)
        work.people.save_identity(account("wu", wu, owner.id))
        retired(work, "settings")
        kept = work.people.identity("console", "desk", "wu")
        assert kept
        assert (kept.resident_id, kept.staff_id) == (owner.id, None)


def test_whoever_is_still_named_stays(storage: Storage) -> None:
    with storage.begin() as work:
        work.people.put_staff(Staff(0, "jinxiu", "老李", "facilities", ("handler",)))
        assert retired(work, "settings", "roster") == []
        assert names(work) == ["老李"]


def test_whom_the_roster_names_the_settings_do_not_retire(storage: Storage) -> None:
    with storage.begin() as work:
        work.people.put_staff(WU, "roster")
        work.people.put_staff(WU, "settings")
        assert retired(work, "settings") == []
        assert retired(work, "roster") == ["小吴"]


def test_one_who_comes_back_is_staff_again(storage: Storage) -> None:
    with storage.begin() as work:
        wu = work.people.put_staff(WU)
        retired(work, "settings")
        assert work.people.put_staff(WU).id == wu.id
        assert names(work) == ["小吴"]
