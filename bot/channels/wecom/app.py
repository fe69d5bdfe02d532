"""Private chats of the application: texts and pictures, and cards with buttons.

A card may be updated once with the code that came when it was sent, and once more after each tap. Without a code a
change that has buttons goes out as a new card, one without as a short line.
"""

from __future__ import annotations

from collections.abc import Callable

from typing_extensions import override

from bot.channels.tencent.codes import ApiError
from bot.channels.tencent.parts import parts
from bot.channels.wecom import faces
from bot.channels.wecom.budget import Budget
from bot.channels.wecom.cards import Cards, Shown
from bot.channels.wecom.client import Client
from bot.channels.wecom.codes import is_about_the_message
from bot.channels.wecom.lines import change, unmentioned
from bot.channels.wecom.media import File, Shelf, places
from bot.channels.wecom.ways import Post, Progress, Way
from bot.messages import Outgoing

TEXT = 2048


class AppWay(Way):
    """`ids` gives short strings of letters and digits, never the same twice."""

    def __init__(
        self, client: Client, shelf: Shelf, cards: Cards, budget: Budget, ids: Callable[[], str]
    ) -> None:
        self._client = client
        self._shelf = shelf
        self._cards = cards
        self._budget = budget
        self._ids = ids
        self._progress = Progress()

    @override
    async def say(self, message: Outgoing) -> str:
        """Pictures, the text in parts, the buttons on cards; a short text stands on its card."""
        files = await self._shelf.files(message.attachments)
        card_id = self._ids()
        found = [self._file(message.to.chat, file) for file in files]
        found += self._words(message, card_id)
        self._budget.spend(message.to.chat, self._progress.left(message, found))
        ids = await self._progress.run(message, found)
        return next((one for one in ids if self._cards.get(one)), ids[-1] if ids else "")

    @override
    async def edit(self, message: Outgoing, target: str) -> str:
        old = self._cards.get(target)
        buttons = tuple(faces.buttons_of(message.buttons))
        if old is not None and (old.text, old.buttons) == (message.text, buttons):
            return target
        if await self._updated(message, target):
            return target
        if buttons:
            fresh = await self.say(message)
            self._cards.forget(target)
            return fresh
        await self._tell_change(message, old, target)
        return target

    async def tell(self, userid: str, text: str) -> None:
        """A short word, as the answer to a tap."""
        self._budget.spend(userid)
        await self._client.send(userid, "text", {"content": unmentioned(parts(text, TEXT)[0])})

    async def _updated(self, message: Outgoing, card_id: str) -> bool:
        """Whether the card itself could be changed. More buttons than one card takes are said anew."""
        shown, buttons = faces.face(message.text), faces.buttons_of(message.buttons)
        made = list(faces.cards(card_id, shown, buttons)) or [faces.finished(card_id, shown)]
        code = self._cards.spend_code(card_id) if len(made) == 1 else ""
        if not code:
            return False
        try:
            await self._client.update(message.to.chat, code, made[0])
        except ApiError as error:
            if is_about_the_message(error):
                return False  # the code is older than we think, or was spent: it is said anew
            raise
        self._keep(message, card_id)
        return True

    async def _tell_change(self, message: Outgoing, old: Shown | None, target: str) -> None:
        line = change(old.text if old else "", message.text)
        if line:
            self._budget.spend(message.to.chat)
            await self._client.send(message.to.chat, "text", {"content": unmentioned(line)})
        self._keep(message, target)

    def _keep(self, message: Outgoing, card_id: str, code: str = "") -> None:
        """What can still be tapped is remembered; a card without buttons is not."""
        buttons = tuple(faces.buttons_of(message.buttons))
        if buttons:
            self._cards.put(Shown(card_id, message.to.chat, message.text, buttons), code)
        else:
            self._cards.forget(card_id)

    def _words(self, message: Outgoing, card_id: str) -> list[Post]:
        text = "\n".join(one for one in (message.text.strip(), places(message.attachments)) if one)
        buttons = faces.buttons_of(message.buttons)
        shown = faces.face(text)
        if not buttons:
            return [self._text(message.to.chat, part) for part in parts(unmentioned(text), TEXT)]
        said: list[Post] = []
        if not shown.whole:
            said = [self._text(message.to.chat, part) for part in parts(unmentioned(text), TEXT)]
            shown = faces.Face(shown.title, faces.ABOVE, whole=True)
        made = list(faces.cards(card_id, shown, buttons))
        return [
            *said,
            self._card(message, card_id, made[0]),
            *(self._further(message, one) for one in made[1:]),
        ]

    def _text(self, userid: str, text: str) -> Post:
        async def post() -> str:
            answer = await self._client.send(userid, "text", {"content": text})
            return str(answer.get("msgid", ""))

        return post

    def _file(self, userid: str, file: File) -> Post:
        async def post() -> str:
            media_id = await self._client.upload(file.kind, file.name, file.content, file.content_type)
            answer = await self._client.send(userid, file.kind, {"media_id": media_id})
            return str(answer.get("msgid", ""))

        return post

    def _card(self, message: Outgoing, card_id: str, made: faces.Card) -> Post:
        async def post() -> str:
            answer = await self._client.send(message.to.chat, "template_card", made)
            self._keep(message, card_id, str(answer.get("response_code", "")))
            return card_id

        return post

    def _further(self, message: Outgoing, made: faces.Card) -> Post:
        async def post() -> str:
            answer = await self._client.send(message.to.chat, "template_card", made)
            return str(answer.get("msgid", ""))

        return post
