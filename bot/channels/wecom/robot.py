"""A group's robot: it only sends. Buttons stand on a page that the card links to, and a change is a short new line."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

from typing_extensions import override

from bot.channels.tencent.api import Api, Grant, Json
from bot.channels.tencent.parts import parts, size
from bot.channels.tencent.token import MemoryShelf
from bot.channels.wecom import faces
from bot.channels.wecom.budget import Budget
from bot.channels.wecom.cards import Cards, Shown
from bot.channels.wecom.client import ORIGIN, media_id_in
from bot.channels.wecom.lines import change, unmarked, unmentioned
from bot.channels.wecom.media import File, Shelf, places
from bot.channels.wecom.places import way
from bot.channels.wecom.ways import Post, Progress, Way
from bot.messages import Address, Button, Outgoing
from bot.outbox.delivery import DeliveryError

MARKDOWN = 4096
TEXT = 2048
IMAGE = 2_000_000
_SEND = "/cgi-bin/webhook/send"
_UPLOAD = "/cgi-bin/webhook/upload_media"

Mentions = Callable[[Address, str, bool], Sequence[str]]
"""Userids to call by name with a message of a group; the last argument: it is a card."""


def nobody(_address: Address, _text: str, _card: bool) -> Sequence[str]:
    """For tests, and for a desk that calls nobody."""
    return ()


class Webhook:
    """One robot. `address` is its webhook as WeCom shows it, or the key alone."""

    def __init__(self, address: str, origin: str, now: Callable[[], datetime]) -> None:
        url = urlsplit(address)
        found = parse_qs(url.query).get("key", [""])[0] if url.scheme else address
        self.key = found.strip()
        home = f"{url.scheme}://{url.netloc}" if url.scheme else origin or ORIGIN
        self._api = Api(home, Grant("GET", ""), MemoryShelf(), now)

    async def post(self, kind: str, content: Mapping[str, object]) -> Json:
        """Raises ApiError or Unreachable."""
        return await self._api.post_keyed(_SEND, {"msgtype": kind, kind: content}, key=self.key)

    async def upload(self, file: File) -> str:
        answer = await self._api.upload_keyed(
            _UPLOAD, file.name, file.content, file.content_type, key=self.key, type="file"
        )
        return media_id_in(answer)

    async def close(self) -> None:
        await self._api.close()


class RobotWay(Way):
    """`page` is the public address of the cards' page, "" where there is none: then a card has no way to act."""

    def __init__(
        self,
        robots: Mapping[str, Webhook],
        shelf: Shelf,
        cards: Cards,
        budget: Budget,
        ids: Callable[[], str],
        *,
        page: str = "",
        mentions: Mentions = nobody,
    ) -> None:
        self._robots = robots
        self._shelf = shelf
        self._cards = cards
        self._budget = budget
        self._ids = ids
        self._page = page.rstrip("/")
        self._mentions = mentions
        self._progress = Progress()

    @override
    async def say(self, message: Outgoing) -> str:
        robot = self._robot(message.to.chat)
        card_id = self._ids()
        posts = [self._file(robot, file) for file in await self._shelf.files(message.attachments)]
        posts += self._words(robot, message, card_id)
        self._budget.spend(message.to.chat, self._progress.left(message, posts))
        self._keep(message, card_id)  # before it is seen: somebody may be quick
        try:
            await self._progress.run(message, posts)
        except BaseException:
            self._cards.forget(card_id)  # the next attempt has an id of its own
            raise
        return card_id

    @override
    async def edit(self, message: Outgoing, target: str) -> str:
        """A robot's message stays as it is: what is new is said in a line, the page shows the rest."""
        old = self._cards.get(target)
        line = change(old.text if old else "", message.text)
        if line:
            robot = self._robot(message.to.chat)
            self._budget.spend(message.to.chat)
            await robot.post("text", {"content": unmentioned(line)})
        self._keep(message, target)
        return target

    def _keep(self, message: Outgoing, card_id: str) -> None:
        buttons = tuple(faces.buttons_of(message.buttons))
        if buttons:
            self._cards.put(Shown(card_id, message.to.chat, message.text, buttons))
        elif message.sort == "edit":
            self._cards.forget(card_id)

    def _robot(self, chat: str) -> Webhook:
        name = way(chat)[1]
        if name not in self._robots:
            raise DeliveryError(f"HUIYIN_WECOM_ROBOT_{name} is not set", permanent=True)
        return self._robots[name]

    def _words(self, robot: Webhook, message: Outgoing, card_id: str) -> list[Post]:
        text = "\n".join(one for one in (message.text.strip(), places(message.attachments)) if one)
        buttons = faces.buttons_of(message.buttons)
        called = "".join(f"<@{userid}>" for userid in self._mentions(message.to, text, bool(buttons)))
        if not buttons:
            said = parts(unmentioned(text), TEXT - size(called) - 1)
            return [self._post(robot, "text", part) for part in _under(said, called)]
        foot = "\n".join(one for one in (called, self._link(card_id, buttons)) if one)
        said = parts(unmarked(text), MARKDOWN - size(foot) - 1)
        return [self._post(robot, "markdown", part) for part in _under(said, foot)]

    def _link(self, card_id: str, buttons: Sequence[Button]) -> str:
        """Where the buttons are. Who opens it is asked there: a link in a group identifies nobody."""
        if not self._page:
            return ""
        labels = " · ".join(unmarked(button.label) for button in buttons)
        return f"[{labels}]({self._page}/{card_id})"

    def _post(self, robot: Webhook, kind: str, text: str) -> Post:
        async def post() -> str:
            await robot.post(kind, {"content": text})
            return ""

        return post

    def _file(self, robot: Webhook, file: File) -> Post:
        async def post() -> str:
            fitted = file.within(IMAGE)
            if fitted.kind == "image":
                digest = hashlib.md5(fitted.content, usedforsecurity=False).hexdigest()
                await robot.post(
                    "image", {"base64": base64.b64encode(fitted.content).decode(), "md5": digest}
                )
            else:
                await robot.post("file", {"media_id": await robot.upload(fitted)})
            return ""

        return post


def _under(said: list[str], foot: str) -> list[str]:
    """The parts of a text, with a foot under the last."""
    return [*said[:-1], f"{said[-1]}\n{foot}"] if said and foot else said
