"""Who may be claimed, in what order, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.messages import Address, Attachment, Button
from bot.outbox.ports import Envelope
from storage import Storage, UnitOfWork
from tests.storage.samples import ENGINEERS_CHAT, NOW, WANG_CHAT, say

LEASE = timedelta(seconds=60)
OTHER_ACCOUNT = Address("console", "second", "王女士")


def claim(
    work: UnitOfWork, now: datetime = NOW, *, owner: str = "me", limit: int = 10, account: str = "desk"
) -> Sequence[Envelope]:
    return work.queue.claim("console", account, owner=owner, now=now, limit=limit, lease=LEASE)


def texts(envelopes: Sequence[Envelope]) -> list[str]:
    return [envelope.message.text for envelope in envelopes]


def test_only_the_oldest_message_of_a_chat_is_claimed(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一"), say("二"), say("三", ENGINEERS_CHAT)], NOW)
        assert texts(claim(work)) == ["一", "三"]
        assert texts(claim(work)) == []


def test_the_next_message_of_a_chat_follows_when_the_first_was_sent(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一"), say("二")], NOW)
        (first,) = claim(work)
        assert work.queue.sent(first, "1", NOW)
        assert texts(claim(work)) == ["二"]


def test_a_message_that_is_tried_again_later_keeps_its_chat_in_order(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一"), say("二")], NOW)
        (first,) = claim(work)
        later = NOW + timedelta(seconds=10)
        work.queue.retry(first, later, "timed out")
        assert claim(work) == []
        assert work.queue.next_due(NOW) == later
        assert texts(claim(work, later)) == ["一"]


def test_a_message_for_the_morning_keeps_nobody_waiting_at_night(storage: Storage) -> None:
    morning = NOW + timedelta(hours=9)
    with storage.begin() as work:
        work.outbox.put([say("回访")], NOW, hold_until=morning)
        work.outbox.put([say("已登记")], NOW)
        assert texts(claim(work)) == ["已登记"]
        assert work.queue.next_due(NOW + LEASE * 2, channel="console", account="second") is None


def test_next_due_is_the_earliest_of_all_chats_and_accounts(storage: Storage) -> None:
    first, second = NOW + timedelta(hours=1), NOW + timedelta(hours=2)
    with storage.begin() as work:
        assert work.queue.next_due(NOW) is None
        work.outbox.put([say("二")], NOW, hold_until=second)
        work.outbox.put([say("一", OTHER_ACCOUNT)], NOW, hold_until=first)
        assert work.queue.next_due(NOW) == first
        assert work.queue.next_due(NOW, channel="console", account="desk") == second


def test_the_answer_to_a_tap_waits_for_nobody(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("卡片"), say("老李已接单", sort="notice", tap="t1")], NOW)
        assert texts(claim(work)) == ["老李已接单", "卡片"]


def test_a_notice_that_comes_too_late_is_not_sent(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("老李已接单", sort="notice", tap="t1"), say("卡片")], NOW)
        assert texts(claim(work, NOW + timedelta(seconds=20))) == ["卡片"]
        assert texts(work.queue.listing(["expired"], 5)) == ["老李已接单"]


def test_a_second_message_with_the_same_dedupe_is_not_queued(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一", dedupe="visit:1"), say("二", dedupe="visit:1"), say("三"), say("四")], NOW)
        assert texts(work.queue.listing(["waiting"], 9)) == ["一", "三", "四"]
        assert work.queue.listing(["waiting"], 9)[0].message == say("一", dedupe="visit:1")


def test_an_edit_finds_the_message_that_was_sent_under_its_name(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("待接单", name="card:1"), say("待接单", ENGINEERS_CHAT, name="card:1")], NOW)
        for n, envelope in enumerate(claim(work)):
            work.queue.sent(envelope, f"10{n}", NOW)
        work.outbox.put([say("老李已接单", ENGINEERS_CHAT, sort="edit", edits="card:1")], NOW)
        assert [envelope.target for envelope in claim(work)] == ["101"]


def test_of_two_messages_with_one_name_the_newer_is_edited(storage: Storage) -> None:
    with storage.begin() as work:
        for n in (1, 2):
            work.outbox.put([say("卡片", name="card:1")], NOW)
            work.queue.sent(claim(work)[0], str(n), NOW)
        work.outbox.put([say("新", sort="edit", edits="card:1")], NOW)
        assert [envelope.target for envelope in claim(work)] == ["2"]


def test_an_edit_without_a_target_takes_over_the_name(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("卡片", name="card:1")], NOW)
        work.queue.dead(claim(work)[0], "blocked", NOW)
        work.outbox.put([say("老李已接单", sort="edit", edits="card:1")], NOW)
        (edit,) = claim(work)
        assert edit.target == ""
        work.queue.sent(edit, "7", NOW)
        work.outbox.put([say("处理中", sort="edit", edits="card:1")], NOW)
        assert [envelope.target for envelope in claim(work)] == ["7"]


def test_of_several_waiting_edits_only_the_latest_is_sent(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("卡片", name="card:1")], NOW)
        for text in ("已接单", "处理中", "已完成"):
            work.outbox.put([say(text, sort="edit", edits="card:1")], NOW)
        work.outbox.put([say("别的", sort="edit", edits="card:2")], NOW)
        work.queue.sent(claim(work)[0], "1", NOW)
        assert texts(claim(work)) == ["已完成"]
        assert texts(work.queue.listing(["merged"], 9)) == ["已接单", "处理中"]


def test_an_edit_that_is_being_sent_is_not_merged(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("已接单", sort="edit", edits="card:1")], NOW)
        (being_sent,) = claim(work)
        work.outbox.put([say("处理中", sort="edit", edits="card:1")], NOW)
        claim(work)
        assert work.queue.sent(being_sent, "1", NOW)
        assert texts(claim(work)) == ["处理中"]


def test_a_full_message_survives_the_queue(storage: Storage) -> None:
    message = say(
        "请确认",
        buttons=(
            (Button("确认", "k:0"), Button("改房号", "k:1")),
            (Button("看板", url="https://example.cn/"),),
        ),
        attachments=(Attachment("photo", "1.jpg", "m/1.jpg"),),
        ticket_id=17,
        important=True,
        name="draft:17",
    )
    with storage.begin() as work:
        work.outbox.put([message], NOW)
        assert claim(work)[0].message == message


def test_messages_of_another_account_are_left_to_it(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一", OTHER_ACCOUNT), say("二", WANG_CHAT)], NOW)
        assert texts(claim(work)) == ["二"]
        assert texts(claim(work, account="second")) == ["一"]
