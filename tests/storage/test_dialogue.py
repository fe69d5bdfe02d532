from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.desk.errors import Stale
from bot.messages import Attachment
from storage import Storage
from tests.storage.samples import NOW, WANG_CHAT, hello


def test_a_message_redelivered_ten_times_is_taken_once(storage: Storage) -> None:
    with storage.begin() as work:
        taken = [work.inbox.take(hello(), NOW + timedelta(seconds=n)) for n in range(10)]
        assert taken == [True] + [False] * 9
        assert len(work.inbox.waiting(20)) == 1


def test_the_same_key_on_another_account_is_another_message(storage: Storage) -> None:
    other = hello(address=replace(WANG_CHAT, account="second"))
    with storage.begin() as work:
        assert work.inbox.take(hello(), NOW)
        assert work.inbox.take(other, NOW)


def test_waiting_messages_come_back_whole_and_oldest_first(storage: Storage) -> None:
    first = hello("m1", text="厨房漏水", attachments=(Attachment("photo", "1.jpg", remote="f1"),))
    second = hello("m2", kind="tap", token="k:1", tap="t9")
    with storage.begin() as work:
        for incoming in (first, second):
            work.inbox.take(incoming, NOW)
        assert [incoming for _, incoming in work.inbox.waiting(5)] == [first, second]


def test_a_handled_message_waits_no_more(storage: Storage) -> None:
    with storage.begin() as work:
        work.inbox.take(hello("m1"), NOW)
        work.inbox.take(hello("m2"), NOW, handled=True)
        ((inbox_id, _),) = work.inbox.waiting(5)
        assert work.inbox.handled(inbox_id)
        assert not work.inbox.handled(inbox_id)
        assert work.inbox.waiting(5) == []
        assert not work.inbox.take(hello("m1"), NOW)


def test_a_message_that_fails_too_often_is_left_to_people(storage: Storage) -> None:
    with storage.begin() as work:
        work.inbox.take(hello(), NOW)
        ((inbox_id, _),) = work.inbox.waiting(5)
        assert all(work.inbox.failed(inbox_id) for _ in range(4))
        assert len(work.inbox.waiting(5)) == 1
        assert not work.inbox.failed(inbox_id)
        assert work.inbox.waiting(5) == []
        (given_up,) = work.inbox.given_up(5)
        assert (given_up.id, given_up.received_at, given_up.incoming) == (inbox_id, NOW, hello())
        assert work.inbox.unhandled() == {"waiting": 0, "given_up": 1}


def test_a_message_that_was_given_up_is_tried_again_by_hand(storage: Storage) -> None:
    with storage.begin() as work:
        work.inbox.take(hello(), NOW)
        ((inbox_id, _),) = work.inbox.waiting(5)
        while work.inbox.failed(inbox_id):
            pass
        assert work.inbox.again(inbox_id)
        assert len(work.inbox.waiting(5)) == 1
        assert work.inbox.unhandled() == {"waiting": 1, "given_up": 0}
        assert not work.inbox.again(inbox_id + 1)


def test_a_session_is_kept_for_a_person_in_a_chat(storage: Storage) -> None:
    with storage.begin() as work:
        session = work.sessions.get(WANG_CHAT, "王女士")
        assert (session.version, session.data) == (-1, {})
        session.data["asked"] = "room"
        work.sessions.save(session)
        work.sessions.save(session)
        assert work.sessions.get(replace(WANG_CHAT, thread="5"), "王女士").data == {"asked": "room"}
        assert work.sessions.get(WANG_CHAT, "小何").data == {}


@pytest.mark.parametrize("stored", [False, True])
def test_two_pieces_of_a_story_at_once_cannot_overwrite_each_other(storage: Storage, stored: bool) -> None:
    with storage.begin() as work:
        if stored:
            work.sessions.save(work.sessions.get(WANG_CHAT, "王女士"))
        one, other = (work.sessions.get(WANG_CHAT, "王女士") for _ in range(2))
        work.sessions.save(one)
        with pytest.raises(Stale):
            work.sessions.save(other)


def test_a_button_means_what_its_message_said(storage: Storage) -> None:
    with storage.begin() as work:
        work.buttons.put("k1", [{"act": "confirm"}, {"act": "cancel"}], NOW)
        assert work.buttons.get("k1:1") == {"act": "cancel"}


@pytest.mark.parametrize("token", ["k1:2", "k2:0", "k1", "", "k1:-1", "k1:²", "k1:" + "9" * 5000])
def test_an_unknown_button_means_nothing(storage: Storage, token: str) -> None:
    with storage.begin() as work:
        work.buttons.put("k1", [{"act": "confirm"}, {"act": "cancel"}], NOW)
        assert work.buttons.get(token) is None


def test_putting_the_buttons_of_a_message_again_replaces_them(storage: Storage) -> None:
    with storage.begin() as work:
        work.buttons.put("k1", [{"act": "accept"}], NOW)
        work.buttons.put("k1", [{"act": "finish"}], NOW)
        assert work.buttons.get("k1:0") == {"act": "finish"}
