"""Opens WeCom: the application with its door and page, the groups' robots, the AI bot's long connection."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.app import random_id
from bot.channels.finding import Finding
from bot.channels.tencent.sealing import KeyMalformed, Sealer
from bot.channels.tencent.token import MemoryShelf, SharedShelf
from bot.channels.wecom import door, places
from bot.channels.wecom.aibot.bot import BotWay
from bot.channels.wecom.aibot.hearing import Hearing
from bot.channels.wecom.aibot.inbound import Reader as BotReader
from bot.channels.wecom.aibot.keeper import Account, Keeper
from bot.channels.wecom.aibot.lease import Lease
from bot.channels.wecom.app import AppWay
from bot.channels.wecom.binding import bind_robots
from bot.channels.wecom.budget import Budget
from bot.channels.wecom.cards import Cards
from bot.channels.wecom.check import Subject, check
from bot.channels.wecom.client import Client
from bot.channels.wecom.inbound import Reader
from bot.channels.wecom.knock import Callback
from bot.channels.wecom.media import Shelf
from bot.channels.wecom.mentions import Calls
from bot.channels.wecom.outbound import Ways, WecomChannel
from bot.channels.wecom.page import doors
from bot.channels.wecom.page.signer import Signer
from bot.channels.wecom.robot import RobotWay, Webhook
from bot.cli.faults import Mendable
from bot.clock import real_now
from bot.messages import Incoming

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.config.environment import WecomKeys
    from bot.server import Server
    from storage import Storage

Clock = Callable[[], datetime]


def card_id() -> str:
    """24 hexadecimal characters: 96 bits that nobody guesses."""
    return secrets.token_hex(12)


class Wecom:
    """What the settings have of WeCom. `clock` is the desk's; `owner` names this process. Raises Mendable."""

    def __init__(
        self,
        settings: Settings,
        storage: Storage,
        clock: Clock = real_now,
        owner: str = "",
    ) -> None:
        keys = settings.environment.wecom
        self._settings, self._storage, self._clock, self._keys = settings, storage, clock, keys
        self._account = places.account_name(keys.corp_id, keys.agent_id, keys.bot_id)
        self._take: door.Take | None = None
        self._cards = Cards(storage.begin, self._account, clock)
        self._client = _application(keys, SharedShelf(storage.begin, "wecom", self._account), clock)
        self._sealer = _sealer(keys) if self._client else None
        self._robots = _robots(keys, clock)
        self._keeper = self._bot_keeper(owner or random_id()) if keys.bot_id else None
        self._ways = self._made_ways()
        self.channel = WecomChannel(self._account, self._ways, client=self._client)

    def open(self, server: Server) -> Sequence[Coroutine[Any, Any, None]]:
        """Gives groups their robots, puts up the doors; returns what has to run besides."""
        with self._storage.begin() as work:
            bind_robots(work.people, self._settings, self._account, self._robots)
            work.commit()
        self._take = server.take
        if self._client is not None and self._sealer is not None:
            server.doors.append(door.router(self._door(self._sealer, server)))
            if self._page:
                server.doors.append(doors.router(self._house(self._client, server)))
        return [self._keeper.run()] if self._keeper else []

    async def close(self) -> None:
        for one in (self._client, *self._robots.values()):
            if one is not None:
                await one.close()

    @property
    def _page(self) -> str:
        """The public address of the cards' page, "" where it cannot be: it needs an application and a key to sign with."""
        settings = self._settings
        signs = bool(settings.environment.secret_key.get_secret_value())
        ready = self._client is not None and settings.public_url and signs
        return settings.public_url.rstrip("/") + doors.PATH if ready else ""

    def _made_ways(self) -> Ways:
        shelf = Shelf(self._settings.media)
        budget = Budget(self._storage.begin, self._account, self._clock)
        calls = Calls(self._storage.begin, self._settings, self._account, self._clock)
        cards, page = self._cards, self._page
        app = AppWay(self._client, shelf, cards, budget, card_id) if self._client else None
        robot = RobotWay(self._robots, shelf, cards, budget, card_id, page=page, mentions=calls)
        bot = (
            BotWay(self._keeper, shelf, cards, budget, card_id, page=page, mentions=calls)
            if self._keeper
            else None
        )
        return Ways(app, robot if self._robots else None, bot)

    def _bot_keeper(self, owner: str) -> Keeper:
        lease = Lease(self._storage.begin, f"wecom:{self._keys.bot_id}", owner, real_now)
        reader = BotReader(self._account, self._cards.recent)
        hearing = Hearing(reader, self._hand_on, self._tapped, self._clock)
        return Keeper(_bot(self._keys), lease, hearing.hear, card_id)

    def _hand_on(self, batch: Sequence[Incoming]) -> None:
        if self._take is not None:
            self._take(batch)

    def _tapped(self, card: str, request: str) -> None:
        if self._ways.bot is not None:
            self._ways.bot.tapped(card, request)

    def _door(self, sealer: Sealer, server: Server) -> door.Door:
        keys = self._keys
        reader = Reader(self._account, keys.corp_id, keys.agent_id)
        token = keys.token.get_secret_value()
        return door.Door(token, sealer, reader, self._cards, server.take, real_now, self._clock)

    def _house(self, client: Client, server: Server) -> doors.House:
        return doors.House(
            account=self._account,
            client=client,
            cards=self._cards,
            answers=self.channel.answers,
            signer=Signer(self._settings.environment.secret_key.get_secret_value()),
            public_url=self._settings.public_url,
            take=server.take,
            is_staff=self._is_staff,
            ids=card_id,
            now=self._clock,
            real_now=real_now,
        )

    def _is_staff(self, userid: str) -> bool:
        with self._storage.begin() as work:
            known = work.people.identity(places.CHANNEL, self._account, userid)
        return known is not None and known.staff_id is not None


