"""Messages that could not be acted on at first."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from structlog.testing import capture_logs
from typing_extensions import override

from bot.app import App
from bot.desk.errors import Stale
from bot.messages import Address, Incoming, Outgoing
from storage import Storage
from tests.jobs.desk import NOW, SETTINGS, Deaf, opened, texts, wrote

LEAK = "3栋2单元1501厨房水管爆了，水漫到客厅了，电话13800138001"


def counts(app: App) -> dict[str, int]:
    with app.storage.read() as work:
        return dict(work.inbox.unhandled())


def test_what_failed_is_kept_and_acted_on_later(storage: Storage) -> None:
    app = opened(storage, deaf=1)
    app.take([wrote(LEAK)], NOW)
    assert (texts(app), counts(app)["waiting"]) == ([], 1)
    assert app.retry_inbox(NOW) == 1
    assert texts(app)
    assert counts(app) == {"waiting": 0, "given_up": 0}


def test_a_kept_message_is_acted_on_once_though_two_replicas_have_it_in_hand(storage: Storage) -> None:
    app = opened(storage, deaf=1)
    app.take([wrote(LEAK)], NOW)
    with storage.begin() as work:
        ((key, incoming),) = work.inbox.waiting(5)
    app.retry_inbox(NOW)
    before = texts(app)
    assert not app._retry(key, incoming, NOW)
    assert texts(app) == before


def test_what_was_held_for_the_writer_goes_when_a_kept_message_is_acted_on(storage: Storage) -> None:
    app = opened(storage, deaf=1)
    incoming = wrote(LEAK)
    held(storage, incoming.address)
    app.take([incoming], NOW)
    assert "您好" not in texts(app)
    app.retry_inbox(NOW)
    assert "您好" in texts(app)


def held(storage: Storage, address: Address) -> None:
    with storage.begin() as work:
        work.outbox.put([Outgoing(address, "您好")], NOW)
        to = address.channel, address.account
        (envelope,) = work.queue.claim(*to, owner="one", now=NOW, limit=5, lease=timedelta(minutes=1))
        assert work.queue.hold(envelope, "window closed")
        work.commit()


def test_what_fails_again_and_again_is_left_to_people_and_said_aloud(storage: Storage) -> None:
    app = opened(storage, deaf=99)
    app.take([wrote(LEAK)], NOW)
    with capture_logs() as logs:
        for _ in range(7):
            app.retry_inbox(NOW)
    assert counts(app) == {"waiting": 0, "given_up": 1}
    assert [entry["log_level"] for entry in logs if entry["event"] == "incoming_given_up"] == ["error"]


class Raced(App):
    """Somebody else is quicker, so many times."""

    lost = 2

    @override
    def handle(self, incoming: Incoming, now: datetime) -> bool:
        if self.lost:
            self.lost -= 1
            raise Stale("session")
        return super().handle(incoming, now)


def test_a_race_for_a_row_is_run_again_at_once(storage: Storage) -> None:
    opened(storage)
    app = Raced(SETTINGS, storage, Deaf(0))
    app.take([replace(wrote(LEAK), key="m2")], NOW)
    assert counts(app) == {"waiting": 0, "given_up": 0}
    assert texts(app)
