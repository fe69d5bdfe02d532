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


def given_up(storage: Storage, *messages: Incoming) -> App:
    app = opened(storage, deaf=99)
    app.take(messages, NOW)
    for _ in range(7):
        app.retry_inbox(NOW)
    return app


def said(app: App) -> dict[str, str]:
    """What waits to be sent, by chat."""
    with app.storage.begin() as work:
        waiting = work.queue.listing(("waiting",), 100)
    return {envelope.message.to.chat: envelope.message.text for envelope in waiting}


def test_whoever_wrote_hears_that_a_person_goes_on_with_it(storage: Storage) -> None:
    app = given_up(storage, wrote(LEAK))
    told = said(app)
    assert told[wrote(LEAK).address.chat].startswith(
        "实在抱歉，您刚才说的我这边没办成，已经交给同事小陈接着办"
    )
    assert told.keys() == {wrote(LEAK).address.chat, "小陈", "刘经理"}


def test_duty_officer_and_manager_read_what_was_written(storage: Storage) -> None:
    told = said(given_up(storage, wrote(LEAK)))
    assert LEAK in told["小陈"]
    assert "huiyin inbox" in told["刘经理"]


def test_whoever_is_named_in_it_is_not_asked(storage: Storage) -> None:
    told = said(given_up(storage, wrote("我要投诉刘经理，答应的事一直拖")))
    assert told.keys() == {wrote(LEAK).address.chat, "小陈", "周主任"}


def test_giving_up_once_more_says_nothing_twice(storage: Storage) -> None:
    app = given_up(storage, wrote(LEAK))
    before = texts(app)
    with storage.begin() as work:
        assert work.inbox.again(1)
        work.commit()
    for _ in range(7):
        app.retry_inbox(NOW)
    assert counts(app)["given_up"] == 1
    assert texts(app) == before


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
