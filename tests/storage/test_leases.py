"""What happens to a claimed message: sent, tried again, held, given up, or its sender vanishes."""

from __future__ import annotations

from datetime import timedelta

from storage import Storage
from tests.storage.samples import NOW, WANG_CHAT, say
from tests.storage.test_queue import LEASE, claim, texts

SOON = NOW + timedelta(seconds=10)


def test_a_message_whose_sender_vanished_is_claimed_again_and_counted(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一")], NOW)
        claim(work, owner="killed")
        assert claim(work, NOW + LEASE - timedelta(milliseconds=1)) == []
        (again,) = claim(work, NOW + LEASE)
    assert (again.attempts, again.lost_leases) == (2, 1)


def test_the_former_sender_cannot_complete_what_another_has(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一")], NOW)
        (first,) = claim(work, owner="slow")
        (second,) = claim(work, NOW + LEASE, owner="other")
        assert not work.queue.sent(first, "1", NOW)
        assert not work.queue.retry(first, SOON, "timed out")
        assert not work.queue.dead(first, "blocked", NOW)
        assert work.queue.sent(second, "2", NOW)
        assert [envelope.platform_id for envelope in work.queue.listing(["sent"], 9)] == ["2"]


def test_a_late_answer_does_not_end_a_newer_lease_of_the_same_process(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一")], NOW)
        (first,) = claim(work)
        (second,) = claim(work, NOW + LEASE)
        assert not work.queue.sent(first, "1", NOW)
        assert work.queue.sent(second, "2", NOW)


def test_a_restart_frees_every_lease_at_once(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一")], NOW)
        claim(work, owner="killed")
        assert work.queue.abandon(SOON) == 1
        (again,) = claim(work, SOON)
        assert again.lost_leases == 1
        work.queue.sent(again, "1", SOON)
        assert work.queue.abandon(SOON) == 0


def test_a_pause_asked_for_by_the_platform_costs_no_attempt(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一")], NOW)
        (first,) = claim(work)
        work.queue.retry(first, SOON, "429", spent=False)
        (again,) = claim(work, SOON)
    assert (again.attempts, again.lost_leases, again.reason) == (1, 0, "429")


def test_a_held_message_goes_when_the_person_writes(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一"), say("二")], NOW)
        work.queue.hold(claim(work)[0], "window closed")
        work.queue.hold(claim(work)[0], "window closed")
        assert claim(work, SOON) == []
        assert work.queue.next_due(NOW) is None
        assert work.queue.release(WANG_CHAT, SOON) == 2
        (first,) = claim(work, SOON)
        assert (first.message.text, first.attempts) == ("一", 1)


def test_the_target_that_is_gone_is_replaced_by_a_new_message(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("卡片", name="card:1")], NOW)
        work.queue.sent(claim(work)[0], "1", NOW)
        work.outbox.put([say("已接单", sort="edit", edits="card:1")], NOW)
        work.queue.resend(claim(work)[0], NOW)
        (fresh,) = claim(work)
    assert (fresh.target, fresh.message.sort, fresh.message.name) == ("", "message", "card:1")


def test_what_could_not_be_delivered_is_listed_and_can_be_tried_again(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一"), say("二")], NOW)
        work.queue.dead(claim(work)[0], "blocked", NOW)
        (dead,) = work.queue.listing(["dead"], 9)
        assert (dead.message.text, dead.reason) == ("一", "blocked")
        assert work.queue.again(dead.id, SOON)
        (again,) = claim(work, SOON)
        assert (again.message.text, again.attempts) == ("一", 1)


def test_a_dropped_message_never_goes(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一"), say("二")], NOW)
        (first,) = work.queue.listing(["waiting"], 1)
        assert work.queue.drop(first.id, "not wanted", NOW)
        assert not work.queue.drop(first.id, "not wanted", NOW)
        assert not work.queue.again(first.id, NOW)
        assert texts(claim(work)) == ["二"]


def test_a_sent_message_cannot_be_dropped_or_sent_again(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一")], NOW)
        (first,) = claim(work)
        work.queue.sent(first, "1", NOW)
        assert not work.queue.drop(first.id, "not wanted", NOW)
        assert not work.queue.again(first.id, NOW)


def test_unsent_messages_are_counted(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一"), say("二"), say("三"), say("四")], NOW)
        work.queue.sent(claim(work)[0], "1", NOW)
        work.queue.dead(claim(work)[0], "blocked", NOW)
        work.queue.hold(claim(work)[0], "window closed")
        assert work.queue.unsent() == {"waiting": 1, "held": 1, "dead": 1}
