"""A follower as a test speaks of them: `await wang.says(…)`, `await wang.taps("确认")`."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

from bot.simulation.platforms.wechat.callback import FAULT, written
from bot.simulation.platforms.wechat.state import Follower, Seen
from bot.transcripts.fragments import in_order

if TYPE_CHECKING:
    from bot.simulation.platforms.wechat.double import WechatDouble

JPEG = b"\xff\xd8\xff\xe0picture"
_NUMBERED = re.compile(r"(?:回复数字：|回覆數字：|Reply with a number: )(.*)$", re.MULTILINE)
_SCORES = re.compile(r"(?:请直接回复：|請直接回覆：|Just reply: )(.*)$", re.MULTILINE)


class Voice:
    """What a follower does is brought to the server in a task of its own; the task gives the passive reply."""

    def __init__(self, wechat: WechatDouble, follower: Follower) -> None:
        self._wechat = wechat
        self.follower = follower
        self._since = 0
        self.last: str = ""
        """The last callback's XML, to bring it again."""

    @property
    def openid(self) -> str:
        return self.follower.openid

    @property
    def name(self) -> str:
        return self.follower.name

    async def says(self, text: str, **more: str | int) -> asyncio.Task[str | None]:
        return await self._writes("text", Content=text, **more)

    async def sends_photo(self, content: bytes = JPEG) -> asyncio.Task[str | None]:
        media_id = self._wechat.state.store(content)
        url = "http://mmbiz.qpic.cn/mmbiz_jpg/1/0"
        return await self._writes("image", PicUrl=url, MediaId=media_id)

    async def sends_voice(self) -> asyncio.Task[str | None]:
        media_id = self._wechat.state.store(b"#!AMR")
        return await self._writes("voice", MediaId=media_id, Format="amr", Recognition="")

    async def sends_location(self, x: str = "22.543096", y: str = "114.057865") -> asyncio.Task[str | None]:
        return await self._writes("location", Location_X=x, Location_Y=y, Scale=16, Label="锦绣花园北门")

    async def clicks(self, key: str) -> asyncio.Task[str | None]:
        """Touches an entry of the menu."""
        self.follower.open("event", self._wechat.state.now())
        return await self._happens("CLICK", EventKey=key)

    async def follows(self, code: str = "") -> asyncio.Task[str | None]:
        self.follower.follows = True
        self.follower.open("event", self._wechat.state.now())
        return await self._happens("subscribe", EventKey=f"qrscene_{code}" if code else "")

    async def unfollows(self) -> asyncio.Task[str | None]:
        self.follower.follows = False
        return await self._happens("unsubscribe", EventKey="")

    async def taps(self, label: str) -> asyncio.Task[str | None]:
        """Touches the newest choice with this label, or types its number."""
        for seen in reversed(self.seen()):
            for id, content in seen.choices:
                if label in content:
                    return await self.says(content, bizmsgmenuid=id)
            if (typed := _typed(seen.text, label)) is not None:
                return await self.says(typed)
        raise AssertionError(f"no choice {label!r} among {[(s.text, s.choices) for s in self.seen()]}")

    async def brings_again(self) -> asyncio.Task[str | None]:
        """WeChat brings the last callback once more."""
        return self._brings(self.last)

    async def brings(self, xml: str) -> asyncio.Task[str | None]:
        """Any callback at all."""
        return self._brings(xml)

    def seen(self) -> list[Seen]:
        """Everything in the chat, oldest first."""
        return [one for one in self._wechat.state.journal if one.openid == self.openid]

    def heard(self) -> list[Seen]:
        """Since the last thing done."""
        return [one for one in self._wechat.state.journal[self._since :] if one.openid == self.openid]

    async def hears(self, *fragments: str, button: str = "", way: str = "", within: float = 5.0) -> Seen:
        """Waits for a message with these fragments in this order, and that choice if one is named."""

        def matching() -> list[Seen]:
            return [one for one in self.heard() if _has(one, fragments, button) and way in ("", one.way)]

        found = await self._wechat.state.changes.until(matching, within)
        if not found:
            raise AssertionError(f"nothing like {fragments} [{button}] {way} among {self.heard()}")
        return found[-1]

    async def _writes(self, kind: str, **content: str | int) -> asyncio.Task[str | None]:
        self.follower.open("message", self._wechat.state.now())
        number = 20_000_000_000_000_000 + next(self._wechat.state.numbers)
        return self._brings(self._xml(MsgType=kind, **content, MsgId=number))

    async def _happens(self, event: str, **content: str | int) -> asyncio.Task[str | None]:
        return self._brings(self._xml(MsgType="event", Event=event, **content))

    def _xml(self, **content: str | int) -> str:
        at = int(self._wechat.state.now().timestamp())
        head: dict[str, Any] = {"ToUserName": "gh_1", "FromUserName": self.openid, "CreateTime": at}
        return written({**head, **content})

    def _brings(self, xml: str) -> asyncio.Task[str | None]:
        self.last = xml
        self._since = len(self._wechat.state.journal)
        return self._wechat.spawn(self._brought(xml))

    async def _brought(self, xml: str) -> str | None:
        text = await self._wechat.line.bring(xml)
        if text is not None:
            way: Any = "fault" if text == FAULT else "passive"
            self._wechat.state.show(Seen(self.openid, way, text))
        return text


def _typed(text: str, label: str) -> str | None:
    for line in reversed(_NUMBERED.findall(text)):
        for number, name in re.findall(r"(\d+) ([^　]+)", line):
            if label in name:
                return str(number)
    scores = _SCORES.findall(text)
    return label if scores and label in scores[-1].split("　") else None


def _has(seen: Seen, fragments: tuple[str, ...], button: str) -> bool:
    if not in_order(fragments, seen.text):
        return False
    return (
        not button
        or any(button in label for _, label in seen.choices)
        or _typed(seen.text, button) is not None
    )
