from __future__ import annotations

import pytest

from bot.desk.ticket import CLOCK, Actor, Card, Event
from storage import Storage
from tests.storage.samples import ENGINEERS_CHAT, NOW, WANG_CHAT, leak


def test_timeline_keeps_what_happened_in_order(storage: Storage) -> None:
    with storage.begin() as work:
        ticket = work.tickets.add(leak())
        work.tickets.record(
            [
                Event("opened", ticket, NOW, Actor("resident", 7, "王女士"), "console", {"text": "水管爆了"}),
                Event("dispatched", ticket, NOW, CLOCK),
            ]
        )
        first, second = work.tickets.timeline(ticket.id)
    assert (first.what, first.by_kind, first.by_name, first.channel) == (
        "opened",
        "resident",
        "王女士",
        "console",
    )
    assert first.data == {"text": "水管爆了"}
    assert (second.what, second.by_kind, second.at) == ("dispatched", "clock", NOW)


def test_timeline_of_a_ticket_that_is_not_there_is_refused(storage: Storage) -> None:
    with storage.begin() as work, pytest.raises(Exception, match=r"(?i)foreign key"):
        work.tickets.record([Event("opened", leak(), NOW, CLOCK)])


def test_a_card_is_remembered_once_a_place(storage: Storage) -> None:
    with storage.begin() as work:
        ticket = work.tickets.add(leak())
        in_group = Card(ticket.id, "card:1", ENGINEERS_CHAT, "facilities")
        in_private = Card(ticket.id, "card:1", WANG_CHAT, staff_id=4)
        for card in (in_group, in_private, in_group):
            work.tickets.put_card(card)
        assert work.tickets.cards(ticket.id) == [in_group, in_private]
