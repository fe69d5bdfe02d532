"""People on Telegram: what they do, and what appears in their chats and groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.simulation.channels.talk import Talk, picture
from bot.simulation.platforms.telegram import Group, TelegramDouble, Voice
from bot.simulation.platforms.telegram.state import Json, Seen

_CONTACT = "contact"


class TelegramHands:
    def __init__(
        self, telegram: TelegramDouble, talk: Talk, voices: Sequence[Voice], groups: Sequence[Group]
    ) -> None:
        self._telegram, self._talk = telegram, talk
        self._voices = {voice.name: voice for voice in voices}
        self._groups: Mapping[str, Group] = {group.chat.title: group for group in groups}
        self._names = {voice.chat.id: voice.name for voice in voices}
        self._names.update({group.chat.id: name for name, group in self._groups.items()})
        self._read = 0
        self.people = tuple(self._voices)

    async def write(self, person: str, text: str, pictures: Sequence[Path], group: str | None) -> None:
        voice, chat = self._in(person, group), group or person
        for one in pictures:
            self._talk.wrote(chat, person, text, (one,))
            await voice.sends_photo(text, one.read_bytes())
        if text and not pictures:
            self._talk.wrote(chat, person, text)
            await voice.says(text)

    async def tap(self, person: str, token: str, key: str, group: str | None) -> None:
        voice = self._in(person, group)
        if token == _CONTACT:
            self._talk.wrote(person, person, f"📱 {voice.phone}")
            await voice.shares_contact()
            return
        chat, _, number = key.partition("/")
        await voice.touches(self._telegram.state.messages[int(chat), int(number)], token)

    def follow(self) -> None:
        journal = self._telegram.state.journal
        for seen in journal[self._read :]:
            if seen.chat in self._names:
                self._show(self._names[seen.chat], seen)
        self._read = len(journal)

    def _in(self, person: str, group: str | None) -> Voice:
        voice = self._voices[person]
        return voice.inside(self._groups[group]) if group else voice

    def _show(self, chat: str, seen: Seen) -> None:
        if seen.deed == "notice":
            self._talk.notice(chat, seen.text)
            return
        self._talk.said(
            chat,
            f"{seen.chat}/{seen.id}",
            seen.text,
            buttons=tuple(filter(None, (_button(key) for row in seen.rows for key in row))),
            photo_paths=self._pictures(seen.json),
        )

    def _pictures(self, message: Json) -> tuple[Path, ...]:
        largest = max(message.get("photo", ()), key=lambda size: size["width"], default=None)
        file = self._telegram.state.files.get(largest["file_id"]) if largest else None
        return picture(file.content) if file else ()


def _button(key: Json) -> tuple[str, str] | None:
    if "callback_data" in key:
        return key["text"], key["callback_data"]
    return (key["text"], _CONTACT) if key.get("request_contact") else None
