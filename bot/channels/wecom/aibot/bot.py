"""Chats of the AI bot: groups in which it was called, and private ones.

Within five seconds of a tap its card is changed; later changes of a group's card are short lines, and in private new
cards. Where the platform takes no card for a group, the text goes out with the page's link, and labels are typed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from typing_extensions import override

from bot.channels.tencent.codes import ApiError
from bot.channels.tencent.parts import parts, size
from bot.channels.wecom import faces
from bot.channels.wecom.aibot.connection import Connection, Json
from bot.channels.wecom.aibot.uploads import IMAGE, upload
from bot.channels.wecom.budget import Budget
from bot.channels.wecom.cards import Cards, Shown
from bot.channels.wecom.codes import is_about_the_message
from bot.channels.wecom.lines import change, number_in, unmarked
from bot.channels.wecom.media import File, Shelf, places
from bot.channels.wecom.places import way
from bot.channels.wecom.robot import Mentions, nobody
from bot.channels.wecom.ways import Post, Progress, Way
from bot.messages import Outgoing
from bot.outbox.delivery import DeliveryError

MARKDOWN = 20_480
UPDATE_WITHIN = 4.5
ELSEWHERE_PAUSE = 2.0
_CHAT_TYPES = {"person": 1, "group": 2}


class Line(Protocol):
    """Where the connection is (keeper.Keeper)."""

    @property
    def connection(self) -> Connection | None: ...
    @property
    def is_elsewhere(self) -> bool: ...


class BotWay(Way):
    """`page` is the public address of the cards' page, "" where there is none. `elapsed` counts seconds."""

    def __init__(
        self,
        line: Line,
        shelf: Shelf,
        cards: Cards,
        budget: Budget,
        ids: Callable[[], str],
        *,
        page: str = "",
        mentions: Mentions = nobody,
        elapsed: Callable[[], float] = time.monotonic,
    ) -> None:
        self._line = line
        self._shelf = shelf
        self._cards = cards
        self._budget = budget
        self._ids = ids
        self._page = page.rstrip("/")
        self._mentions = mentions
        self._elapsed = elapsed
        self._progress = Progress()
        self._taps: dict[str, tuple[str, float]] = {}
        self._groups_take_cards = True

    def tapped(self, card_id: str, request: str) -> None:
        """A card was tapped: for some seconds it can be changed, in answer to this request."""
        now = self._elapsed()
        self._taps = {one: tap for one, tap in self._taps.items() if now - tap[1] < UPDATE_WITHIN}
        self._taps[card_id] = (request, now)

    @override
    async def say(self, message: Outgoing) -> str:
        connection, card_id = self._connection(), self._ids()
        files = await self._shelf.files(message.attachments)
        posts = [self._file(connection, message.to.chat, file.within(IMAGE)) for file in files]
        posts += self._words(connection, message, card_id)
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
        connection, old = self._connection(), self._cards.get(target)
        buttons = tuple(faces.buttons_of(message.buttons))
        if old is not None and (old.text, old.buttons) == (message.text, buttons):
            return target
        if await self._updated(connection, message, target):
            self._keep(message, target)
            return target
        if buttons and way(message.to.chat)[0] == "person":
            fresh = await self.say(message)
            self._cards.forget(target)
            return fresh
        line = change(old.text if old else "", message.text)
        if line:
            self._budget.spend(message.to.chat)
            await self._send(connection, message.to.chat, "markdown", {"content": unmarked(line)})
        self._keep(message, target)
        return target

    async def tell(self, chat: str, userid: str, text: str) -> None:
        """A short word, as the answer to a tap; in a group it is said to whom."""
        self._budget.spend(chat)
        called = f"<@{userid}> " if way(chat)[0] == "group" else ""
        await self._send(self._connection(), chat, "markdown", {"content": called + unmarked(text)})

    def _connection(self) -> Connection:
        """Raises DeliveryError. Another replica's connection is waited for, a broken one counts as an attempt."""
        connection = self._line.connection
        if connection is not None:
            return connection
        if self._line.is_elsewhere:
            raise DeliveryError("another process has the AI bot's connection", retry_after=ELSEWHERE_PAUSE)
        raise DeliveryError("the AI bot's connection is down")

    async def _send(self, connection: Connection, chat: str, kind: str, content: Mapping[str, Any]) -> Json:
        of, chatid = way(chat)
        body = {"chatid": chatid, "chat_type": _CHAT_TYPES.get(of, 0), "msgtype": kind, kind: content}
        return await connection.request("aibot_send_msg", body)

    async def _updated(self, connection: Connection, message: Outgoing, card_id: str) -> bool:
        request, at = self._taps.pop(card_id, ("", 0.0))
        if not request or self._elapsed() - at > UPDATE_WITHIN:
            return False
        shown = faces.face(message.text)
        made = list(faces.cards(card_id, shown, faces.buttons_of(message.buttons)))
        if len(made) > 1:  # more buttons than one card takes
            return False
        card = made[0] if made else faces.finished(card_id, shown)
        body = {"response_type": "update_template_card", "template_card": card}
        try:
            await connection.request("aibot_respond_update_msg", body, request)
        except ApiError as error:
            if is_about_the_message(error):
                return False
            raise
        return True

    def _keep(self, message: Outgoing, card_id: str) -> None:
        buttons = tuple(faces.buttons_of(message.buttons))
        if buttons:
            self._cards.put(Shown(card_id, message.to.chat, message.text, buttons))
        elif message.sort == "edit":
            self._cards.forget(card_id)

    def _words(self, connection: Connection, message: Outgoing, card_id: str) -> list[Post]:
        text = "\n".join(one for one in (message.text.strip(), places(message.attachments)) if one)
        buttons = faces.buttons_of(message.buttons)
        called = "".join(f"<@{userid}>" for userid in self._mentions(message.to, text, bool(buttons)))
        if not buttons:
            return self._texts(connection, message.to.chat, text, called)
        shown = faces.face(text)
        above = "" if shown.whole else text
        said = self._texts(connection, message.to.chat, above, called) if above or called else []
        if not shown.whole:
            shown = faces.Face(shown.title, faces.ABOVE, whole=True)
        made = list(faces.cards(card_id, shown, buttons))
        plain = self._foot(card_id, text, [button.label for button in buttons])
        if shown.text != faces.ABOVE:
            plain = f"{unmarked(text)}\n{plain}"
        return [*said, *(self._card(connection, message.to.chat, one, plain) for one in made)]

    def _texts(self, connection: Connection, chat: str, text: str, called: str) -> list[Post]:
        said = parts(unmarked(text), MARKDOWN - size(called) - 1) or ([""] if called else [])
        if said and called:
            said[0] = f"{called}\n{said[0]}".rstrip()
        return [self._markdown(connection, chat, part) for part in said]

    def _foot(self, card_id: str, text: str, labels: list[str]) -> str:
        """In place of buttons."""
        number = number_in(text)
        ways = [f"@我并写“{labels[0]} {number}”".replace(" ”", "”")]
        if self._page:
            ways.append(f"[点这里处理]({self._page}/{card_id})")
        return f"可以：{'、'.join(map(unmarked, labels))}\n{'，或'.join(ways)}"

    def _markdown(self, connection: Connection, chat: str, text: str) -> Post:
        async def post() -> str:
            await self._send(connection, chat, "markdown", {"content": text})
            return ""

        return post

    def _card(self, connection: Connection, chat: str, card: faces.Card, plain: str) -> Post:
        async def post() -> str:
            grouped = way(chat)[0] == "group"
            if not grouped or self._groups_take_cards:
                try:
                    await self._send(connection, chat, "template_card", card)
                except ApiError as error:
                    if not grouped or not is_about_the_message(error):
                        raise
                    self._groups_take_cards = False
                else:
                    return ""
            if card["main_title"]["title"] != faces.MORE:
                await self._send(connection, chat, "markdown", {"content": plain})
            return ""

        return post

    def _file(self, connection: Connection, chat: str, file: File) -> Post:
        async def post() -> str:
            media_id = await upload(connection, file)
            await self._send(connection, chat, file.kind, {"media_id": media_id})
            return ""

        return post
