"""What travels with a message: the rest of what is due for its chat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.outbox.ports import Envelope
from storage import Storage, UnitOfWork
from tests.storage.samples import ENGINEERS_CHAT, NOW, WANG_CHAT, say

LEASE = timedelta(seconds=60)


def claim(work: UnitOfWork) -> Sequence[Envelope]:
    return work.queue.claim("console", "desk", owner="me", now=NOW, limit=10, lease=LEASE)


def company(work: UnitOfWork) -> list[str]:
    found = work.queue.claim_company(WANG_CHAT, owner="us", now=NOW, limit=10, lease=LEASE)
    return [envelope.message.text for envelope in found]


def test_the_rest_of_the_chat_comes_along_in_order(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一"), say("二"), say("三"), say("四", ENGINEERS_CHAT)], NOW)
        claim(work)
        assert company(work) == ["二", "三"]
        assert company(work) == []


def test_notices_and_what_is_not_due_yet_stay(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一"), replace(say("已接"), sort="notice", tap="1")], NOW)
        work.outbox.put([say("回访")], NOW, hold_until=NOW + timedelta(hours=9))
        assert company(work) == ["一"]


def test_the_company_is_settled_as_any_message(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一"), say("二"), say("三")], NOW)
        claim(work)
        second, third = work.queue.claim_company(WANG_CHAT, owner="us", now=NOW, limit=10, lease=LEASE)
        assert work.queue.sent(second, "", NOW)
        assert work.queue.retry(third, NOW, "", spent=False)
        assert company(work) == ["三"]


def test_company_whose_carrier_vanished_is_claimed_again(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("一")], NOW)
        assert company(work) == ["一"]
        later = NOW + LEASE
        (again,) = work.queue.claim("console", "desk", owner="you", now=later, limit=10, lease=LEASE)
        assert again.lost_leases == 1
