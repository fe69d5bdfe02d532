from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.desk.people import Group, Identity, Staff
from bot.messages import Address
from storage import Storage
from tests.storage.samples import ENGINEERS_CHAT, NOW, WANG_CHAT, known_wang

LI = Staff(0, "jinxiu", "老李", "facilities", ("handler", "lead"), "13700137001")
ENGINEERS = Group("jinxiu", "facilities", "工程群", ("老李", "小张"), ENGINEERS_CHAT)


def test_staff_is_known_by_name(storage: Storage) -> None:
    with storage.begin() as work:
        first = work.people.put_staff(LI)
        again = work.people.put_staff(replace(LI, phone="13700137002"))
        assert work.people.all_staff("jinxiu") == [again]
    assert (again.id, again.phone, again.roles) == (first.id, "13700137002", ("handler", "lead"))


def test_an_account_belongs_to_one_person(storage: Storage) -> None:
    with storage.begin() as work:
        wang, li = known_wang(work), work.people.put_staff(LI)
        account = Identity("telegram", "bot", "77", "jinxiu", resident_id=wang.id)
        work.people.save_identity(account)
        joined = replace(account, resident_id=None, staff_id=li.id, address=WANG_CHAT)
        work.people.save_identity(joined)
        assert work.people.identity("telegram", "bot", "77") == joined
        assert work.people.identities_of_staff(li.id) == [joined]
        assert work.people.identities_of_resident(wang.id) == []


def test_an_unknown_account_is_nobody(storage: Storage) -> None:
    with storage.begin() as work:
        assert work.people.identity("telegram", "bot", "78") is None


def test_putting_a_group_again_keeps_the_chat_it_is_bound_to(storage: Storage) -> None:
    renamed = replace(ENGINEERS, name="工程一群", members=("老李",), address=None)
    with storage.begin() as work:
        work.people.put_group(ENGINEERS)
        work.people.put_group(renamed)
        assert work.people.groups("jinxiu") == [replace(renamed, address=ENGINEERS_CHAT)]


def test_a_topic_has_its_own_group_and_the_rest_of_the_chat_another(storage: Storage) -> None:
    chat = Address("telegram", "bot", "-100")
    whole = replace(ENGINEERS, address=chat)
    topic = replace(ENGINEERS, key="cleaning", name="保洁群", address=replace(chat, thread="5"))
    with storage.begin() as work:
        work.people.put_group(whole)
        work.people.put_group(topic)
        assert work.people.group_at(replace(chat, thread="5")) == topic
        assert work.people.group_at(replace(chat, thread="6")) == whole
        assert work.people.group_at(chat) == whole
        assert work.people.group_at(replace(chat, chat="-200")) is None


def test_a_code_works_once(storage: Storage) -> None:
    with storage.begin() as work:
        work.people.issue_code("abc", "jinxiu", {"staff": "老李"}, NOW + timedelta(days=1))
        assert work.people.use_code("abc", NOW) == {"staff": "老李", "community": "jinxiu"}
        assert work.people.use_code("abc", NOW) is None


def test_a_code_expires(storage: Storage) -> None:
    with storage.begin() as work:
        work.people.issue_code("abc", "jinxiu", {}, NOW)
        assert work.people.use_code("abc", NOW) is None
        assert work.people.use_code("xyz", NOW) is None
