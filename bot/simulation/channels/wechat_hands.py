"""Followers of the official account: what they do, and what appears in their chats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.simulation.channels.talk import Talk, picture
from bot.simulation.platforms.wechat import Voice, WechatDouble
from bot.simulation.platforms.wechat.state import Seen


class WechatHands:
    def __init__(self, wechat: WechatDouble, talk: Talk, voices: Sequence[Voice]) -> None:
        self._wechat, self._talk = wechat, talk
        self._voices = {voice.name: voice for voice in voices}
        self._names = {voice.openid: voice.name for voice in voices}
        self._read = 0
        self.people = tuple(self._voices)

    async def write(self, person: str, text: str, pictures: Sequence[Path], group: str | None) -> None:
        for one in pictures:
            self._talk.wrote(person, person, "", (one,))
            await self._voices[person].sends_photo(one.read_bytes())
        if text:
            self._talk.wrote(person, person, text)
            await self._voices[person].says(text)

    async def tap(self, person: str, token: str, key: str, group: str | None) -> None:
        """Touches a choice of a menu message: `id label`."""
        id, _, label = token.partition(" ")
        self._talk.wrote(person, person, label)
        await self._voices[person].says(label, bizmsgmenuid=id)

    def follow(self) -> None:
        journal = self._wechat.state.journal
        for seen in journal[self._read :]:
            self._show(seen)
        self._read = len(journal)

    def _show(self, seen: Seen) -> None:
        buttons = tuple((label, f"{id} {label}") for id, label in seen.choices)
        text = seen.text
        if seen.way == "template":
            text = "\n".join(["〔模板消息〕", *seen.fields.values()])
        self._talk.said(
            self._names[seen.openid], "", text, buttons=buttons, photo_paths=picture(seen.picture)
        )
