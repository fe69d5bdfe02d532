"""Members of the corporation: the application's chat, groups with a robot and its page, groups with the AI bot."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.simulation.channels.talk import Talk, picture
from bot.simulation.platforms.wecom import Group, LongLine, Phone, Voice, WecomDouble
from bot.simulation.platforms.wecom.state import Seen

_LINK = re.compile(r"\[([^\]]*)\]\((https?://\S+?)\)")
_CALLED = re.compile(r"<@(\w+)>")
_OPEN, _PRESS = "open ", "press "
DEAF = "群机器人听不见群里的话：点卡片上的链接，或到应用里说"
NOT_CALLED = "智能机器人只听得见 @回音 的话"


class WecomHands:
    """`with_bot` are the groups in which the AI bot sits."""

    def __init__(
        self,
        wecom: WecomDouble,
        line: LongLine,
        talk: Talk,
        voices: Sequence[Voice],
        groups: Sequence[Group],
        with_bot: Sequence[Group],
    ) -> None:
        self._wecom, self._line, self._talk = wecom, line, talk
        self._voices = {voice.name: voice for voice in voices}
        self._groups: Mapping[str, Group] = {group.title: group for group in groups}
        self._with_bot = {group.title for group in with_bot}
        self._called = {voice.userid: voice.name for voice in voices}
        self._names = {voice.chat: voice.name for voice in voices}
        self._names.update({group.id: group.title for group in groups})
        self._phones: dict[str, Phone] = {}
        self._read = 0
        self.people = tuple(self._voices)

    async def write(self, person: str, text: str, pictures: Sequence[Path], group: str | None) -> None:
        chat, voice = group or person, self._voices[person]
        for one in pictures:
            self._talk.wrote(chat, person, "", (one,))
            if group is None:
                await voice.sends_photo(one.read_bytes())
        if text:
            self._talk.wrote(chat, person, text)
        if group is None:
            await (voice.says(text) if text else _nothing())
        elif group not in self._with_bot:
            self._talk.notice(person, DEAF)
        elif "@回音" not in text:
            self._talk.notice(person, NOT_CALLED)
        else:
            said = text.replace("@回音", "").strip()
            await self._line.calls(voice, said, inside=self._groups[group])

    async def tap(self, person: str, token: str, key: str, group: str | None) -> None:
        voice = self._voices[person]
        if token.startswith((_OPEN, _PRESS)):
            await self._browse(person, token, group or person)
        elif group is None:
            await voice.touches(key, token)
        else:
            await self._line.touches(voice, key, token, inside=self._groups[group])

    def follow(self) -> None:
        journal = self._wecom.state.journal
        for seen in journal[self._read :]:
            if seen.chat in self._names:
                self._show(self._names[seen.chat], seen)
        self._read = len(journal)

    async def _browse(self, person: str, token: str, chat: str) -> None:
        """The page behind a link, opened within WeCom: it asks WeCom who this is, and acts by POST."""
        if person not in self._phones:
            self._phones[person] = Phone(self._wecom, self._voices[person])
        phone = self._phones[person]
        if token.startswith(_OPEN):
            await phone.opens(token.removeprefix(_OPEN))
        else:
            await phone.taps(token.removeprefix(_PRESS))
        lines = [line.strip() for line in phone.text.splitlines() if line.strip()]
        shown = "\n".join(line for line in lines if line not in phone.buttons)
        buttons = tuple((label, _PRESS + label) for label in phone.buttons)
        self._talk.said(chat, f"page {person}", f"〔{person}打开的网页〕\n{shown}", buttons=buttons)

    def _show(self, chat: str, seen: Seen) -> None:
        link = _LINK.search(seen.text)
        text = _CALLED.sub(lambda found: f"@{self._called.get(found[1], found[1])}", _LINK.sub("", seen.text))
        buttons = tuple((key.label, key.token or _OPEN + key.url) for key in seen.keys)
        if link:
            buttons += ((f"{link[1]} ›", _OPEN + link[2]),)
        self._talk.said(chat, seen.task, text.strip(), buttons=buttons, photo_paths=picture(seen.content))


async def _nothing() -> None:
    pass
