"""Keeps the AI bot's connection: in one replica, with a heartbeat, again after it broke, and given up where it must be."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from bot.channels.tencent.codes import ApiError, Unreachable
from bot.channels.wecom.aibot.connection import Connection, Frame, dial
from bot.channels.wecom.aibot.lease import Lease
from bot.channels.wecom.codes import BAD_BOT

HEARTBEAT = 20.0
"""Seconds; the platform asks for 30, and the lease is prolonged at the same time."""
NOT_OURS = 10.0
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0
THROWN_OUT_PAUSE = 60.0
REJECTED_PAUSE = 300.0

log = logging.getLogger(__name__)
Hear = Callable[[Frame], None]
"""Gets a frame while the connection waits: it must not ask the connection for anything."""


class ThrownOut(Exception):
    """Somebody opened another connection with the same id and secret."""


@dataclass(frozen=True, slots=True)
class Account:
    """What the AI bot's page shows: id, secret, and the address of the long connection."""

    bot_id: str
    secret: str
    url: str


class Keeper:
    """`run` until cancelled. `hear` gets every frame of the platform's own. `ids` gives request ids."""

    def __init__(
        self,
        account: Account,
        lease: Lease,
        hear: Hear,
        ids: Callable[[], str],
        *,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._account = account
        self._lease = lease
        self._hear = hear
        self._ids = ids
        self._pause = pause
        self._failures = 0
        self.connection: Connection | None = None

    @property
    def is_elsewhere(self) -> bool:
        """Another replica has the connection; otherwise it is here, or down."""
        return self._lease.is_elsewhere()

    async def run(self) -> None:
        try:
            while True:
                await self._pause(await self.step())
        finally:
            with suppress(Exception):  # the lease runs out by itself
                self._lease.give_back()

    async def step(self) -> float:
        """One connection from its opening to its end, if it is ours to open; seconds until the next."""
        try:
            if not self._lease.take():
                return NOT_OURS
            await self._connected()
        except ThrownOut:
            # Coming back at once would throw the other out, and so on for ever.
            _warn(
                "bot_thrown_out", "another program opened the AI bot's connection: let only one of them run"
            )
            return THROWN_OUT_PAUSE
        except ApiError as error:
            _warn("bot_rejected", f"the AI bot was refused: {error}")
            return REJECTED_PAUSE if error.code in BAD_BOT else self._later()
        except Unreachable as error:
            _warn("bot_unreachable", f"no connection of the AI bot: {error}")
        except Exception as error:  # the database may be back at the next look
            _warn("bot_connection_failed", f"the AI bot's connection failed: {type(error).__name__}")
        return self._later()

    def _later(self) -> float:
        self._failures += 1
        return min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(self._failures - 1, 10))

    async def _connected(self) -> None:
        connection = await dial(self._account.url, self._ids)
        reading = asyncio.create_task(self._read(connection))
        beating: asyncio.Task[None] | None = None
        try:
            await subscribe(connection, self._account)
            self.connection, self._failures = connection, 0
            beating = asyncio.create_task(self._beat(connection))
            await asyncio.wait({reading, beating}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.connection = None
            await _ended(connection, reading, beating)
        for task in (reading, beating):
            if not task.cancelled() and (error := task.exception()):
                raise error

    async def _read(self, connection: Connection) -> None:
        async for frame in connection.frames():
            if _is_thrown_out(frame):
                raise ThrownOut
            try:
                self._hear(frame)
            except Exception as error:  # its message may quote what a person wrote
                log.error("frame not taken: %s", type(error).__name__, extra={"action": "take_failed"})

    async def _beat(self, connection: Connection) -> None:
        """Ends with an error where the platform does not answer or the lease is lost."""
        while True:
            await self._pause(HEARTBEAT)
            if not self._lease.take():
                raise Unreachable("the lease went to another process")
            await connection.request("ping")


async def subscribe(connection: Connection, account: Account) -> None:
    """Shows who we are. Raises ApiError or Unreachable."""
    await connection.request("aibot_subscribe", {"bot_id": account.bot_id, "secret": account.secret})


async def _ended(connection: Connection, *tasks: asyncio.Task[None] | None) -> None:
    with suppress(Exception):
        await connection.close()
    running = [task for task in tasks if task is not None]
    for task in running:
        task.cancel()
    await asyncio.wait(running)


def _is_thrown_out(frame: Frame) -> bool:
    event = frame.body.get("event")
    return isinstance(event, dict) and event.get("eventtype") == "disconnected_event"


def _warn(action: str, text: str) -> None:
    log.warning(text, extra={"action": action})
