"""The door that WeChat knocks at: age → size → signature → open → read → commit to the inbox → the answer.

GET answers WeChat's first knock with its own words. POST answers with what the desk says while the request waits, else
with `success`; anything that is no XML would show the person an error, and no answer at all brings the message again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from fastapi import APIRouter, Request, Response
from starlette.background import BackgroundTask

from bot.channels.tencent.arrivals import Arrivals
from bot.channels.tencent.callback import Letter, Query, Refused, body_of, opened, plain
from bot.channels.tencent.sealing import Sealer
from bot.channels.wechat.choices import Offered
from bot.channels.wechat.inbound import Heard, Unreadable, read
from bot.channels.wechat.quota import Quota
from bot.channels.wechat.reply import text_reply
from bot.channels.wechat.said import Said
from bot.channels.wechat.waiting import PassiveReplies, Waiting
from bot.channels.wechat.words import word
from bot.messages import Incoming

PATH = "/wechat"
SUCCESS = "success"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class House:
    """What stands behind the door. `now` is the desk's clock, `real_now` the machine's, for signatures.

    `certified` False: a person for whom there is no answer yet is told that any message brings it.
    """

    token: str
    account: str
    sealer: Sealer
    replies: PassiveReplies
    quota: Quota
    offered: Offered
    arrivals: Arrivals
    now: Callable[[], datetime]
    real_now: Callable[[], datetime]
    certified: bool = True
    said: Said = field(default_factory=Said)


def router(house: House) -> APIRouter:
    """GET and POST /wechat."""
    door = APIRouter()

    async def wechat_knocks(request: Request) -> Response:
        query = Query.of(request)
        try:
            query.check_age(house.real_now())
            query.check_plain(house.token)
        except Refused as refused:
            return _refusal(refused)
        return Response(query.echostr, media_type="text/plain")

    async def wechat_brings(request: Request) -> Response:
        since = asyncio.get_running_loop().time()
        query = Query.of(request)
        try:
            letter = await _letter(request, query, house)
            heard = read(letter.xml, house.account, house.now())
        except Refused as refused:
            return _refusal(refused)
        except Unreadable as error:
            return _refusal(Refused(400, f"unreadable: {error}"))
        if heard is None:
            return Response(SUCCESS, media_type="text/plain")
        return await _answer(house, heard, letter, query, since)

    # Plain routes: what FastAPI does for parameters would cost every message, and there are none.
    door.add_route(PATH, wechat_knocks, ["GET"])
    door.add_route(PATH, wechat_brings, ["POST"])
    return door


async def _letter(request: Request, query: Query, house: House) -> Letter:
    """Raises Refused."""
    query.check_age(house.real_now())
    sealed = query.encrypt_type == "aes" or bool(query.msg_signature)
    if not sealed:
        query.check_plain(house.token)
    body = await body_of(request)
    return opened(body, query, house.token, house.sealer) if sealed else plain(body)


def _refusal(refused: Refused) -> Response:
    log.warning("callback refused: %s", refused.reason, extra={"action": f"wechat_{refused.status}"})
    return Response(status_code=refused.status)


async def _answer(house: House, heard: Heard, letter: Letter, query: Query, since: float) -> Response:
    """Takes the message in, and gives the desk a moment to answer it. A failed commit is 503: it comes again."""
    known = house.said.again(heard.incoming.key, since)
    if known is not None:
        return _response(_written(house, heard, letter, query, known))
    chat = heard.incoming.address.chat
    waiting, answered = house.replies.begin(chat, since), False
    try:
        text = await _told(house, heard, waiting)
        content = _written(house, heard, letter, query, text)
        answered = True
    except Exception as error:  # its message may quote what the person wrote
        log.error("message not taken: %s", type(error).__name__, extra={"action": "take_failed"})
        return Response(status_code=503)
    finally:
        house.replies.leave(chat, waiting)
        if not answered:
            waiting.ended(answered=False)
    house.said.keep(heard.incoming.key, text, asyncio.get_running_loop().time())
    # Only what has left the house counts as said.
    return _response(content, BackgroundTask(waiting.has_gone))


def _response(content: str, after: BackgroundTask | None = None) -> Response:
    kind = "text/plain" if content == SUCCESS else "application/xml"
    return Response(content, media_type=kind, background=after)


async def _told(house: House, heard: Heard, waiting: Waiting) -> str:
    """The desk's words for this request, "" for none."""
    incoming, chat = _meant(house, heard), heard.incoming.address.chat
    house.quota.opened(chat, heard.opens)
    await house.arrivals.take(incoming)
    if incoming.kind == "unreachable":
        return ""
    return await house.replies.settle(chat, waiting) or _patience(house, waiting)


def _meant(house: House, heard: Heard) -> Incoming:
    """A typed number, or a choice that was touched, is a tap on the button that it stands for."""
    incoming = heard.incoming
    if incoming.kind != "text" or incoming.attachments or heard.opens != "message":
        return incoming
    token = house.offered.meant(incoming.address.chat, incoming.text, heard.menu_id)
    return replace(incoming, kind="tap", token=token, tap=incoming.key) if token else incoming


def _patience(house: House, waiting: Waiting) -> str:
    """Without certification nothing can follow, so the person is told how to ask for it."""
    return "" if house.certified or waiting.is_replaced else word("later", "zh-Hans")


def _written(house: House, heard: Heard, letter: Letter, query: Query, text: str) -> str:
    """The answer's XML, sealed with the key that opened the message."""
    if not text:
        return SUCCESS
    stamp = str(int(house.real_now().timestamp()))
    xml = text_reply(heard.us, heard.incoming.sender, text, int(stamp))
    if letter.key is None:
        return xml
    return house.sealer.close(xml, key=letter.key, timestamp=stamp, nonce=query.nonce or stamp)
