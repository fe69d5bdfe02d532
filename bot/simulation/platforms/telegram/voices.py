"""People and groups as a test speaks of them: `await wang.says(…)`, `await wang.taps("确认")`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.simulation.platforms.telegram.listening import Ear
from bot.simulation.platforms.telegram.methods.files import described
from bot.simulation.platforms.telegram.state import Chat, Json, Seen

if TYPE_CHECKING:
    from bot.simulation.platforms.telegram.double import TelegramDouble

JPEG = b"\xff\xd8\xff\xe0picture"


class Voice(Ear):
    """A person in one chat: the private one with the bot, or a group (`inside`). What is awaited returns the update."""

    def __init__(
        self, telegram: TelegramDouble, user: Json, chat: Chat, *, phone: str = "", thread: int = 0
    ) -> None:
        super().__init__(telegram.state, chat, thread)
        self._telegram = telegram
        self.user = user
        self.phone = phone
        self._last: Json = {}

    @property
    def name(self) -> str:
        return str(self.user["first_name"])

    @property
    def id(self) -> str:
        return str(self.user["id"])

    def inside(self, group: Group, topic: int = 0) -> Voice:
        """The same person, speaking in a group or in one of its topics."""
        return Voice(self._telegram, self.user, group.chat, phone=self.phone, thread=topic)

    async def says(self, text: str, *, to: Seen | None = None) -> Json:
        """Writes; `to` quotes a message of the bot's."""
        reply = {"reply_to_message": to.json} if to else {}
        entities = {"entities": [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]}
        return await self._sends({"text": text, **reply, **(entities if text.startswith("/") else {})})

    async def starts(self, code: str = "") -> Json:
        """Opens the bot, by its deep link if there is a code."""
        return await self.says(f"/start {code}".rstrip())

    async def sends_photo(self, caption: str = "", content: bytes = JPEG) -> Json:
        return await self._sends_file("photo", "photo.jpg", content, caption)

    async def sends_document(self, name: str, content: bytes = b"%PDF", *, size: int | None = None) -> Json:
        """`size` is what the platform announces."""
        return await self._sends_file("document", name, content, "", size)

    async def sends_voice(self) -> Json:
        return await self._sends_file("voice", "voice.ogg", b"OggS", "")

    async def sends_video(self) -> Json:
        return await self._sends_file("video", "video.mp4", b"\0\0\0 ftyp", "")

    async def sends_location(self, latitude: float, longitude: float) -> Json:
        return await self._sends({"location": {"latitude": latitude, "longitude": longitude}})

    async def sends(self, **content: object) -> Json:
        """A message of any kind: `sends(dice={"emoji": "🎲", "value": 3})`."""
        return await self._sends(content)

    async def shares_contact(self) -> Json:
        """Taps the key that asks for the own number."""
        return await self.sends(
            contact={"phone_number": self.phone, "first_name": self.name, "user_id": int(self.id)}
        )

    async def shares_card(self, name: str, phone: str) -> Json:
        """Somebody else's contact."""
        return await self.sends(contact={"phone_number": phone, "first_name": name})

    async def edits(self, text: str, *, after: int = 5) -> Json:
        """Changes the own last message, `after` seconds later."""
        edited = {**self._last, "text": text, "edit_date": self._last["date"] + after}
        return await self._telegram.updates.add("edited_message", edited)

    async def taps(self, label: str, *, on: str = "") -> Json:
        """Taps the button on the newest message that has it and contains `on`, also one that an edit took away."""
        message, key = self.find_button(label, on)
        return await self.touches(message, key["callback_data"])

    async def touches(self, message: Json, data: str) -> Json:
        """Taps the button of that message which carries these data."""
        number = f"{self._telegram.state.account}{next(self._telegram.state.numbers)}"
        self._telegram.state.queries[number] = int(self.id)
        self.acts()
        query = {"id": number, "from": self.user, "chat_instance": "1", "data": data}
        return await self._telegram.updates.add("callback_query", {**query, "message": message})

    async def blocks(self) -> Json:
        """Stops the bot in the private chat."""
        self.chat.blocked = True
        return await self._telegram.updates.add("my_chat_member", self._membership("kicked"))

    async def unblocks(self) -> Json:
        self.chat.blocked = False
        return await self._telegram.updates.add("my_chat_member", self._membership("member"))

    async def removes_bot(self) -> Json:
        """Takes the bot out of the group."""
        self.chat.bot_inside = False
        return await self._telegram.updates.add("my_chat_member", self._membership("left"))

    def _membership(self, status: str) -> Json:
        change = {"old_chat_member": self._member("member"), "new_chat_member": self._member(status)}
        return {"chat": self.chat.json(), "from": self.user, "date": self._telegram.state.stamp(), **change}

    def _member(self, status: str) -> Json:
        banned = {"until_date": 0} if status == "kicked" else {}
        return {"user": self._telegram.state.me, "status": status, **banned}

    async def _sends_file(
        self, kind: str, name: str, content: bytes, caption: str, size: int | None = None
    ) -> Json:
        file = self._telegram.state.store(name, content, size)
        return await self._sends({**described(kind, file), **({"caption": caption} if caption else {})})

    async def _sends(self, content: Json) -> Json:
        self.chat.started = True
        self.acts()
        topic = {"message_thread_id": self.thread, "is_topic_message": True} if self.thread else {}
        self._last = self._telegram.state.keep(self.chat, self.user, {**topic, **content})
        if not self._is_heard(content):
            return {}
        return await self._telegram.updates.add("message", self._last)

    def _is_heard(self, content: Json) -> bool:
        """With privacy mode on, a bot in a group hears commands, mentions and replies only."""
        text, me = str(content.get("text", "")), f"@{self._telegram.state.username}"
        addressed = text.startswith("/") or me in text or "reply_to_message" in content
        return self.chat.private or self._telegram.state.reads_groups or addressed


@dataclass
class Group:
    """A group as everybody in it sees it."""

    telegram: TelegramDouble
    chat: Chat
    members: dict[str, Voice]

    @property
    def id(self) -> str:
        return str(self.chat.id)

    def topic(self, thread: int) -> Ear:
        return Ear(self.telegram.state, self.chat, thread)

    async def hears(self, *fragments: str, button: str = "", within: float = 5.0) -> Seen:
        return await self.topic(0).hears(*fragments, button=button, within=within)

    def last_card(self) -> Seen:
        """The newest message with buttons, as it stands now."""
        return self.topic(0).last_card()

    def closes_topic(self, thread: int) -> None:
        self.chat.topics[thread] = False

    async def upgrades(self) -> Group:
        """Becomes a supergroup with a new id; Telegram tells it in both."""
        chat = replace(self.chat, id=-1_000_000_000_000 + self.chat.id, type="supergroup")
        self.telegram.state.chats[chat.id] = chat
        self.chat.migrated_to = chat.id
        old = self.telegram.state.keep(self.chat, _anybody(self), {"migrate_to_chat_id": chat.id})
        new = self.telegram.state.keep(chat, _anybody(self), {"migrate_from_chat_id": self.chat.id})
        await self.telegram.inject("message", old)
        await self.telegram.inject("message", new)
        return Group(self.telegram, chat, self.members)


def _anybody(group: Group) -> Json:
    return next(iter(group.members.values())).user
