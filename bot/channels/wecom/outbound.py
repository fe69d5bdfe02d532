"""What the desk says, on WeCom: each chat by its way."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass

from bot.channels.tencent.codes import ApiError, Unreachable
from bot.channels.wecom import places
from bot.channels.wecom.aibot import sealed
from bot.channels.wecom.aibot.bot import BotWay
from bot.channels.wecom.app import AppWay
from bot.channels.wecom.client import Client
from bot.channels.wecom.codes import CODES, is_about_the_message, translated
from bot.channels.wecom.robot import RobotWay
from bot.channels.wecom.ways import Way
from bot.messages import Address, Attachment, Outgoing
from bot.outbox.delivery import DeliveryError, Pace

# The mean rates; the exact limits are the budget's: 30 a minute and 1000 an hour for a member, 20 a minute for a robot.
PACE = Pace(chat=3.0, group=5.0, burst=8)


@dataclass(frozen=True, slots=True)
class Ways:
    """Those that are set up."""

    app: AppWay | None = None
    robot: RobotWay | None = None
    bot: BotWay | None = None

    def to(self, chat: str) -> Way:
        """Raises DeliveryError where the way of the chat is not set up."""
        of = places.way(chat)[0]
        way: Way | None = self.app if of == "app" else self.robot if of == "robot" else self.bot
        if way is None:
            raise DeliveryError(f"WeCom: no way to {of} chats is set up", permanent=True)
        return way


class Answers:
    """Pages that wait for the short answer to a tap."""

    def __init__(self) -> None:
        self._waiting: dict[str, asyncio.Future[str]] = {}

    async def after(self, tap: str, act: Awaitable[None], within: float) -> str:
        """Does something, and waits so many seconds for its answer; "" where none came."""
        answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._waiting[tap] = answer
        try:
            await act
            async with asyncio.timeout(within):
                return await answer
        except TimeoutError:
            return ""
        finally:
            self._waiting.pop(tap, None)

    def give(self, tap: str, text: str) -> bool:
        """Whether somebody waited."""
        answer = self._waiting.get(tap)
        if answer is None or answer.done():
            return False
        answer.set_result(text)
        return True


class WecomChannel:
    """The Channel of one WeCom account. Sending raises DeliveryError, whose reason carries no secret."""

    def __init__(
        self,
        account: str,
        ways: Ways,
        *,
        client: Client | None = None,
        answers: Answers | None = None,
        pace: Pace = PACE,
    ) -> None:
        """`client`: the application's, to fetch what members sent it."""
        self.name = places.CHANNEL
        self.account = account
        self.pace = pace
        self.answers = answers or Answers()
        self._ways = ways
        self._client = client

    async def send(self, message: Outgoing, platform_id: str) -> str:
        """Deliver; the id is that of the card, else of the last message."""
        if message.sort == "notice":
            await self._answer(message)
            return ""
        way = self._ways.to(message.to.chat)
        if not (message.text.strip() or message.attachments):
            raise DeliveryError("There is nothing to send", permanent=True)
        with translated():
            if message.sort == "edit" and platform_id:
                return await way.edit(message, platform_id)
            return await way.say(message)

    async def fetch(self, attachment: Attachment) -> bytes:
        """The content of something a person sent, at most 20 MB."""
        what = places.own_remote(self.account, attachment.remote)
        if sealed.is_sealed(what):
            return await sealed.fetch(what)
        if not what or self._client is None:
            raise DeliveryError("Not a file of this WeCom application", permanent=True)
        try:
            return await self._client.media(what)
        except ApiError as error:
            if is_about_the_message(error):
                raise DeliveryError(str(error), permanent=True) from None
            raise CODES.verdict(error) from None
        except Unreachable as error:
            raise CODES.verdict(error) from None

    def is_group(self, address: Address) -> bool:
        return places.is_group(address.chat)

    async def _answer(self, message: Outgoing) -> None:
        """On the page that waits, else in the tapper's private chat; a group hears it only where that is none."""
        text = message.text.strip()
        if self.answers.give(message.tap, text) or not text:
            return
        kind, _, userid = message.tap.partition(":")
        with translated():
            if self._ways.app is not None and (kind != "bot" or self.is_group(message.to)):
                await self._ways.app.tell(userid, text)
            elif self._ways.bot is not None:
                await self._ways.bot.tell(message.to.chat, userid, text)
