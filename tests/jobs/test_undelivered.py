"""What could not be delivered, of a community that is not there any more."""

from __future__ import annotations

from bot.jobs.undelivered import note_undelivered
from bot.messages import Outgoing
from bot.outbox.ports import Envelope
from storage import Storage
from tests.jobs.desk import NOW, opened, texts
from tests.storage.samples import WANG_CHAT, leak


def given_up(storage: Storage, community: str) -> list[str]:
    """What is said of it."""
    app = opened(storage)
    with storage.begin() as work:
        ticket = work.tickets.add(leak(community=community, state="assigned", dispatched_at=NOW))
        message = Outgoing(WANG_CHAT, "已接单", ticket_id=ticket.id)
        note_undelivered(app.conversation, work, Envelope(1, message, "dead", NOW, NOW, NOW), "blocked", NOW)
        work.commit()
    return texts(app)


def test_the_assistant_is_asked_to_phone(storage: Storage) -> None:
    (said,) = given_up(storage, "jinxiu")
    assert "请打个电话说一声" in said


def test_a_community_that_left_the_settings_stops_nothing(storage: Storage) -> None:
    assert given_up(storage, "sold") == []


def test_a_ticket_that_is_not_there_stops_nothing(storage: Storage) -> None:
    app = opened(storage)
    message = Outgoing(WANG_CHAT, "已接单", ticket_id=99)
    with storage.begin() as work:
        note_undelivered(app.conversation, work, Envelope(1, message, "dead", NOW, NOW, NOW), "blocked", NOW)
    assert texts(app) == []
