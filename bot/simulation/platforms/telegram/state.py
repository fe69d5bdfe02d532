"""What the platform knows: chats, messages, files, and what the bot has done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any, Literal

from bot.simulation.platforms.bell import Bell

Json = dict[str, Any]
Deed = Literal["message", "edit", "notice"]


class ApiError(Exception):
    """A refusal as the Bot API words it."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


@dataclass
class Chat:
    """A private chat has its person's id; groups are negative, supergroups begin with -100."""

    id: int
    type: str
    title: str = ""
    user: Json = field(default_factory=dict)
    started: bool = True
    blocked: bool = False
    bot_inside: bool = True
    migrated_to: int = 0
    topics: dict[int, bool] = field(default_factory=dict)
    """Forum topics: id → open."""
    message_ids: count[int] = field(default_factory=lambda: count(1))

    @property
    def private(self) -> bool:
        return self.type == "private"

    def json(self) -> Json:
        if self.private:
            return {"id": self.id, "type": "private", "first_name": self.user["first_name"]}
        forum = {"is_forum": True} if self.topics else {}
        return {"id": self.id, "type": self.type, "title": self.title, **forum}


@dataclass
class StoredFile:
    """`size` is announced; the content may be shorter, so that big files cost nothing."""

    id: str
    name: str
    content: bytes
    size: int


@dataclass(frozen=True)
class Seen:
    """Something the bot did, as a person sees it. A notice has no id and stands in the tapper's private chat."""

    deed: Deed
    chat: int
    id: int
    text: str
    json: Json

    @property
    def rows(self) -> list[list[Json]]:
        markup = self.json.get("reply_markup", {})
        rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
        return [list(row) for row in rows]

    @property
    def buttons(self) -> list[str]:
        return [str(key["text"]) for row in self.rows for key in row]


@dataclass(frozen=True)
class Call:
    """A request of the bot, for tests that look at the wire."""

    method: str
    params: Json


@dataclass
class State:
    """One bot account's world. `now` is the platform's clock."""

    token: str
    username: str
    now: Callable[[], datetime]
    reads_groups: bool = True
    chats: dict[int, Chat] = field(default_factory=dict)
    messages: dict[tuple[int, int], Json] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    queries: dict[str, int] = field(default_factory=dict)
    """Open taps: query id → who tapped."""
    journal: list[Seen] = field(default_factory=list)
    since: dict[int, int] = field(default_factory=dict)
    """Where the journal stood when somebody last did something in the chat."""
    calls: list[Call] = field(default_factory=list)
    refusals: dict[str, list[ApiError | None]] = field(default_factory=dict)
    """What the next calls of a method meet; None lets one pass."""
    profile: dict[Any, Any] = field(default_factory=dict)
    """Commands, descriptions and menu buttons as set: key → value."""
    numbers: count[int] = field(default_factory=lambda: count(1))
    deeds: Bell = field(default_factory=Bell)

    @property
    def account(self) -> int:
        return int(self.token.partition(":")[0])

    @property
    def me(self) -> Json:
        return {"id": self.account, "is_bot": True, "first_name": "回音", "username": self.username}

    def stamp(self) -> int:
        return int(self.now().timestamp())

    def did(self, deed: Deed, chat: int, text: str, json: Json) -> None:
        self.journal.append(Seen(deed, chat, int(json.get("message_id", 0)), text, json))
        self.deeds.ring()

    def keep(self, chat: Chat, sender: Json, content: Json) -> Json:
        """Stores a new message and gives it its number, which is unique within the chat only."""
        number = next(chat.message_ids)
        head = {"message_id": number, "date": self.stamp(), "chat": chat.json(), "from": sender}
        message = {**head, **content}
        self.messages[chat.id, number] = message
        return message

    def store(self, name: str, content: bytes, size: int | None = None) -> StoredFile:
        number = next(self.numbers)
        file = StoredFile(f"F{self.account}-{number}", name, content, len(content) if size is None else size)
        self.files[file.id] = file
        return file
