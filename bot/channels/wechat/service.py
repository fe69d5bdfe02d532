"""Customer-service messages: a text, a text with choices to touch, a picture, as long as the quota lasts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.channels.tencent.codes import ApiError, Unreachable
from bot.channels.wechat.batch import Batch
from bot.channels.wechat.client import Client
from bot.channels.wechat.codes import CODES, QUOTA_USED, WINDOW_CLOSED, is_about_the_form
from bot.channels.wechat.pictures import Album
from bot.channels.wechat.quota import Quota
from bot.channels.wechat.words import word
from bot.messages import Attachment
from bot.outbox.delivery import DeliveryError

AT_ONCE = 20
"""Requests at the same time: fewer than the dispatcher has hands, so that a slow platform never keeps a passive reply."""
BUSY_PAUSE = 2.0


class Service:
    """Methods raise DeliveryError: `hold` where the window is closed or the quota used up."""

    def __init__(self, client: Client, quota: Quota, album: Album) -> None:
        self._client = client
        self._quota = quota
        self._album = album
        self._busy = 0

    def is_open(self, chat: str) -> bool:
        """Whether anything may be sent to the person now, as far as we know."""
        return self._quota.standing(chat).is_open

    async def say(self, chat: str, batch: Batch, number: int) -> None:
        """One piece of the batch's text; choices to touch under the last, if it is the only one."""
        pieces = batch.pieces
        if batch.choices and batch.body and len(pieces) == 1 and await self._offered(chat, batch):
            return
        await self._send(chat, lambda: self._client.say(chat, pieces[number]))

    async def show(self, chat: str, photo: Attachment) -> None:
        async def shown() -> None:
            await self._client.show(chat, await self._album.upload(self._client, photo))

        await self._send(chat, shown)

    async def _offered(self, chat: str, batch: Batch) -> bool:
        """False where the platform does not like the form: the plain text with numbers says the same."""
        numbered = not any(choice.label.isdecimal() for choice in batch.choices)
        listed = [
            (choice.token, f"{n} {choice.label}" if numbered else choice.label)
            for n, choice in enumerate(batch.choices, 1)
        ]
        tail = word("touch" if numbered else "tap", batch.language)
        try:
            await self._send(chat, lambda: self._client.offer(chat, batch.body, listed, tail), plainer=True)
        except ApiError:
            return False
        return True

    async def _send(self, chat: str, call: Callable[[], Awaitable[None]], *, plainer: bool = False) -> None:
        """Raises DeliveryError; with `plainer` ApiError where the form was refused."""
        standing = self._quota.standing(chat)
        if standing.left < 1:
            raise DeliveryError(
                "the quota is used up" if standing.is_open else "the window is closed", hold=True
            )
        if self._busy >= AT_ONCE:
            raise DeliveryError("too many requests are on their way", retry_after=BUSY_PAUSE)
        self._busy += 1
        try:
            await call()
        except Unreachable as error:
            raise CODES.verdict(error) from None
        except ApiError as error:
            if plainer and is_about_the_form(error.code):
                raise
            self._learn(chat, error.code)
            raise CODES.verdict(error) from None
        finally:
            self._busy -= 1
        self._quota.spend(chat)

    def _learn(self, chat: str, code: int) -> None:
        """The platform counts too, and has the last word."""
        if code == WINDOW_CLOSED:
            self._quota.closed(chat)
        elif code == QUOTA_USED:
            self._quota.used_up(chat)
