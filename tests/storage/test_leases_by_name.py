"""Of all processes on a database, one holds a lease."""

from __future__ import annotations

from datetime import timedelta

from storage import Storage
from tests.storage.samples import NOW

SPAN = timedelta(seconds=30)


def take(storage: Storage, owner: str, after: timedelta = timedelta()) -> bool:
    with storage.begin() as work:
        taken = work.leases.take("wecom:bot", owner, NOW + after, NOW + after + SPAN)
        work.commit()
    return taken


def test_the_first_takes_a_lease_and_others_wait(storage: Storage) -> None:
    assert take(storage, "one")
    assert not take(storage, "two", timedelta(seconds=29))


def test_its_holder_prolongs_it(storage: Storage) -> None:
    take(storage, "one")
    assert take(storage, "one", timedelta(seconds=20))
    assert not take(storage, "two", timedelta(seconds=40))


def test_a_lease_that_ran_out_is_taken_by_the_next(storage: Storage) -> None:
    take(storage, "one")
    assert take(storage, "two", SPAN)
    assert not take(storage, "one", timedelta(seconds=31))


def test_a_lease_given_back_is_free_at_once(storage: Storage) -> None:
    take(storage, "one")
    with storage.begin() as work:
        assert not work.leases.give_back("wecom:bot", "two")
        assert work.leases.give_back("wecom:bot", "one")
        assert work.leases.holder("wecom:bot", NOW) == ""
        work.commit()
    assert take(storage, "two")


def test_leases_of_other_names_do_not_touch(storage: Storage) -> None:
    take(storage, "one")
    with storage.begin() as work:
        assert work.leases.take("wecom:other", "two", NOW, NOW + SPAN)
        assert work.leases.holder("wecom:bot", NOW) == "one"
        assert work.leases.holder("wecom:bot", NOW + SPAN) == ""
