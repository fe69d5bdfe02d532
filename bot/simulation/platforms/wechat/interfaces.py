"""The API's interfaces, as documented: rights, limits and error codes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.simulation.platforms.tencent import Refusal, body, done, told
from bot.simulation.platforms.wechat.fields import checked
from bot.simulation.platforms.wechat.state import Follower, Json, Seen, State

TEXT_BYTES = 2048
PICTURE_BYTES = 10 * 1024 * 1024
Interface = Callable[[State, Request], Awaitable[Response]]


def needs(state: State, right: str) -> None:
    if right not in state.rights:
        raise Refusal(48001, "api unauthorized")


async def stable_token(state: State, request: Request) -> Response:
    asked = await body(request)
    if asked.get("appid") != state.app_id:
        raise Refusal(40013, "invalid appid")
    if asked.get("secret") != state.secret:
        raise Refusal(40125, "invalid appsecret")
    if not state.allowed_ip:
        raise Refusal(40164, "invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist")
    if asked.get("force_refresh"):
        state.tokens.clear()
    return JSONResponse({"access_token": state.token(), "expires_in": 7200})


def addressee(state: State, asked: Json) -> Follower:
    follower = state.followers.get(str(asked.get("touser")))
    if follower is None:
        raise Refusal(40003, "invalid openid")
    return follower


async def custom_send(state: State, request: Request) -> Response:
    needs(state, "custom")
    asked = await body(request)
    follower = addressee(state, asked)
    seen = _custom(state, follower.openid, asked)
    follower.spend(state.now())
    state.show(seen)
    return done()


def _custom(state: State, openid: str, asked: Json) -> Seen:
    kind, content = told(asked)
    if kind == "text":
        return Seen(openid, "custom", sized(content["content"]))
    if kind == "image":
        return Seen(openid, "custom", picture=stored(state, content["media_id"]))
    if kind == "msgmenu":
        listed = tuple((str(one["id"]), str(one["content"])) for one in content["list"])
        return Seen(openid, "custom", f"{sized(content['head_content'])}\n{content['tail_content']}", listed)
    raise Refusal(40008, "invalid message type")


def sized(text: str) -> str:
    if not text:
        raise Refusal(44004, "empty content")
    if len(text.encode()) > TEXT_BYTES:
        raise Refusal(45002, "content size out of limit")
    return text


def stored(state: State, media_id: str) -> bytes:
    content, until = state.media.get(media_id, (b"", state.now()))
    if state.now() >= until:
        raise Refusal(40007, "invalid media_id")
    return content


async def template_send(state: State, request: Request) -> Response:
    needs(state, "template")
    asked = await body(request)
    follower = addressee(state, asked)
    if not follower.follows:
        raise Refusal(43004, "require subscribe")
    if asked.get("template_id") not in state.templates:
        raise Refusal(40037, "invalid template_id")
    fields = checked(asked["data"], state.templates[asked["template_id"]])
    state.show(Seen(follower.openid, "template", " ".join(fields.values()), fields=fields))
    return done(msgid=next(state.numbers))


async def template_list(state: State, request: Request) -> Response:
    needs(state, "template")
    return JSONResponse({"template_list": [{"template_id": id} for id in state.templates]})


async def media_upload(state: State, request: Request) -> Response:
    needs(state, "media")
    async with request.form() as form:
        file = form.get("media")
        if not isinstance(file, UploadFile):
            raise Refusal(41005, "media data missing")
        content = await file.read()
    if request.query_params.get("type") != "image" or content[:3] not in (b"\xff\xd8\xff", b"\x89PN", b"GIF"):
        raise Refusal(40004, "invalid media type")
    if len(content) > PICTURE_BYTES:
        raise Refusal(45001, "media size out of limit")
    return JSONResponse({"type": "image", "media_id": state.store(content), "created_at": 0})


async def media_get(state: State, request: Request) -> Response:
    needs(state, "media")
    content = stored(state, request.query_params.get("media_id", ""))
    return Response(content, media_type="image/jpeg")


async def menu_create(state: State, request: Request) -> Response:
    needs(state, "menu")
    asked = await body(request)
    buttons = asked.get("button", [])
    if not 1 <= len(buttons) <= 3 or any(len(one.get("sub_button", [])) > 5 for one in buttons):
        raise Refusal(40017, "invalid button size")
    state.menu = asked
    return done()


async def menu_info(state: State, request: Request) -> Response:
    needs(state, "menu")
    return JSONResponse({"is_menu_open": int(bool(state.menu)), "selfmenu_info": state.menu})


WITHOUT_TOKEN: Mapping[str, Interface] = {"/cgi-bin/stable_token": stable_token}
WITH_TOKEN: Mapping[str, Interface] = {
    "/cgi-bin/message/custom/send": custom_send,
    "/cgi-bin/message/template/send": template_send,
    "/cgi-bin/template/get_all_private_template": template_list,
    "/cgi-bin/media/upload": media_upload,
    "/cgi-bin/media/get": media_get,
    "/cgi-bin/menu/create": menu_create,
    "/cgi-bin/get_current_selfmenu_info": menu_info,
}
