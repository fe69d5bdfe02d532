"""The application's interfaces, as documented: rights, limits and error codes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from bot.simulation.platforms.tencent import Refusal, body, done, told
from bot.simulation.platforms.wecom.rules import TEXT, card_ok, new_card, said
from bot.simulation.platforms.wecom.state import Json, Member, Seen, State

Interface = Callable[[State, Request], Awaitable[Response]]
LIMITS: Mapping[str, int] = {
    "image": 10 * 2**20,
    "voice": 2 * 2**20,
    "video": 10 * 2**20,
    "file": 20 * 2**20,
}
A_MINUTE, AN_HOUR = 30, 1000


async def gettoken(state: State, request: Request) -> Response:
    if request.query_params.get("corpid") != state.corp_id:
        raise Refusal(40013, "invalid corpid")
    if request.query_params.get("corpsecret") != state.secret:
        raise Refusal(40001, "invalid credential")
    return done(access_token=state.token(), expires_in=7200)


async def message_send(state: State, request: Request) -> Response:
    asked = await body(request)
    if str(asked.get("agentid")) != state.agent_id:
        raise Refusal(40056, "invalid agentid")
    member = state.members.get(str(asked.get("touser")))
    if member is None:
        raise Refusal(81013, "user & party & tag all invalid")
    seen, task = _message(state, member, asked)
    if not member.sees:
        return done(invaliduser=member.userid, msgid="")
    more = {"response_code": state.new_code(task)} if task else {}
    if _has_room(state, member):  # what is over the limit is dropped, and the answer is the same
        state.show(seen)
    return done(msgid=f"msg-{next(state.numbers)}", **more)


def _message(state: State, member: Member, asked: Json) -> tuple[Seen, str]:
    chat = f"app:{member.userid}"
    kind, content = told(asked)
    if kind == "text":
        whole = said(content, 10**9)
        cut = whole.encode()[:TEXT].decode("utf-8", "ignore")  # longer ones are cut, without a word
        return Seen(chat, kind, cut), ""
    if kind == "template_card":
        text, keys = new_card(state, content, chat)
        return Seen(chat, kind, text, keys, task=content["task_id"]), content["task_id"]
    if kind in LIMITS:
        return Seen(chat, kind, content=stored(state, kind, content)), ""
    raise Refusal(40008, "invalid message type")


def _has_room(state: State, member: Member) -> bool:
    now = state.now()
    minute = [at for at in member.sent if at > now - timedelta(minutes=1)]
    hour = [at for at in member.sent if at > now - timedelta(hours=1)]
    if len(minute) >= A_MINUTE or len(hour) >= AN_HOUR:
        return False
    member.sent.append(now)
    return True


def stored(state: State, kind: str, content: Json) -> bytes:
    found = state.media.get(str(content.get("media_id")))
    if found is None or found[0] != kind:
        raise Refusal(40007, "invalid media_id")
    return found[1]


async def update_template_card(state: State, request: Request) -> Response:
    asked = await body(request)
    task = state.spend_code(str(asked.get("response_code")))
    text, keys = card_ok(asked["template_card"])
    for userid in asked.get("userids", []):
        state.show(Seen(f"app:{userid}", "template_card", text, keys, "update", task))
    return done()


async def media_upload(state: State, request: Request) -> Response:
    kind = request.query_params.get("type", "")
    if kind not in LIMITS:
        raise Refusal(40004, "invalid media type")
    return done(type=kind, media_id=state.store(kind, await uploaded(request, LIMITS[kind])))


async def uploaded(request: Request, limit: int) -> bytes:
    """The file of a form. Raises Refusal 40006 for one over the limit, or of five bytes and less."""
    async with request.form() as form:
        file = form.get("media")
        if not isinstance(file, UploadFile):
            raise Refusal(41005, "media data missing")
        content = await file.read()
    if not 5 < len(content) <= limit:
        raise Refusal(40006, "invalid media size")
    return content


async def media_get(state: State, request: Request) -> Response:
    found = state.media.get(request.query_params.get("media_id", ""))
    if found is None:
        raise Refusal(40007, "invalid media_id")
    return Response(found[1], media_type="image/jpeg")


async def getuserinfo(state: State, request: Request) -> Response:
    userid = state.logins.pop(request.query_params.get("code", ""), None)
    if userid is None:
        raise Refusal(40029, "invalid code")
    return done(**({"userid": userid} if userid in state.members else {"openid": "o-stranger"}))


async def agent_get(state: State, request: Request) -> Response:
    if request.query_params.get("agentid") != state.agent_id:
        raise Refusal(301002, "not allow operate another agent with this accesstoken")
    return done(**state.agent)


WITH_TOKEN: Mapping[str, Interface] = {
    "/cgi-bin/message/send": message_send,
    "/cgi-bin/message/update_template_card": update_template_card,
    "/cgi-bin/media/upload": media_upload,
    "/cgi-bin/media/get": media_get,
    "/cgi-bin/auth/getuserinfo": getuserinfo,
    "/cgi-bin/agent/get": agent_get,
}
