"""huiyin serve: channels, doors and jobs, as the settings say."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from typing import TYPE_CHECKING

from bot.cli import opening
from bot.cli.faults import Mendable
from bot.clock import real_now

if TYPE_CHECKING:
    from bot.channels.telegram.client import Client
    from bot.config import Settings
    from bot.server import Server


def run_server(settings: Settings) -> None:
    """Blocks until it is told to stop. Raises Mendable with everything that is missing."""
    from bot.check import stop_if_unfit
    from bot.config import ConfigError

    try:
        stop_if_unfit(settings, real_now().date())
    except ConfigError as error:
        raise Mendable(str(error)) from None
    _log()
    asyncio.run(_serve(settings))


def _log() -> None:
    """JSON lines on standard error; httpx would write addresses with the token in them."""
    import structlog

    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )


async def _serve(settings: Settings) -> None:
    import uvicorn

    from bot.app import App
    from bot.server import Server
    from bot.web.doors import build
    from nlp.understand import load

    storage = opening.storage(settings, must_be_current=False)
    storage.migrate()
    _seat(settings, storage)
    app = App(settings, storage, load())
    client = _telegram_client(settings)
    server = Server(app, _channels(settings, client), real_now)
    loops = await _open_telegram(settings, server, client)
    bind = settings.environment.bind
    web = uvicorn.Server(
        uvicorn.Config(
            build(server.missing, server.figures, server.doors),
            host=bind.host,
            port=bind.port,
            log_level="warning",
            access_log=False,
        )
    )
    await server.start()
    tasks = [asyncio.create_task(loop) for loop in loops]
    try:
        await web.serve()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.stop()
        if client is not None:
            await client.close()
        storage.close()


def _seat(settings, storage) -> None:  # type: ignore[no-untyped-def]
    from bot.roster import roster_of, sync

    with storage.begin() as work:
        for community in settings.communities:
            sync(work, community, roster_of(community))
        work.commit()


def _telegram_client(settings: Settings) -> Client | None:
    if not settings.runs_telegram:
        return None
    from bot.channels.telegram.client import Client, TokenMalformed

    keys = settings.environment.telegram
    try:
        return Client(keys.token.get_secret_value(), keys.api)
    except TokenMalformed as error:
        raise Mendable(f"HUIYIN_TELEGRAM_TOKEN: {error}") from None


def _channels(settings: Settings, client: Client | None):  # type: ignore[no-untyped-def]
    if client is None:
        return []
    from bot.channels.telegram.outbound import TelegramChannel

    return [TelegramChannel(client, settings.media)]


async def _open_telegram(settings: Settings, server: Server, client: Client | None):  # type: ignore[no-untyped-def]
    """Webhook where there is a public address, else polling."""
    if client is None:
        return []
    from bot.channels.telegram import menu, polling, webhook

    secret = settings.environment.telegram.secret.get_secret_value()
    if settings.public_url:
        server.doors.append(webhook.router(secret, client, server.take, real_now))
        return [_announced(webhook.announce(client, settings.public_url, secret), menu.publish(client))]
    return [polling.Poller(client, server.take, real_now).run(), _announced(menu.publish(client))]


async def _announced(*steps) -> None:  # type: ignore[no-untyped-def]
    """Says where we are and what we can do; a platform that does not answer now must not stop the desk."""
    from bot.outbox.delivery import DeliveryError

    for step in steps:
        for pause in (2, 10, 60, 0):
            try:
                await step
                break
            except DeliveryError as error:
                logging.getLogger(__name__).warning("telegram set-up: %s", error.reason)
                break
        del pause


_ = os
