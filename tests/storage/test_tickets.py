from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.desk.errors import Stale, TicketMissing
from nlp.understanding import Appointment, Evidence
from storage import Storage
from tests.storage.samples import NOW, WANG_HOME, known_wang, leak


def test_ticket_comes_back_as_it_was_stored(storage: Storage) -> None:
    with storage.begin() as work:
        ticket = leak(
            resident_id=known_wang(work).id,
            place=WANG_HOME,
            at_home=True,
            appointment=Appointment(NOW, None, "上午十点以后"),
            tags=("leak", "major"),
            evidence=(Evidence("爆", 4, 5, "emergency", 2.5),),
            confidence=0.93,
            accept_by=NOW + timedelta(minutes=5),
        )
        work.tickets.add(ticket)
        work.commit()
    with storage.read() as work:
        assert work.tickets.get(ticket.id) == ticket


def test_every_field_of_a_ticket_can_be_saved(storage: Storage) -> None:
    with storage.begin() as work:
        ticket = work.tickets.add(leak())
        ticket.state, ticket.handler_name, ticket.handler_id = "accepted", "老李", 4
        ticket.accepted_at, ticket.unconfirmed, ticket.urges = NOW, True, 2
        work.tickets.save(ticket)
        assert work.tickets.get(ticket.id) == ticket
        assert ticket.version == 1


def test_saving_an_older_version_is_refused(storage: Storage) -> None:
    with storage.begin() as work:
        first = work.tickets.add(leak())
        second = work.tickets.get(first.id)
        first.handler_name = "老李"
        work.tickets.save(first)
        second.handler_name = "小张"
        with pytest.raises(Stale):
            work.tickets.save(second)
        assert work.tickets.get(first.id).handler_name == "老李"


def test_a_number_is_given_once_in_a_community(storage: Storage) -> None:
    with storage.begin() as work:
        work.tickets.add(leak("BX20260304-001"))
        with pytest.raises(Exception, match=r"(?i)unique"):
            work.tickets.add(leak("BX20260304-001"))


def test_two_communities_may_use_the_same_number(storage: Storage) -> None:
    with storage.begin() as work:
        work.tickets.add(leak("BX20260304-001"))
        other = work.tickets.add(leak("BX20260304-001", community="yunding"))
        assert work.tickets.by_number("yunding", "BX20260304-001") == other


def test_serials_count_by_community_and_day(storage: Storage) -> None:
    monday, tuesday = date(2026, 3, 2), date(2026, 3, 3)
    with storage.begin() as work:
        serials = [
            work.tickets.next_serial(community, day)
            for community, day in [("a", monday), ("a", monday), ("b", monday), ("a", tuesday), ("a", monday)]
        ]
    assert serials == [1, 2, 1, 1, 3]


def test_a_missing_ticket_is_named(storage: Storage) -> None:
    with storage.begin() as work, pytest.raises(TicketMissing, match="99"):
        work.tickets.get(99)


def test_tickets_of_a_resident_come_newest_first_and_open_only_on_request(storage: Storage) -> None:
    with storage.begin() as work:
        owner = known_wang(work).id
        for day, state in enumerate(["closed", "working", "answered", "new"]):
            opened = NOW + timedelta(days=day)
            work.tickets.add(leak(f"BX-{day}", resident_id=owner, state=state, opened_at=opened))
        every = work.tickets.of_resident(owner, open_only=False)
        still_open = work.tickets.of_resident(owner, open_only=True)
    assert [ticket.state for ticket in every] == ["new", "answered", "working", "closed"]
    assert [ticket.state for ticket in still_open] == ["new", "working"]


def test_recent_tickets_of_a_community_come_newest_first(storage: Storage) -> None:
    with storage.begin() as work:
        for day in range(4):
            work.tickets.add(leak(f"BX-{day}", opened_at=NOW + timedelta(days=day)))
        work.tickets.add(leak("BX-0", community="yunding"))
        assert [ticket.number for ticket in work.tickets.recent("jinxiu", 2)] == ["BX-3", "BX-2"]
