"""The AI bot's long connection: one at a time, the newer throws the older out."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from bot.simulation.platforms.tencent import Refusal
from bot.simulation.platforms.wecom.rules import BOT_MARKDOWN, card_ok, new_card, said
from bot.simulation.platforms.wecom.state import Json, Seen, State
from bot.simulation.platforms.wecom.voices import Ear, Group, Voice

BOT_ID, BOT_SECRET = "aibBot0001", "secret-of-the-bot"
UPDATE_WITHIN = timedelta(seconds=5)
PIECE = 512 * 1024


@dataclass
class LongLine:
    """`cards_in_groups` False: the platform takes template cards in private only."""

    state: State
    cards_in_groups: bool = True
    sockets: list[ServerConnection] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    chats: set[str] = field(default_factory=set)
    """Where the bot was spoken to: only there may it speak."""
    taps: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    """Requests of card events that may still be answered: → the card, and when."""
    uploads: dict[str, tuple[str, list[bytes]]] = field(default_factory=dict)
    online: asyncio.Event = field(default_factory=asyncio.Event)
    silent: bool = False
    """Answers nothing any more."""
    watch: Callable[[bool, Json, Json], None] = lambda *_: None
    """Is told of each frame: whether it goes to the desk, the frame, and what it is answered with, if anything."""

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        async with serve(self._connected, "127.0.0.1", 0, ping_interval=None) as server:
            port = next(iter(server.sockets)).getsockname()[1]
            yield f"ws://127.0.0.1:{port}"

    async def calls(self, who: Voice, text: str, *, inside: Group | None = None, quote: str = "") -> Json:
        """Somebody speaks to the bot: with @ in a group, else in private."""
        words = f"@回音 {text}" if inside else text
        more = {"quote": {"msgtype": "text", "text": {"content": quote}}} if quote else {}
        return await self._says(who, inside, {"msgtype": "text", "text": {"content": words}, **more})

    async def sends(self, who: Voice, content: Json, *, inside: Group | None = None) -> Json:
        return await self._says(who, inside, content)

    async def taps_card(self, who: Voice, label: str, *, inside: Group | None = None) -> Json:
        """Taps the newest card of the chat that has the button."""
        seen, key = self._ear(who, inside).find(label)
        return await self.touches(who, seen.task, key.token, inside=inside)

    async def touches(self, who: Voice, task: str, token: str, *, inside: Group | None = None) -> Json:
        """Taps that button of that card."""
        self._ear(who, inside).acts()
        request = f"req-{next(self.state.numbers)}"
        self.taps[request] = (task, self.state.now())
        event = {
            "eventtype": "template_card_event",
            "template_card_event": {
                "card_type": "button_interaction",
                "event_key": token,
                "task_id": task,
            },
        }
        body = {**self._head(who, inside), "msgtype": "event", "event": event}
        return await self.brings("aibot_event_callback", body, request)

    def _ear(self, who: Voice, inside: Group | None) -> Ear:
        return Ear(self.state, inside.id if inside else f"bot:{who.userid}")

    async def brings(self, command: str, body: Json, request: str = "") -> Json:
        """Any frame, to the connection that counts."""
        headers = {"req_id": request or f"req-{next(self.state.numbers)}"}
        frame = {"cmd": command, "headers": headers, "body": body}
        self.watch(True, frame, {})
        await self.sockets[-1].send(json.dumps(frame))
        return body

    async def breaks(self) -> None:
        """The connection is cut."""
        self.online.clear()
        await self.sockets[-1].close()

    async def _says(self, who: Voice, inside: Group | None, content: Json) -> Json:
        chat = inside.id if inside else f"bot:{who.userid}"
        self.chats.add(chat)
        Ear(self.state, chat).acts()
        return await self.brings("aibot_msg_callback", {**self._head(who, inside), **content})

    def _head(self, who: Voice, inside: Group | None) -> Json:
        place = {"chatid": inside.id, "chattype": "group"} if inside else {"chattype": "single"}
        number = next(self.state.numbers)
        return {"msgid": f"bot-msg-{number}", "aibotid": BOT_ID, "from": {"userid": who.userid}, **place}

    async def _connected(self, socket: ServerConnection) -> None:
        try:
            async for text in socket:
                frame = json.loads(text)
                self.commands.append(frame["cmd"])
                if not self.silent:
                    answer = await self._answer(socket, frame)
                    self.watch(False, frame, answer)
                    await socket.send(json.dumps(answer))
        except ConnectionClosed:
            pass
        finally:
            if socket in self.sockets:
                self.sockets.remove(socket)

    async def _answer(self, socket: ServerConnection, frame: Json) -> Json:
        try:
            waiting = self.state.refusals.get(frame["cmd"])
            if waiting and (refusal := waiting.pop(0)) is not None:
                raise refusal
            body = await self._do(socket, frame)
            return {"headers": frame["headers"], "errcode": 0, "errmsg": "ok", "body": body}
        except Refusal as error:
            return {"headers": frame["headers"], "errcode": error.code, "errmsg": error.message}

    async def _do(self, socket: ServerConnection, frame: Json) -> Json:
        command, body = frame["cmd"], frame.get("body", {})
        if command == "aibot_subscribe":
            return await self._subscribed(socket, body)
        if socket not in self.sockets:
            raise Refusal(846600, "not subscribed")
        if command == "aibot_respond_update_msg":
            return self._update(frame["headers"]["req_id"], body)
        commands: Mapping[str, Callable[[Json], Json]] = {
            "ping": lambda _: {},
            "aibot_send_msg": self._send,
            "aibot_upload_media_init": self._begin,
            "aibot_upload_media_chunk": self._piece,
            "aibot_upload_media_finish": self._finish,
        }
        if command not in commands:
            raise Refusal(846601, "unknown cmd")
        return commands[command](body)

    async def _subscribed(self, socket: ServerConnection, body: Json) -> Json:
        if (body.get("bot_id"), body.get("secret")) != (BOT_ID, BOT_SECRET):
            raise Refusal(853000, "invalid bot_id or secret")
        if self.sockets:
            event = {"msgtype": "event", "event": {"eventtype": "disconnected_event"}}
            await self.brings("aibot_event_callback", {"msgid": "out", "aibotid": BOT_ID, **event})
            await self.sockets.pop().close()
        self.sockets.append(socket)
        self.online.set()
        return {}

    def _send(self, body: Json) -> Json:
        group = body.get("chat_type") == 2
        chat = str(body["chatid"]) if group else f"bot:{body['chatid']}"
        if chat not in self.chats:
            raise Refusal(93006, "invalid chatid")
        kind = body["msgtype"]
        if kind == "markdown":
            self.state.show(Seen(chat, kind, said(body[kind], BOT_MARKDOWN)))
        elif kind == "template_card":
            if group and not self.cards_in_groups:
                raise Refusal(40008, "template_card is for single chats")
            text, keys = new_card(self.state, body[kind], chat)
            self.state.show(Seen(chat, kind, text, keys, task=body[kind]["task_id"]))
        else:
            self.state.show(Seen(chat, kind, content=self.state.media[body[kind]["media_id"]][1]))
        return {}

    def _update(self, request: str, body: Json) -> Json:
        task, at = self.taps.pop(request, ("", self.state.now()))
        if not task or self.state.now() - at > UPDATE_WITHIN:
            raise Refusal(846605, "invalid req_id")
        text, keys = card_ok(body["template_card"])
        if body["template_card"]["task_id"] != task:
            raise Refusal(40058, "task_id differs")
        chat = self.state.cards[task]
        self.state.show(Seen(chat, "template_card", text, keys, "update", task))
        return {}

    def _begin(self, body: Json) -> Json:
        upload = f"upload-{next(self.state.numbers)}"
        self.uploads[upload] = (body["type"], [b""] * body["total_chunks"])
        return {"upload_id": upload}

    def _piece(self, body: Json) -> Json:
        piece = base64.b64decode(body["base64_data"])
        if len(piece) > PIECE:
            raise Refusal(40009, "a piece over 512 KB")
        self.uploads[body["upload_id"]][1][body["chunk_index"]] = piece
        return {}

    def _finish(self, body: Json) -> Json:
        kind, pieces = self.uploads.pop(body["upload_id"])
        return {"type": kind, "media_id": self.state.store(kind, b"".join(pieces)), "created_at": "0"}
