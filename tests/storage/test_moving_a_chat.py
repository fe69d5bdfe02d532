from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.desk.people import Group, Identity
from bot.desk.ports import Session
from bot.desk.ticket import Card
from bot.messages import Address
from storage import Storage, UnitOfWork
from tests.storage.samples import NOW, leak, say

OLD = Address("telegram", "bot", "-1")
NEW = replace(OLD, chat="-1001")


def send_one(work: UnitOfWork) -> None:
    (envelope,) = work.queue.claim(
        "telegram", "bot", owner="me", now=NOW, limit=1, lease=timedelta(seconds=60)
    )
    work.queue.sent(envelope, "55", NOW)


def test_everything_that_would_be_sent_to_the_old_chat_goes_to_the_new_one(storage: Storage) -> None:
    with storage.begin() as work:
        work.people.put_group(Group("jinxiu", "facilities", "工程群", (), OLD))
        work.people.save_identity(Identity("telegram", "bot", "7", "jinxiu", address=OLD))
        work.sessions.save(Session(OLD, "7", {"asked": "room"}))
        ticket = work.tickets.add(leak(origin=OLD))
        work.tickets.put_card(Card(ticket.id, "card:1", OLD))
        work.outbox.put([say("在路上", OLD)], NOW)
        work.people.move_chat(OLD, NEW.chat)
        assert work.people.groups("jinxiu")[0].address == NEW
        identity = work.people.identity("telegram", "bot", "7")
        assert identity is not None
        assert identity.address == NEW
        assert work.sessions.get(NEW, "7").data == {"asked": "room"}
        assert work.tickets.get(ticket.id).origin == NEW
        assert work.tickets.cards(ticket.id)[0].address == NEW
        assert [envelope.message.to for envelope in work.queue.listing(["waiting"], 9)] == [NEW]


def test_what_was_sent_before_keeps_its_chat_so_that_an_edit_becomes_a_new_message(storage: Storage) -> None:
    with storage.begin() as work:
        work.outbox.put([say("工单", OLD, name="card:1")], NOW)
        send_one(work)
        work.people.move_chat(OLD, NEW.chat)
        work.outbox.put([say("工单:老李已接单", NEW, sort="edit", edits="card:1")], NOW)
        (edit,) = work.queue.claim(
            "telegram", "bot", owner="me", now=NOW, limit=1, lease=timedelta(seconds=60)
        )
    assert edit.target == ""


def test_a_conversation_in_the_new_chat_stands(storage: Storage) -> None:
    with storage.begin() as work:
        work.sessions.save(Session(OLD, "7", {"asked": "room"}))
        work.sessions.save(Session(NEW, "7", {"asked": "phone"}))
        work.people.move_chat(OLD, NEW.chat)
        assert work.sessions.get(NEW, "7").data == {"asked": "phone"}
        assert work.sessions.get(OLD, "7").version == -1
