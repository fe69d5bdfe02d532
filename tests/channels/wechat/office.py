"""The desk's side of the tests: a door, a channel and a dispatcher over a database, answering as it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from bot.channels.tencent.arrivals import Arrivals
from bot.channels.tencent.sealing import Sealer
from bot.channels.tencent.token import SharedShelf
from bot.channels.wechat.choices import Offered
from bot.channels.wechat.client import Client
from bot.channels.wechat.door import House, router
from bot.channels.wechat.outbound import Means, WechatChannel
from bot.channels.wechat.pictures import Album
from bot.channels.wechat.quota import Quota
from bot.channels.wechat.service import Service
from bot.channels.wechat.template import Templates
from bot.channels.wechat.travelling import Gathering
from bot.channels.wechat.waiting import PassiveReplies
from bot.clock import real_now
from bot.config.channels import WechatTemplate
from bot.messages import Address, Button, Incoming, Outgoing
from bot.outbox.dispatcher import Dispatcher
from bot.simulation.platforms.serving import serving
from bot.simulation.platforms.wechat import Voice, WechatDouble
from bot.simulation.platforms.wechat.double import AES_KEY
from storage import Storage, UnitOfWork
from tests.channels.clock import Clock

NEWS = WechatTemplate(
    id="TEMPLATE-1", fields={"character_string1": "number", "thing2": "text", "time3": "time"}
)
FORMER_KEY = "zyxwvutsrqponmlkjihgfedcba9876543210ZYXWVUT"


@dataclass
class Office:
    """`answers` are queued when the next message comes in. `kept` is all that came in, `unreached` what staff heard."""

    wechat: WechatDouble
    storage: Storage
    clock: Clock
    client: Client
    channel: WechatChannel
    quota: Quota
    replies: PassiveReplies
    dispatcher: Dispatcher[UnitOfWork]
    kept: list[Incoming] = field(default_factory=list)
    unreached: list[str] = field(default_factory=list)
    answers: list[Outgoing] = field(default_factory=list)
    failing: bool = False
    arrived: asyncio.Queue[Incoming] = field(default_factory=asyncio.Queue)
    _sending: set[asyncio.Task[int]] = field(default_factory=set)

    def take(self, batch: Sequence[Incoming]) -> None:
        if self.failing:
            raise OSError("the disk is full")
        with self.storage.begin() as work:
            for incoming in batch:
                if work.inbox.take(incoming, self.clock(), handled=True):
                    self.kept.append(incoming)
                    self.arrived.put_nowait(incoming)
                    work.queue.release(incoming.address, self.clock())
                    work.outbox.put(self.answers, self.clock())
                    self.answers = []
            work.commit()
        self.delivers()

    def delivers(self) -> None:
        """The dispatcher wakes up."""
        task = asyncio.create_task(self.dispatcher.deliver_due(self.clock()))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def sends(self, *messages: Outgoing) -> None:
        """Queued and delivered, as far as it goes."""
        with self.storage.begin() as work:
            work.outbox.put(messages, self.clock())
            work.commit()
        await self.dispatcher.deliver_due(self.clock())

    async def rests(self) -> None:
        """Until nothing is on its way."""
        while sending := [*self._sending]:
            await asyncio.gather(*sending)  # which from Python 3.12 on gives way to nobody where all are done
            self._sending.difference_update(sending)

    def states(self) -> list[str]:
        """What became of the messages, oldest first."""
        kinds: Any = ("waiting", "held", "sent", "dead", "expired", "merged")
        with self.storage.begin() as work:
            return [envelope.state for envelope in work.queue.listing(kinds, 100)]


def to(who: Voice | str, text: str = "", *labels: str, **more: Any) -> Outgoing:
    """A message; the token of a button is `t:` and its number."""
    openid = who if isinstance(who, str) else who.openid
    row = tuple(Button(label, token=f"t:{n}") for n, label in enumerate(labels))
    address = Address("wechat", "wx0000000000000001", openid)
    return Outgoing(address, text, buttons=(row,) if row else (), **more)


def _means(
    office: Mapping[str, Any], storage: Storage, clock: Clock, media: Path, *, certified: bool, template: bool
) -> Means:
    offered = Offered(storage.begin, office["account"], clock)
    album = Album(media) if certified else None
    gathering = Gathering(storage.begin, "office", clock, offered, album)
    service = Service(office["client"], office["quota"], album) if album else None
    templates = Templates(office["client"], NEWS, clock) if template and certified else None
    return Means(office["replies"], gathering, service, templates)


@asynccontextmanager
async def open_office(
    media: Path,
    *,
    certified: bool = True,
    template: bool = True,
    patience: float = 4.3,
    aes_key: str = AES_KEY,
) -> AsyncIterator[Office]:
    clock = Clock()
    wechat = WechatDouble(now=clock, aes_key=aes_key)
    wechat.state.templates[NEWS.id] = tuple(NEWS.fields)
    storage, account = Storage.memory(), wechat.state.app_id
    async with serving(wechat.app) as origin:
        shelf = SharedShelf(storage.begin, "wechat", account)
        client = Client(account, wechat.state.secret, origin, shelf, clock)
        quota, replies = Quota(storage.begin, account, clock), PassiveReplies(patience=patience)
        parts = {"account": account, "client": client, "quota": quota, "replies": replies}
        means = _means(parts, storage, clock, media, certified=certified, template=template)
        unreached: list[str] = []
        channel = WechatChannel(client, means, lambda message, reason: unreached.append(message.text))
        dispatcher = Dispatcher(storage.begin, [channel], owner="office")
        office = Office(
            wechat, storage, clock, client, channel, quota, replies, dispatcher, unreached=unreached
        )
        wechat.lead_to(_doors(office, Offered(storage.begin, account, clock), certified=certified))
        yield office
        await wechat.close()
        await office.rests()
        await client.close()
    storage.close()


def _doors(office: Office, offered: Offered, *, certified: bool) -> FastAPI:
    wechat = office.wechat
    keys = [wechat.line.seal.key] if wechat.line.seal else []
    house = House(
        token=wechat.line.token,
        account=wechat.state.app_id,
        sealer=Sealer(wechat.line.token, wechat.state.app_id, [*keys, FORMER_KEY]),
        replies=office.replies,
        quota=office.quota,
        offered=offered,
        arrivals=Arrivals(office.take),
        now=office.clock,
        real_now=real_now,
        certified=certified,
    )
    doors = FastAPI()
    doors.include_router(router(house))
    return doors


def old(office: Office) -> None:
    """The line's clock is six minutes behind."""
    office.wechat.line = replace(office.wechat.line, real_now=lambda: real_now() - timedelta(minutes=6))
