"""A member as a test speaks of them: `await li.says(…)`, `await li.taps("接单")`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.simulation.platforms.hearing import newest
from bot.simulation.platforms.wecom.state import Key, Member, Seen, State

if TYPE_CHECKING:
    from bot.simulation.platforms.wecom.double import WecomDouble

JPEG = b"\xff\xd8\xff\xe0picture"
_LINK = re.compile(r"\]\((https?://\S+?)\)")


class Ear:
    """One chat. "Since" is since the last thing done in it."""

    def __init__(self, state: State, chat: str) -> None:
        self._state = state
        self.chat = chat

    def acts(self) -> None:
        self._state.since[self.chat] = len(self._state.journal)

    def all_heard(self) -> list[Seen]:
        return [seen for seen in self._state.journal if seen.chat == self.chat]

    def heard(self) -> list[Seen]:
        since = self._state.since.get(self.chat, 0)
        return [seen for seen in self._state.journal[since:] if seen.chat == self.chat]

    async def hears(self, *fragments: str, button: str = "", within: float = 5.0) -> Seen:
        """Waits for a message with these fragments in this order, and that button if one is named."""
        return await newest(self.heard, self._state.deeds, fragments, button, within)

    def find(self, label: str, on: str = "") -> tuple[Seen, Key]:
        """The newest card that has or had the button; an exact label goes first."""
        shown = [(seen, key) for seen in reversed(self.all_heard()) if on in seen.text for key in seen.keys]
        for fits in (str.__eq__, str.__contains__):
            for seen, key in shown:
                if key.token and fits(key.label, label):
                    return seen, key
        raise AssertionError(f"no button {label!r} among {[key.label for _, key in shown]}")


class Voice(Ear):
    """A member in the application's private chat."""

    def __init__(self, wecom: WecomDouble, member: Member) -> None:
        super().__init__(wecom.state, f"app:{member.userid}")
        self._wecom = wecom
        self.userid = member.userid
        self.name = member.name

    async def says(self, text: str) -> dict[str, str]:
        """Writes; what is brought can be brought again."""
        return await self._sends("text", Content=text)

    async def sends_photo(self, content: bytes = JPEG) -> dict[str, str]:
        media_id = self._wecom.state.store("image", content)
        return await self._sends("image", MediaId=media_id, PicUrl="https://wework.qpic.cn/1")

    async def sends(self, kind: str, **content: str) -> dict[str, str]:
        """A message of any type."""
        return await self._sends(kind, **content)

    async def taps(self, label: str, *, on: str = "") -> dict[str, str]:
        """Taps the button on the newest card that has it and contains `on`, also one that an update took away."""
        seen, key = self.find(label, on)
        return await self.touches(seen.task, key.token)

    async def touches(self, task: str, token: str) -> dict[str, str]:
        """Taps that button of that card."""
        self.acts()
        event = {
            "Event": "template_card_event",
            "EventKey": token,
            "TaskId": task,
            "CardType": "button_interaction",
            "ResponseCode": self._wecom.state.new_code(task),
        }
        return await self.brings({**self.head("event"), **event})

    async def brings(self, fields: dict[str, str]) -> dict[str, str]:
        """Anything at all, in this member's name."""
        await self._wecom.line.brings(fields)
        return fields

    def head(self, kind: str) -> dict[str, str]:
        state = self._wecom.state
        return {
            "ToUserName": state.corp_id,
            "FromUserName": self.userid,
            "CreateTime": str(int(state.now().timestamp())),
            "MsgType": kind,
            "AgentID": state.agent_id,
        }

    async def _sends(self, kind: str, **content: str) -> dict[str, str]:
        self.acts()
        number = next(self._wecom.state.numbers)
        return await self.brings({**self.head(kind), **content, "MsgId": str(7_000_000_000 + number)})


@dataclass
class Group:
    """A group as everybody in it sees it."""

    state: State
    id: str
    title: str
    key: str
    members: Sequence[Voice]

    @property
    def ear(self) -> Ear:
        return Ear(self.state, self.id)

    async def hears(self, *fragments: str, button: str = "", within: float = 5.0) -> Seen:
        return await self.ear.hears(*fragments, button=button, within=within)

    def heard(self) -> list[Seen]:
        return self.ear.all_heard()

    def link(self, on: str = "") -> str:
        """The newest link that was posted, on a message that contains `on`."""
        links = [_LINK.search(seen.text) for seen in reversed(self.heard()) if on in seen.text]
        found = next((link for link in links if link), None)
        if not found:
            raise AssertionError(f"no link among {[seen.text for seen in self.heard()]}")
        return found[1]
