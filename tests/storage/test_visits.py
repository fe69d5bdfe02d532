from __future__ import annotations

import pytest

from bot.desk.errors import Stale
from bot.desk.visit import Visit
from storage import Storage, UnitOfWork
from tests.storage.samples import NOW, leak


def planned(work: UnitOfWork) -> Visit:
    ticket = work.tickets.add(leak())
    return work.visits.add(Visit(0, ticket.id, "jinxiu", 1, 1, "planned", NOW))


def test_visit_comes_back_with_its_answers(storage: Storage) -> None:
    with storage.begin() as work:
        visit = planned(work)
        visit.state, visit.solved, visit.speed, visit.words = "done", "solved", 5, "师傅很快"
        work.visits.save(visit)
        assert work.visits.get(visit.id) == visit
        assert work.visits.of_ticket(visit.ticket_id) == [visit]


def test_saving_an_older_visit_is_refused(storage: Storage) -> None:
    with storage.begin() as work:
        visit = planned(work)
        other = work.visits.get(visit.id)
        work.visits.save(visit)
        with pytest.raises(Stale):
            work.visits.save(other)


def test_a_missing_visit_is_an_error(storage: Storage) -> None:
    with storage.begin() as work, pytest.raises(LookupError):
        work.visits.get(5)
