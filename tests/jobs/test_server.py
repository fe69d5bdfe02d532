"""The running desk, one tick at a time."""

from __future__ import annotations

from datetime import timedelta

from prometheus_client import generate_latest

from bot.desk.ports import Timer
from bot.messages import Outgoing
from bot.server import MOST_TIMERS, Server
from storage import Storage
from tests.jobs.desk import NOW, opened, put, texts, timers, wrote
from tests.storage.samples import WANG_CHAT, hello, leak

STORY = {"channel": "console", "account": "demo", "chat": "王女士", "thread": "", "sender": "王女士"}


def server_on(storage: Storage, deaf: int = 0) -> Server:
    return Server(opened(storage, deaf), [], lambda: NOW)


def test_a_backlog_of_timers_is_rung_over_several_ticks(storage: Storage) -> None:
    server = server_on(storage)
    put(server.app, *(Timer(f"story:{n}", "story", NOW, STORY) for n in range(MOST_TIMERS + 50)))
    server.tick()
    assert len(timers(server.app, NOW)) == 50
    server.tick()
    assert timers(server.app, NOW) == []


def test_a_day_s_tick_removes_what_is_old(storage: Storage) -> None:
    server = server_on(storage)
    with storage.begin() as work:
        work.inbox.take(hello("old"), NOW - timedelta(days=60), handled=True)
        work.commit()
    server.tick()
    with storage.begin() as work:
        assert work.inbox.latest("console", 5) == []


def test_what_is_left_to_people_is_a_figure(storage: Storage) -> None:
    server = server_on(storage, deaf=99)
    server.take([wrote("厨房漏水")])
    while not given_up(server):
        server.app.retry_inbox(NOW)
    server.figures.refresh()
    figures = generate_latest(server.figures.registry).decode()
    assert 'huiyin_inbox{state="given_up"} 1.0' in figures
    assert 'huiyin_inbox{state="waiting"} 0.0' in figures


def given_up(server: Server) -> int:
    with server.app.storage.begin() as work:
        return len(work.inbox.given_up(5))


def test_an_unreached_owner_of_a_community_that_left_the_settings_stops_nothing(storage: Storage) -> None:
    server = server_on(storage)
    with storage.begin() as work:
        ticket = work.tickets.add(leak(community="sold", state="assigned", dispatched_at=NOW))
        work.commit()
    server.unreached(Outgoing(WANG_CHAT, "已接单", ticket_id=ticket.id), "window closed")
    server.unreached(Outgoing(WANG_CHAT, "已接单", ticket_id=99), "window closed")
    assert texts(server.app) == []