async def findings(settings: Settings, *, bot_runs: bool = False) -> list[Finding]:
    """What `huiyin check --online` finds. `bot_runs`: a server holds the AI bot's connection just now."""
    keys = settings.environment.wecom
    client = _application(keys, MemoryShelf(), real_now)
    robots = _robots(keys, real_now)
    signs = bool(settings.environment.secret_key.get_secret_value())
    bot = _bot(keys) if keys.bot_id else None
    try:
        subject = Subject(client, robots, bot, settings.public_url, signs, bot_runs, _callback(keys))
        return await check(subject, real_now(), online=True)
    finally:
        for one in (client, *robots.values()):
            if one is not None:
                await one.close()


def bot_runs(storage: Storage, settings: Settings) -> bool:
    """Whether a server holds the AI bot's connection just now."""
    with storage.begin() as work:
        return bool(work.leases.holder(f"wecom:{settings.environment.wecom.bot_id}", real_now()))


def _application(keys: WecomKeys, shelf: SharedShelf | MemoryShelf, clock: Clock) -> Client | None:
    if not (keys.corp_id and keys.agent_id):
        return None
    secret = keys.secret.get_secret_value()
    return Client(keys.corp_id, keys.agent_id, secret, keys.api, shelf, clock)


def _robots(keys: WecomKeys, clock: Clock) -> Mapping[str, Webhook]:
    return {
        name: Webhook(address.get_secret_value(), keys.api, clock) for name, address in keys.robots.items()
    }


def _bot(keys: WecomKeys) -> Account:
    return Account(keys.bot_id, keys.bot_secret.get_secret_value(), keys.bot_url)


def _callback(keys: WecomKeys) -> Callback | None:
    """None without an application: the AI bot calls nobody's door."""
    if not (keys.corp_id and keys.agent_id):
        return None
    known = [key.get_secret_value() for key in (keys.aes_key, keys.aes_key_previous)]
    return Callback(keys.token.get_secret_value(), keys.corp_id, known)


def _sealer(keys: WecomKeys) -> Sealer:
    known = [key.get_secret_value() for key in (keys.aes_key, keys.aes_key_previous)]
    try:
        return Sealer(keys.token.get_secret_value(), keys.corp_id, known)
    except KeyMalformed as error:
        raise Mendable(f"HUIYIN_WECOM_AES_KEY: {error}") from None
