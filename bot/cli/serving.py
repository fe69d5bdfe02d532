"""huiyin serve: channels, doors and jobs, as the settings say."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Coroutine, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from bot.cli import opening
from bot.cli.faults import Mendable
from bot.clock import real_now

if TYPE_CHECKING:
    from socket import socket

    from bot.cli.http import Http
    from bot.config import Settings
    from bot.outbox.delivery import Channel
    from bot.server import Server
    from storage import Storage

COLLECT = (10_000, 20, 50)
"""A message makes some thousand objects and no cycles: it is enough to look now and then."""
Loops = Sequence[Coroutine[Any, Any, None]]


def run_server(settings: Settings) -> None:
    """Blocks until it is told to stop. Raises Mendable with everything that is missing."""
    gc.disable()  # until it has settled down: what a start makes stays, and the search takes an eighth of its time
    try:
        _run(settings)
    finally:
        gc.enable()


def _run(settings: Settings) -> None:
    from bot.check import stop_if_unfit
    from bot.cli import http, logs
    from bot.config import ConfigError

    try:
        stop_if_unfit(settings, real_now().date())
    except ConfigError as error:
        raise Mendable(str(error)) from None
    logs.json_lines()
    with http.bound(settings.environment.bind) as listening:
        storage = _database(settings)
        try:
            with asyncio.Runner(loop_factory=http.fastest_loop()) as runner:
                runner.run(_serve(settings, storage, listening))
        finally:
            storage.close()


def _database(settings: Settings) -> Storage:
    """Brought up to date; with the roster and the groups of config.yaml."""
    from bot.roster import roster_of, sync

    storage = opening.storage(settings, must_be_current=False)
    if not storage.schema_current():
        storage.migrate()
    with storage.begin() as work:
        for community in settings.communities:
            sync(work, community, roster_of(community))
        work.commit()
    return storage


async def _serve(settings: Settings, storage: Storage, listening: socket) -> None:
    from bot.app import App, learned
    from bot.cli.http import Http
    from bot.server import Server
    from bot.web.doors import build

    opened, ear = _channels(settings, storage), learned(storage)
    server = Server(App(settings, storage, ear), [one.channel for one in opened], real_now)
    loops = [ear.keep_up(), *(loop for one in opened for loop in one.open(server))]
    http = Http(build(server.missing, server.figures, server.doors))
    _settle_down()
    await server.start()
    try:
        await until_stopped(http, listening, loops)
    finally:
        await server.stop()
        for one in opened:
            await one.close()


def _settle_down() -> None:
    """The lexicon and the code stay for good: the garbage collector need not look through them, neither again and
    again nor now, for 0.1 s, to find a thousand values."""
    gc.freeze()
    gc.set_threshold(*COLLECT)
    gc.enable()


class Opened(Protocol):
    """A channel with its door or its loop."""

    @property
    def channel(self) -> Channel: ...
    def open(self, server: Server) -> Loops: ...
    async def close(self) -> None: ...


def _channels(settings: Settings, storage: Storage) -> list[Opened]:
    """Those that run. Each library is imported only where its channel is: Telegram's alone takes half a second."""
    found: list[Opened] = []
    if settings.runs_telegram:
        from bot.cli.telegram import Telegram

        found.append(Telegram(settings))
    if settings.runs_wechat:
        from bot.cli.wechat import Wechat

        found.append(Wechat(settings, storage))
    if settings.runs_wecom:
        from bot.cli.wecom import Wecom

        found.append(Wecom(settings, storage))
    return found


async def until_stopped(http: Http, listening: socket, loops: Loops) -> None:
    """Serves beside the loops. One that fails stops the server: a desk that hears nobody must not look alive."""
    tasks = [asyncio.ensure_future(loop) for loop in loops]
    for task in tasks:
        task.add_done_callback(lambda done: _stop_if_failed(http, done))
    try:
        await http.serve([listening])
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
    for error in ended:
        if isinstance(error, Exception):
            raise Mendable(str(error), 1) from error


def _stop_if_failed(http: Http, task: asyncio.Future[None]) -> None:
    if not task.cancelled() and task.exception() is not None:
        http.should_exit = True
