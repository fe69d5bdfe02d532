from __future__ import annotations

from datetime import timedelta

from bot.desk.correction import Correction
from bot.desk.ticket import Actor
from nlp.understanding import Evidence
from storage import Storage
from tests.storage.samples import NOW, leak

EVIDENCE = (Evidence("水管爆", 2, 5, "pipe.burst", 6.0),)


def test_corrections_keep_text_evidence_and_who_made_them(storage: Storage) -> None:
    with storage.begin() as work:
        ticket = work.tickets.add(leak(evidence=EVIDENCE))
        work.tickets.keep_correction(
            ticket, "category", "facilities", "service", Actor("staff", 4, "老李"), NOW
        )
        work.tickets.keep_correction(
            ticket, "category", "none", "cleaning", Actor("resident", 7, "王女士"), NOW
        )
        first, second = work.tickets.corrections()
    assert first == Correction(
        ticket.id, ticket.text, "category", "facilities", "service", "老李", NOW, EVIDENCE, "staff"
    )
    assert (second.by_kind, second.by_name, second.new) == ("resident", "王女士", "cleaning")


def test_nothing_is_in_use_before_something_was_learned(storage: Storage) -> None:
    with storage.begin() as work:
        assert work.lessons.active() is None
        assert not work.lessons.undo(NOW)


def test_newest_lesson_is_in_use_with_its_figures(storage: Storage) -> None:
    with storage.begin() as work:
        work.lessons.activate({"parcel 柜子": 3.5}, {"new": {"messages_right": 6}}, NOW)
        work.lessons.activate({"parcel 柜子": 4.4}, {}, NOW + timedelta(days=1))
        work.commit()
    with storage.read() as work:
        lesson = work.lessons.active()
    assert lesson is not None
    assert (lesson.weights, lesson.at, lesson.undone_at) == (
        {"parcel 柜子": 4.4},
        NOW + timedelta(days=1),
        None,
    )


def test_each_undo_brings_the_lesson_before_back(storage: Storage) -> None:
    with storage.begin() as work:
        work.lessons.activate({"parcel 柜子": 3.5}, {}, NOW)
        work.lessons.activate({"parcel 柜子": 4.4}, {}, NOW)
        assert work.lessons.undo(NOW)
        lesson = work.lessons.active()
        assert lesson is not None
        assert lesson.weights == {"parcel 柜子": 3.5}
        assert work.lessons.undo(NOW)
        assert work.lessons.active() is None
        assert not work.lessons.undo(NOW)
