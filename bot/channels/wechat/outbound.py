"""What the desk says, on WeChat.

A request of the person that still waits carries it (the passive reply); else a customer-service message while the
quota lasts; else a template announces it, and the words are held until the person writes again. Where no template
goes out either, staff see on the ticket that the person was not reached.

WeChat cannot change a message. An edit is told only to somebody who waits for an answer: it is what their own act
brought; anybody else's card stays as it is. The short answer to a tap is told if it has words and somebody waits.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.channels.tencent.codes import ApiError, Unreachable
from bot.channels.wechat import media
from bot.channels.wechat.batch import Batch
from bot.channels.wechat.client import Client
from bot.channels.wechat.codes import CODES
from bot.channels.wechat.inbound import NAME
from bot.channels.wechat.ports import Work
from bot.channels.wechat.service import Service
from bot.channels.wechat.template import Templates
from bot.channels.wechat.travelling import Gathering, Party
from bot.channels.wechat.waiting import GAP, PassiveReplies, Waiting
from bot.channels.wechat.words import word
from bot.messages import Address, Attachment, Outgoing
from bot.outbox.delivery import DeliveryError, Pace

log = logging.getLogger(__name__)

REMEMBERED = 256
BEYOND = "the person cannot be reached until they write"

Unreached = Callable[[Outgoing, str], None]
"""Tells staff that a message is held because its person cannot be reached now."""


def nobody_told(message: Outgoing, reason: str) -> None:
    """For a desk without staff to tell."""


@dataclass(frozen=True, slots=True)
class Means:
    """The ways to a person. Without certification `service` and `templates` are None: passive replies alone."""

    replies: PassiveReplies
    gathering: Gathering
    service: Service | None = None
    templates: Templates | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a message has arrived: a later attempt goes on behind it, alone."""

    pieces: int = 0
    photos: int = 0

    @property
    def has_begun(self) -> bool:
        return self != _NOTHING

    def is_all(self, batch: Batch) -> bool:
        return self.pieces >= len(batch.pieces) and self.photos >= len(batch.photos)


_NOTHING = Progress()


class WechatChannel:
    """The Channel of one official account. Sending raises DeliveryError, whose reason carries no secret."""

    def __init__(self, client: Client, means: Means, unreached: Unreached = nobody_told) -> None:
        self.name = NAME
        self.account = client.account
        self.pace = Pace()
        self._client = client
        self._means = means
        self._unreached = unreached
        self._begun: dict[Outgoing, Progress] = {}
        self._ready: dict[Outgoing, Party] = {}

    def prepare(self, work: Work, message: Outgoing) -> None:
        """Gathers what a waiting request will carry, in the transaction that claims it."""
        self._ready.pop(message, None)
        if message.sort == "notice" or self._progress(message).has_begun:
            return
        if self._means.replies.current(message.to.chat) is None:
            return
        try:
            self._ready[message] = self._means.gathering.gathered(work, message, edits=True)
        except Exception as error:  # it must not keep back what was claimed beside it; `send` finds it again
            log.warning("not prepared: %s", type(error).__name__, extra={"action": "not_prepared"})

    async def send(self, message: Outgoing, platform_id: str) -> str:
        """Deliver, together with what else is due for the person. A passive reply has no id: ""."""
        waiting, ready = self._means.replies.current(message.to.chat), self._ready.pop(message, None)
        if message.sort == "notice":
            if waiting is not None and message.text.strip():
                await waiting.carry(message.text.strip())
            return ""
        if waiting is not None and await self._with_request(message, waiting, ready):
            return ""
        if waiting is None and ready is not None:  # the request has gone meanwhile
            await self._means.gathering.settle(ready, sent=False)
        if message.sort != "edit":
            await self._beside(message)
        return platform_id

    async def fetch(self, attachment: Attachment) -> bytes:
        """The content of something a person sent, within three days."""
        return await media.download(self._client, attachment)

    def is_group(self, address: Address) -> bool:
        """An official account only ever speaks with one person."""
        return False

    async def _with_request(self, message: Outgoing, waiting: Waiting, ready: Party | None) -> bool:
        """Whether the request that waits has carried all of it."""
        gathering, progress = self._means.gathering, self._progress(message)
        party = ready or await gathering.gather(message, edits=True, alone=progress.has_begun)
        batch, carried = party.batch, False
        try:
            if progress.pieces < len(batch.pieces):
                text = self._piece(batch, progress.pieces)
                carried = await waiting.carry(text, important=batch.important)
        finally:
            await gathering.settle(party, sent=carried)
        if carried:
            progress = replace(progress, pieces=progress.pieces + 1)
        return self._is_done(message, progress, batch)

    def _piece(self, batch: Batch, number: int) -> str:
        text = batch.pieces[number]
        is_last = number + 1 == len(batch.pieces)
        if self._means.service is not None or is_last:
            return text
        return f"{text}{GAP}{word('more', batch.language)}"

    async def _beside(self, message: Outgoing) -> None:
        """By customer-service messages, each of which counts."""
        gathering, progress = self._means.gathering, self._progress(message)
        party = await gathering.gather(message, alone=progress.has_begun)
        batch, failure = party.batch, ""
        if not batch.pieces and not batch.photos:
            raise DeliveryError("There is nothing to send", permanent=True)
        try:
            while not self._is_done(message, progress, batch):
                progress = await self._next(message.to.chat, batch, progress)
        except DeliveryError as error:
            found = await self._announced(batch, error, told=progress.has_begun)
            failure = found.reason if found.hold else ""
            raise found from None
        finally:
            await gathering.settle(party, sent=progress.pieces > 0, hold=failure)

    async def _next(self, chat: str, batch: Batch, progress: Progress) -> Progress:
        service = self._means.service
        if service is None:
            raise DeliveryError(BEYOND, hold=True)
        if progress.pieces < len(batch.pieces):
            await service.say(chat, batch, progress.pieces)
            return replace(progress, pieces=progress.pieces + 1)
        await service.show(chat, batch.photos[progress.photos])
        return replace(progress, photos=progress.photos + 1)

    async def _announced(self, batch: Batch, error: DeliveryError, *, told: bool) -> DeliveryError:
        """Where nothing goes any more, a template says that there is news; else staff are told."""
        if not error.hold or told:
            return error
        if self._means.service is None:
            if batch.important:
                self._tell_staff(batch)
            return error
        try:
            announced = await self._by_template(batch)
        except (ApiError, Unreachable) as refusal:
            return CODES.verdict(refusal)
        if not announced:
            self._tell_staff(batch)
        return error

    async def _by_template(self, batch: Batch) -> bool:
        """Only where the window is closed: inside it the person wrote a short while ago and will write again."""
        templates, service, chat = self._means.templates, self._means.service, batch.messages[0].to.chat
        if templates is None or service is None or service.is_open(chat):
            return False
        return await templates.announce(chat, batch.body)

    def _tell_staff(self, batch: Batch) -> None:
        tickets = {message.ticket_id: message for message in reversed(batch.messages)}
        for ticket_id, message in tickets.items():
            if ticket_id is not None:
                self._unreached(message, BEYOND)

    def _progress(self, message: Outgoing) -> Progress:
        return self._begun.get(message, _NOTHING)

    def _is_done(self, message: Outgoing, progress: Progress, batch: Batch) -> bool:
        """Remembers how far it is; forgets it when all has arrived."""
        if progress.is_all(batch):
            self._begun.pop(message, None)
            return True
        if progress.has_begun:
            self._begun[message] = progress
            while len(self._begun) > REMEMBERED:
                self._begun.pop(next(iter(self._begun)))
        return False
