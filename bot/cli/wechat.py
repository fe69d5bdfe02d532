"""Opens the official account: its door, its channel, and what both have to know of one another."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.app import random_id
from bot.channels.finding import Finding
from bot.channels.tencent.arrivals import Arrivals
from bot.channels.tencent.sealing import KeyMalformed, Sealer
from bot.channels.tencent.token import MemoryShelf, SharedShelf
from bot.channels.wechat import menu
from bot.channels.wechat.check import check
from bot.channels.wechat.choices import Offered
from bot.channels.wechat.client import Client
from bot.channels.wechat.door import House, router
from bot.channels.wechat.keeping import keep_quota
from bot.channels.wechat.outbound import Means, WechatChannel
from bot.channels.wechat.pictures import Album
from bot.channels.wechat.quota import Quota
from bot.channels.wechat.service import Service
from bot.channels.wechat.subject import Subject
from bot.channels.wechat.template import Templates
from bot.channels.wechat.travelling import Gathering
from bot.channels.wechat.waiting import PassiveReplies
from bot.cli.faults import Mendable
from bot.clock import real_now

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.config.environment import WechatKeys
    from bot.messages import Outgoing
    from bot.server import Server
    from storage import Storage

JUST_AFTER = 0.03
"""Seconds behind the end of a story's pause."""


class Wechat:
    """The account of the settings. `clock` is the desk's; `owner` names this process. Raises Mendable for a key that cannot be one."""

    def __init__(
        self,
        settings: Settings,
        storage: Storage,
        clock: Callable[[], datetime] = real_now,
        owner: str = "",
    ) -> None:
        self._keys, self._entry = settings.environment.wechat, settings.channels.wechat
        self._clock = clock
        self._server: Server | None = None
        self._sealer = _sealer(self._keys)
        account = self._keys.app_id
        self._client = client_of(self._keys, SharedShelf(storage.begin, "wechat", account), clock)
        self._quota = Quota(storage.begin, account, clock)
        self._offered = Offered(storage.begin, account, clock)
        pauses = {c.policy.story_pause.total_seconds() for c in settings.communities} - {0.0}
        self._replies = PassiveReplies(nudge=self._tick, nudges=[pause + JUST_AFTER for pause in pauses])
        self.channel = self._channel(settings, storage, owner or random_id())

    def _channel(self, settings: Settings, storage: Storage, owner: str) -> WechatChannel:
        zone = settings.community_of(self._entry).zone
        album = Album(settings.media) if self._entry.certified else None
        gathering = Gathering(storage.begin, owner, self._clock, self._offered, album)
        service = Service(self._client, self._quota, album) if album else None
        news = self._entry.templates.get("news") if album else None
        templates = Templates(self._client, news, lambda: self._clock().astimezone(zone)) if news else None
        means = Means(self._replies, gathering, service, templates)
        return WechatChannel(self._client, means, self._unreached)

    def open(self, server: Server) -> Sequence[Coroutine[Any, Any, None]]:
        """Puts up its door; returns what has to run besides."""
        self._server = server
        house = House(
            token=self._keys.token.get_secret_value(),
            account=self._keys.app_id,
            sealer=self._sealer,
            replies=self._replies,
            quota=self._quota,
            offered=self._offered,
            arrivals=Arrivals(server.take),
            now=self._clock,
            real_now=real_now,
            certified=self._entry.certified,
        )
        server.doors.append(router(house))
        return [keep_quota(self._quota.flush)]

    async def close(self) -> None:
        self._quota.flush()
        await self._client.close()

    def _tick(self) -> None:
        if self._server is not None:
            self._server.tick()

    def _unreached(self, message: Outgoing, reason: str) -> None:
        if self._server is not None:
            self._server.unreached(message, reason)


async def findings(settings: Settings, *, apply: bool = False) -> list[Finding]:
    """What `huiyin check --online` finds; `apply` also puts the menu up."""
    keys, entry = settings.environment.wechat, settings.channels.wechat
    client = client_of(keys, MemoryShelf(), real_now)
    subject = Subject(
        client,
        keys.token.get_secret_value(),
        [key.get_secret_value() for key in (keys.aes_key, keys.aes_key_previous)],
        settings.public_url,
        entry.certified,
        [template.id for template in entry.templates.values()],
    )
    try:
        refused = await menu.applied(client) if apply and entry.certified else ""
        found = await check(subject, real_now(), online=True)
    finally:
        await client.close()
    return [*([Finding(refused)] if refused else []), *found]


def client_of(keys: WechatKeys, shelf: SharedShelf | MemoryShelf, clock: Callable[[], datetime]) -> Client:
    return Client(keys.app_id, keys.app_secret.get_secret_value(), keys.api, shelf, clock)


def _sealer(keys: WechatKeys) -> Sealer:
    secrets = [key.get_secret_value() for key in (keys.aes_key, keys.aes_key_previous)]
    try:
        return Sealer(keys.token.get_secret_value(), keys.app_id, secrets)
    except KeyMalformed as error:
        raise Mendable(f"HUIYIN_WECHAT_AES_KEY: {error}") from None
