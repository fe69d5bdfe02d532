"""What nobody needs any more goes; everything else stays."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.desk.ticket import Ticket
from storage import Storage, UnitOfWork
from tests.storage.samples import NOW, hello, leak, say
from tests.storage.test_queue import claim

OLD = NOW - timedelta(days=40)
BEFORE = NOW - timedelta(days=30)


def keys(work: UnitOfWork) -> list[str]:
    return [incoming.key for _, incoming in work.inbox.latest("console", 10)]


def dropped(work: UnitOfWork, limit: int = 10) -> int:
    return work.old.drop_incoming(BEFORE, after=0, limit=limit)


def sent(work: UnitOfWork, text: str, **message: Any) -> None:
    work.outbox.put([say(text, **message)], OLD)
    for envelope in claim(work, owner="one", limit=5):
        work.queue.sent(envelope, "1", NOW)


def said(work: UnitOfWork) -> list[str]:
    return [envelope.message.text for envelope in work.queue.listing(("sent", "dead", "waiting"), 10)]


def with_ticket(work: UnitOfWork, state: Any) -> Ticket:
    return work.tickets.add(leak(state, state=state))


def test_old_messages_that_were_handled_go(storage: Storage) -> None:
    with storage.begin() as work:
        work.inbox.take(hello("old"), OLD, handled=True)
        work.inbox.take(hello("kept"), OLD)
        work.inbox.take(hello("new"), NOW, handled=True)
        dropped(work)
        assert keys(work) == ["kept", "new"]


def test_a_chunk_says_where_the_next_one_begins(storage: Storage) -> None:
    with storage.begin() as work:
        for n in range(3):
            work.inbox.take(hello(f"m{n}"), OLD, handled=True)
        after = dropped(work, limit=2)
        assert keys(work) == ["m2"]
        after = work.old.drop_incoming(BEFORE, after=after, limit=2)
        assert keys(work) == []
        assert work.old.drop_incoming(BEFORE, after=after, limit=2) == 0


def test_nothing_is_looked_through_where_nothing_is_old(storage: Storage) -> None:
    with storage.begin() as work:
        work.inbox.take(hello("new"), NOW, handled=True)
        assert dropped(work) == 0


def test_what_was_sent_long_ago_goes_and_what_still_waits_stays(storage: Storage) -> None:
    with storage.begin() as work:
        sent(work, "sent")
        work.outbox.put([say("waits")], OLD)
        work.old.drop_outgoing(BEFORE, after=0, limit=10)
        assert said(work) == ["waits"]


def test_a_card_of_an_open_matter_stays(storage: Storage) -> None:
    with storage.begin() as work:
        for state in ("assigned", "closed"):
            sent(work, state, ticket_id=with_ticket(work, state).id)
        work.old.drop_outgoing(BEFORE, after=0, limit=10)
        assert said(work) == ["assigned"]


def test_old_buttons_and_codes_go(storage: Storage) -> None:
    with storage.begin() as work:
        work.buttons.put("old", [{"act": "accept"}], OLD)
        work.buttons.put("new", [{"act": "accept"}], NOW)
        work.people.issue_code("old", "jinxiu", {}, OLD)
        work.people.issue_code("new", "jinxiu", {}, NOW + timedelta(hours=1))
        assert (work.old.drop_buttons(BEFORE, 10), work.old.drop_codes(BEFORE, 10)) == (1, 1)
        assert work.buttons.get("old:0") is None
        assert work.buttons.get("new:0") == {"act": "accept"}
        assert work.people.use_code("new", NOW) == {"community": "jinxiu"}


def test_old_notes_go_all_or_of_one_kind(storage: Storage) -> None:
    with storage.begin() as work:
        for kind, key, at in (
            ("quota", "a", OLD),
            ("quota", "b", NOW),
            ("card", "c", OLD),
            ("card", "d", OLD),
        ):
            work.notes.put("wechat", "wx1", kind, key, {}, at)

        def kept() -> list[str]:
            found = [("quota", "a"), ("quota", "b"), ("card", "c"), ("card", "d")]
            return [key for kind, key in found if work.notes.get("wechat", "wx1", kind, key) is not None]

        assert work.old.drop_notes(BEFORE, 10, kind="quota") == 1
        assert kept() == ["b", "c", "d"]
        assert (work.old.drop_notes(BEFORE, 1), work.old.drop_notes(BEFORE, 10)) == (1, 1)
        assert kept() == ["b"]
