"""What is due for one person at one moment, as one text and its pictures: each message sent costs one of five."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from bot.channels.tencent.parts import parts, size
from bot.channels.wechat.choices import Choice, choices_of, links_of, spoken
from bot.channels.wechat.pictures import Album
from bot.channels.wechat.waiting import GAP
from bot.channels.wechat.words import Language, language_of, word
from bot.messages import Attachment, Outgoing

PIECE = 1900
"""Bytes of one text of ours; a request has room for a line more (waiting.LIMIT)."""


@dataclass(frozen=True)
class Batch:
    """Messages that travel together; `of` makes one. `body` is without the line of choices, `text` with it.

    What is read of it again and again while it travels is worked out once.
    """

    messages: tuple[Outgoing, ...]
    body: str
    choices: tuple[Choice, ...]
    photos: tuple[Attachment, ...]

    @classmethod
    def of(cls, messages: Sequence[Outgoing], album: Album | None) -> Batch:
        """`album` None: the account can show no pictures."""
        shown = [photo for message in messages for photo in (album.showable(message) if album else ())]
        ordered = sorted(messages, key=lambda message: not message.important)
        body = GAP.join(filter(None, (_told(message, shown) for message in ordered)))
        choices = choices_of(chain.from_iterable(message.buttons for message in ordered))
        return cls(tuple(messages), body, tuple(choices), tuple(shown))

    @cached_property
    def language(self) -> Language:
        return language_of(self.body + "".join(choice.label for choice in self.choices))

    @cached_property
    def text(self) -> str:
        return GAP.join(filter(None, (self.body, spoken(self.choices, self.language))))

    @cached_property
    def pieces(self) -> list[str]:
        """The text in parts that one message each can hold."""
        return parts(self.text, PIECE)

    @property
    def important(self) -> bool:
        return any(message.important for message in self.messages)

    @property
    def fits(self) -> bool:
        """Into one text."""
        return size(self.text) <= PIECE


def _told(message: Outgoing, shown: Sequence[Attachment]) -> str:
    """The words of a message, with a line for each thing that cannot be shown."""
    language = language_of(message.text)
    lost = [one for one in message.attachments if one not in shown]
    photos = sum(one.kind == "photo" for one in lost)
    lines = [word("photo", language, n=photos)] if photos else []
    lines += [_described(one, language) for one in lost if one.kind != "photo"]
    return "\n".join(filter(None, (message.text.strip(), *links_of(message.buttons), *lines)))


def _described(attachment: Attachment, language: Language) -> str:
    if attachment.kind == "location":
        return f"📍 {attachment.name} {attachment.remote}".replace("  ", " ").strip()
    return word("file", language, name=attachment.name or attachment.kind)
