from __future__ import annotations

import pytest

from bot.desk.errors import Stale
from nlp.understanding import Place
from storage import Storage
from tests.storage.samples import WANG_HOME, known_wang, wang


def test_resident_comes_back_with_homes_in_order(storage: Storage) -> None:
    homes = (WANG_HOME, Place(building="5", room="302"))
    with storage.begin() as work:
        resident = work.people.add_resident(wang(homes=homes, verified=True))
        assert work.people.resident(resident.id) == resident


def test_saving_a_resident_replaces_the_homes(storage: Storage) -> None:
    moved = Place(building="8", room="601")
    with storage.begin() as work:
        resident = known_wang(work)
        resident.homes, resident.language = (moved,), "en"
        work.people.save_resident(resident)
        assert work.people.resident(resident.id) == resident
        assert work.people.residents_at("jinxiu", WANG_HOME) == []


def test_saving_an_older_resident_is_refused(storage: Storage) -> None:
    with storage.begin() as work:
        resident = known_wang(work)
        other = work.people.resident(resident.id)
        work.people.save_resident(resident)
        with pytest.raises(Stale):
            work.people.save_resident(other)


@pytest.mark.parametrize(
    "written",
    [
        Place(building="3", unit="2", room="1501"),
        Place(building="3", room="1501"),
        Place(room="1501"),
        Place(building=" 3", unit="2", room="1501"),
        Place(zone="东区", building="3", unit="2", room="1501"),
    ],
)
def test_a_room_is_found_however_much_of_it_is_written(storage: Storage, written: Place) -> None:
    with storage.begin() as work:
        resident = known_wang(work)
        assert work.people.residents_at("jinxiu", written) == [resident]


@pytest.mark.parametrize(
    "written",
    [
        Place(building="4", room="1501"),
        Place(building="3", unit="1", room="1501"),
        Place(building="3", unit="2"),
        Place(area="地下车库B2"),
    ],
)
def test_another_room_is_not_hers(storage: Storage, written: Place) -> None:
    with storage.begin() as work:
        known_wang(work)
        assert work.people.residents_at("jinxiu", written) == []


def test_people_who_are_not_on_the_roster_live_nowhere(storage: Storage) -> None:
    with storage.begin() as work:
        work.people.add_resident(wang(rostered=False))
        assert work.people.residents_at("jinxiu", WANG_HOME) == []


def test_a_phone_finds_everybody_who_has_it(storage: Storage) -> None:
    with storage.begin() as work:
        mother, son = known_wang(work), work.people.add_resident(wang(name="小何"))
        work.people.add_resident(wang(phone=""))
        assert work.people.residents_by_phone("jinxiu", "13800138001") == [mother, son]
        assert work.people.residents_by_phone("jinxiu", "") == []


def test_importing_the_roster_again_changes_the_same_resident(storage: Storage) -> None:
    second_home = Place(building="5", room="302")
    with storage.begin() as work:
        known = work.people.put_roster_resident(wang())
        known.language, known.verified = "en", True
        work.people.save_resident(known)
        again = work.people.put_roster_resident(wang(phone="13900139002", homes=(WANG_HOME, second_home)))
        assert again == work.people.resident(known.id)
    assert (again.phone, again.homes) == ("13900139002", (WANG_HOME, second_home))
    assert (again.language, again.verified) == ("en", True)


def test_a_namesake_in_another_room_is_another_resident(storage: Storage) -> None:
    with storage.begin() as work:
        one = work.people.put_roster_resident(wang())
        other = work.people.put_roster_resident(wang(homes=(Place(building="9", room="101"),)))
    assert one.id != other.id
