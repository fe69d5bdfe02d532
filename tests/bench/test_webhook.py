from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread

import pytest
from typing_extensions import override

from bot.bench import echo, fuzz, load, throttle, webhook
from bot.config import Settings
from bot.config import load as load_settings

CONFIG = Path(__file__).parents[2] / "config.yaml"


@pytest.fixture
def settings() -> Settings:
    return load_settings(CONFIG, {})


def test_the_settings_are_the_same_but_for_the_channels_and_the_pause(
    settings: Settings, tmp_path: Path
) -> None:
    found = load_settings(webhook.written(settings, tmp_path), {})
    (ours,), (theirs,) = settings.communities, found.communities
    assert theirs.policy.story_pause.total_seconds() == 0
    assert theirs.policy.model_copy(update={"story_pause": ours.policy.story_pause}) == ours.policy
    assert (theirs.roster, theirs.places) == (ours.roster, ours.places)
    assert (found.channels.telegram.run, found.channels.wechat.run) == (False, True)


@pytest.mark.slow
def test_sealed_texts_over_http_become_tickets(settings: Settings) -> None:
    p99, latest = webhook.measure(settings, rounds=1, size=20, half_seconds=0.2, beside=False)
    assert (p99.name, latest.name) == ("webhook_p99", "webhook_latest")
    assert p99.detail["werobot"] == echo.MISSING
    assert p99.detail["page"] == "/metrics, 5 times a second"
    assert p99.value * 1000 >= p99.detail["with_a_page_open"]["p99_ms"] - 0.1
    assert 0 < p99.value < webhook.P99
    assert latest.holds


@pytest.mark.slow
@pytest.mark.skipif(not echo.is_installed(), reason=echo.MISSING)
def test_werobot_echoes_beside_it(settings: Settings) -> None:
    ratio = webhook.measure(settings, rounds=1, size=20, half_seconds=0.2)[0]
    assert (ratio.name, ratio.unit) == ("webhook", "× WeRoBot")
    assert ratio.value > 0


@pytest.mark.slow
def test_broken_requests_are_counted_by_their_answers(settings: Settings) -> None:
    faults, memory = fuzz.measure(settings, requests=120, each=40)
    assert (faults.value, faults.detail["requests"]) == (0, 120)
    assert set(faults.detail["statuses"]) <= {"200", "400", "403"}
    assert len(memory.detail["megabytes"]) == 3


@pytest.mark.slow
def test_owners_are_answered_beside_a_throttled_group(settings: Settings) -> None:
    (figure,) = throttle.measure(settings, rounds=1, owners=8, a_second=20)
    assert figure.detail["refusals"] > 0
    assert figure.value > 0


def test_a_server_that_never_answers_is_given_up() -> None:
    with create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        answers, _ = load.as_fast_as_it_goes(port, [b"GET / HTTP/1.1\r\n\r\n"] * 3, hands=2, patience=0.05)
    assert [answer.status for answer in answers] == [0, 0, 0]


def test_a_page_that_is_not_there_is_no_measurement() -> None:
    with stubborn() as port, pytest.raises(load.NotThere, match="404"):
        load.at_a_rate(port, [b"GET / HTTP/1.1\r\n\r\n"] * 4, 50, page=b"GET /nothing HTTP/1.1\r\n\r\n")


@contextmanager
def stubborn() -> Iterator[int]:
    """A server that answers 404, whatever it is asked."""

    class Answers(BaseRequestHandler):
        @override
        def handle(self) -> None:
            while self.request.recv(4096):
                self.request.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")

    with ThreadingTCPServer(("127.0.0.1", 0), Answers) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()
