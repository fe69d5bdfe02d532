"""The office with the AI bot's long connection open."""

from __future__ import annotations

import asyncio
import base64
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.wecom.aibot.bot import BotWay
from bot.channels.wecom.aibot.hearing import Hearing
from bot.channels.wecom.aibot.inbound import Reader
from bot.channels.wecom.aibot.keeper import HEARTBEAT, Account, Keeper
from bot.channels.wecom.aibot.lease import Lease
from bot.channels.wecom.app import AppWay
from bot.channels.wecom.budget import Budget
from bot.channels.wecom.media import Shelf
from bot.channels.wecom.outbound import Ways, WecomChannel
from bot.messages import Incoming
from bot.outbox.delivery import Pace
from bot.simulation.platforms.serving import serving
from bot.simulation.platforms.wecom import LongLine, Voice
from bot.simulation.platforms.wecom.double import ACCOUNT
from bot.simulation.platforms.wecom.longline import BOT_ID, BOT_SECRET
from tests.channels.wecom.office import PAGE, Office

KEY = bytes(range(32))


class Pauses:
    """Pauses end when the test says so."""

    def __init__(self) -> None:
        self._waiting: dict[float, list[asyncio.Future[None]]] = defaultdict(list)
        self._begun: dict[float, asyncio.Event] = defaultdict(asyncio.Event)

    async def __call__(self, seconds: float) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[seconds].append(future)
        self._begun[seconds].set()
        await future

    async def begun(self, seconds: float) -> None:
        """Until somebody pauses for so long."""
        await self._begun[seconds].wait()

    def end(self, seconds: float) -> None:
        self._begun[seconds].clear()
        for future in self._waiting.pop(seconds, []):
            if not future.done():
                future.set_result(None)


@dataclass
class BotOffice:
    """`seconds` is what the channel's stopwatch shows. `sealed`: files that people sent, by name."""

    office: Office
    line: LongLine
    channel: WecomChannel
    keeper: Keeper
    pauses: Pauses
    sealed: dict[str, bytes]
    origin: str
    seconds: float = 0.0
    arrived: asyncio.Queue[Incoming] = field(default_factory=asyncio.Queue)

    async def says(self, who: Voice, text: str, *, inside: bool = False, quote: str = "") -> Incoming:
        """What came of it."""
        await self.line.calls(who, text, inside=self.office.works if inside else None, quote=quote)
        return await self.arrived.get()

    async def taps(self, who: Voice, label: str, *, inside: bool = False) -> Incoming:
        await self.line.taps_card(who, label, inside=self.office.works if inside else None)
        return await self.arrived.get()

    async def sends_sealed(self, who: Voice, content: bytes) -> Incoming:
        """A picture, encrypted as the platform does it."""
        filled = 32 - len(content) % 32
        turned = Cipher(algorithms.AES(KEY), modes.CBC(KEY[:16])).encryptor()
        self.sealed["1"] = turned.update(content + bytes([filled]) * filled) + turned.finalize()
        image = {"url": f"{self.origin}/1", "aeskey": base64.b64encode(KEY).decode().rstrip("=")}
        await self.line.sends(who, {"msgtype": "image", "image": image})
        return await self.arrived.get()

    async def paused(self, seconds: float) -> None:
        await self.pauses.begun(seconds)

    def passes(self, seconds: float) -> None:
        self.pauses.end(seconds)

    def take(self, batch: Sequence[Incoming]) -> None:
        before = len(self.office.kept)
        self.office.take(batch)
        for incoming in self.office.kept[before:]:
            self.arrived.put_nowait(incoming)


@asynccontextmanager
async def open_bot_office(office: Office) -> AsyncIterator[BotOffice]:
    line, pauses, sealed = LongLine(office.wecom.state), Pauses(), dict[str, bytes]()
    numbers = count(1)

    def ids() -> str:
        return f"{next(numbers):024x}"

    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(line.serving())
        origin = await stack.enter_async_context(serving(_files(sealed)))
        shelf, budget = Shelf(office.media), Budget(office.storage.begin, ACCOUNT, office.clock)
        lease = Lease(office.storage.begin, "wecom:bot", "this", office.clock)
        found: list[BotOffice] = []
        hearing = Hearing(
            Reader(ACCOUNT, office.cards.recent),
            lambda batch: found[0].take(batch),
            lambda card, request: bot.tapped(card, request),
            office.clock,
            pause=pauses,
        )
        keeper = Keeper(Account(BOT_ID, BOT_SECRET, url), lease, hearing.hear, ids, pause=pauses)
        bot = BotWay(keeper, shelf, office.cards, budget, ids, page=PAGE, elapsed=lambda: found[0].seconds)
        app = AppWay(office.client, shelf, office.cards, budget, ids)
        channel = WecomChannel(ACCOUNT, Ways(app, bot=bot), client=office.client, pace=Pace())
        found.append(BotOffice(office, line, channel, keeper, pauses, sealed, origin))
        running = asyncio.create_task(keeper.run())
        await pauses.begun(HEARTBEAT)
        yield found[0]
        running.cancel()
        await asyncio.wait([running])


def _files(sealed: dict[str, bytes]) -> Any:
    async def file(request: Request) -> Response:
        content = sealed.get(request.path_params["name"])
        return Response(content) if content is not None else Response(status_code=403)

    return Starlette(routes=[Route("/{name}", file)])
