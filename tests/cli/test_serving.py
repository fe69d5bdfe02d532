from __future__ import annotations

import asyncio
import socket

import pytest
from fastapi import FastAPI
from typing_extensions import override

from bot.cli.faults import Mendable
from bot.cli.http import Http, bound
from bot.cli.serving import until_stopped
from bot.cli.telegram import FIRST_PAUSE, LONGEST_PAUSE, insist
from bot.config.environment import Bind
from bot.outbox.delivery import DeliveryError


class Platform:
    """Fails as often as it is told to, then answers. Remembers how long it was left alone."""

    def __init__(self, *faults: DeliveryError) -> None:
        self._faults = list(faults)
        self.pauses: list[float] = []
        self.answered = False

    async def step(self) -> None:
        if self._faults:
            raise self._faults.pop(0)
        self.answered = True

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)


async def test_set_up_is_repeated_with_growing_pauses_until_the_platform_answers() -> None:
    platform = Platform(*[DeliveryError("no answer")] * 12)
    await insist("webhook", platform.step, pause=platform.pause)
    assert platform.answered
    assert platform.pauses[:3] == [FIRST_PAUSE, 2 * FIRST_PAUSE, 4 * FIRST_PAUSE]
    assert platform.pauses[-1] == LONGEST_PAUSE


async def test_pause_that_the_platform_asks_for_is_kept() -> None:
    platform = Platform(DeliveryError("flood", retry_after=17.0))
    await insist("webhook", platform.step, pause=platform.pause)
    assert platform.pauses == [17.0]


async def test_webhook_that_is_refused_stops_the_start() -> None:
    platform = Platform(DeliveryError("bad webhook", permanent=True))
    with pytest.raises(Mendable, match="HUIYIN_PUBLIC_URL"):
        await insist("webhook", platform.step, pause=platform.pause)


async def test_menu_that_is_refused_stops_nothing() -> None:
    platform = Platform(DeliveryError("no", permanent=True))
    await insist("menu", platform.step, refusal_matters=False, pause=platform.pause)
    assert not platform.answered


async def test_channel_that_gives_up_stops_the_server_with_its_reason() -> None:
    async def rejected() -> None:
        raise RuntimeError("the token is rejected")

    async def forever() -> None:
        await asyncio.Event().wait()

    with bound(Bind(port=0)) as listening, pytest.raises(Mendable, match="the token is rejected") as ended:
        await until_stopped(Http(FastAPI()), listening, [forever(), rejected()])
    assert ended.value.code == 1


async def test_server_that_is_told_to_stop_returns_and_ends_its_loops() -> None:
    ended = asyncio.Event()

    async def forever() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    http = Http(FastAPI())
    http.should_exit = True
    with bound(Bind(port=0)) as listening:
        await until_stopped(http, listening, [forever()])
    assert ended.is_set()


def test_taken_address_is_said_with_its_key() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Mendable, match=f"HUIYIN_BIND: 127.0.0.1:{port}"):
            bound(Bind(port=port))


async def test_an_answer_is_not_held_back_for_the_next_packet() -> None:
    accepted: asyncio.Queue[asyncio.BaseTransport] = asyncio.Queue()

    class Door(asyncio.Protocol):
        @override
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            accepted.put_nowait(transport)

    with bound(Bind(port=0)) as listening:
        server = await asyncio.get_running_loop().create_server(Door, sock=listening)
        _, writer = await asyncio.open_connection(*listening.getsockname())
        transport = await accepted.get()
        line = transport.get_extra_info("socket")
        assert line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        writer.close()
        transport.close()
        server.close()
