"""huiyin serve: channels, doors and jobs, as the settings say."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from bot.cli import opening
from bot.cli.faults import Mendable
from bot.clock import real_now

if TYPE_CHECKING:
    from socket import socket

    from bot.cli.http import Http
    from bot.cli.telegram import Telegram
    from bot.config import Settings
    from storage import Storage

Loops = Sequence[Coroutine[Any, Any, None]]


def run_server(settings: Settings) -> None:
    """Blocks until it is told to stop. Raises Mendable with everything that is missing."""
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
            asyncio.run(_serve(settings, storage, listening))
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
    from bot.app import App
    from bot.cli.http import Http
    from bot.server import Server
    from bot.web.doors import build
    from nlp.understand import load

    telegram = _telegram(settings)
    channels = [telegram.channel] if telegram else []
    server = Server(App(settings, storage, load()), channels, real_now)
    loops = telegram.open(server) if telegram else []
    http = Http(build(server.missing, server.figures, server.doors))
    await server.start()
    try:
        await _until_stopped(http, listening, loops)
    finally:
        await server.stop()
        if telegram is not None:
            await telegram.close()


def _telegram(settings: Settings) -> Telegram | None:
    if not settings.runs_telegram:
        return None
    from bot.cli.telegram import Telegram  # the library takes half a second to import

    return Telegram(settings)


async def _until_stopped(http: Http, listening: socket, loops: Loops) -> None:
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
