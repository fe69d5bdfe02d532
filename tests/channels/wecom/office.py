"""The desk's side of the tests: ways, door and page over a database, with what came in and a dispatcher."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from bot.channels.tencent.sealing import Sealer
from bot.channels.tencent.token import SharedShelf
from bot.channels.wecom import door
from bot.channels.wecom.app import AppWay
from bot.channels.wecom.budget import Budget
from bot.channels.wecom.cards import Cards
from bot.channels.wecom.client import Client
from bot.channels.wecom.inbound import Reader
from bot.channels.wecom.media import Shelf
from bot.channels.wecom.outbound import Ways, WecomChannel
from bot.channels.wecom.page import doors
from bot.channels.wecom.page.signer import Signer
from bot.channels.wecom.robot import RobotWay, Webhook
from bot.clock import real_now
from bot.messages import Address, Button, Incoming, Outgoing
from bot.outbox.delivery import Pace
from bot.outbox.dispatcher import Dispatcher
from bot.simulation.platforms.serving import serving
from bot.simulation.platforms.wecom import Group, Voice, WecomDouble
from bot.simulation.platforms.wecom.double import ACCOUNT, AES_KEY, AGENT_ID, CORP_ID, NOON, SECRET, TOKEN
from storage import Storage, UnitOfWork

PAGE = "https://desk.example/wecom/card"
ROBOT = "robot:FACILITIES"
FORMER_KEY = "zyxwvutsrqponmlkjihgfedcba9876543210ZYXWVUT"


class Clock:
    def __init__(self) -> None:
        self.now = NOON
        self.ahead = timedelta()

    def __call__(self) -> Any:
        return self.now

    def real(self) -> Any:
        """The machine's clock, which logins and signatures follow."""
        return real_now() + self.ahead

    def passes(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass
class Office:
    """`kept` is all that came in; `failing` makes the inbox refuse. `works` has the robot of FACILITIES."""

    wecom: WecomDouble
    storage: Storage
    clock: Clock
    client: Client
    cards: Cards
    channel: WecomChannel
    works: Group
    origin: str
    media: Path
    kept: list[Incoming] = field(default_factory=list)
    staff: set[str] = field(default_factory=lambda: {"laoli"})
    called: list[str] = field(default_factory=list)
    failing: bool = False
    answer: str | None = None
    """What the desk answers to a tap on the page."""

    def take(self, batch: Sequence[Incoming]) -> None:
        if self.failing:
            raise OSError(f"the disk is full: {batch[0].text}")
        with self.storage.begin() as work:
            fresh = [one for one in batch if work.inbox.take(one, self.clock(), handled=True)]
            work.commit()
        self.kept += fresh
        for one in fresh:
            if one.tap and self.answer is not None:
                self.channel.answers.give(one.tap, self.answer)

    async def sends(self, *messages: Outgoing) -> Dispatcher[UnitOfWork]:
        """Queued and delivered, as far as it goes."""
        with self.storage.begin() as work:
            work.outbox.put(messages, self.clock())
            work.commit()
        dispatcher: Dispatcher[UnitOfWork] = Dispatcher(self.storage.begin, [self.channel])
        await dispatcher.deliver_due(self.clock())
        return dispatcher

    def states(self) -> list[str]:
        """What became of the messages, oldest first."""
        kinds: Any = ("waiting", "held", "sent", "dead", "expired", "merged")
        with self.storage.begin() as work:
            return [envelope.state for envelope in work.queue.listing(kinds, 100)]


def to(who: Voice | str, text: str = "", *labels: str, **more: Any) -> Outgoing:
    """A message; the token of a button is `t:` and its number."""
    chat = who if isinstance(who, str) else who.userid
    row = tuple(Button(label, token=f"t:{n}") for n, label in enumerate(labels))
    return Outgoing(Address("wecom", ACCOUNT, chat), text, buttons=(row,) if row else (), **more)


@asynccontextmanager
async def open_office(folder: Path) -> AsyncIterator[Office]:
    clock = Clock()
    wecom = WecomDouble(now=clock)
    works = wecom.group("工程群")
    numbers = count(1)

    def ids() -> str:
        return f"{next(numbers):024x}"

    async with AsyncExitStack() as stack:
        origin = await stack.enter_async_context(serving(wecom.app))
        storage = Storage.memory()
        stack.callback(storage.close)
        client = Client(
            CORP_ID, AGENT_ID, SECRET, origin, SharedShelf(storage.begin, "wecom", ACCOUNT), clock
        )
        stack.push_async_callback(client.close)
        robot = Webhook(f"{origin}/cgi-bin/webhook/send?key={works.key}", "", clock)
        stack.push_async_callback(robot.close)
        cards = Cards(storage.begin, ACCOUNT, clock)
        shelf, budget = Shelf(folder), Budget(storage.begin, ACCOUNT, clock)
        called: list[str] = []
        ways = Ways(
            AppWay(client, shelf, cards, budget, ids),
            RobotWay({"FACILITIES": robot}, shelf, cards, budget, ids, page=PAGE, mentions=lambda *_: called),
        )
        channel = WecomChannel(ACCOUNT, ways, client=client, pace=Pace())
        office = Office(wecom, storage, clock, client, cards, channel, works, origin, folder, called=called)
        wecom.lead_to(_doors(office, ids))
        yield office


def _doors(office: Office, ids: Any) -> FastAPI:
    sealer = Sealer(TOKEN, CORP_ID, [AES_KEY, FORMER_KEY])
    reader = Reader(ACCOUNT, CORP_ID, AGENT_ID)
    house = doors.House(
        account=ACCOUNT,
        client=office.client,
        cards=office.cards,
        answers=office.channel.answers,
        signer=Signer("a-long-key-for-tests-and-nothing-else"),
        public_url="https://desk.example",
        take=office.take,
        is_staff=office.staff.__contains__,
        ids=ids,
        now=office.clock,
        real_now=office.clock.real,
        patience=0.05,
    )
    app = FastAPI()
    entrance = door.Door(TOKEN, sealer, reader, office.cards, office.take, real_now, office.clock)
    app.include_router(door.router(entrance))
    app.include_router(doors.router(house))
    return app
