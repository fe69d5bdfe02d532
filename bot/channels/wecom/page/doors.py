"""GET and POST /wecom/card/<id>, GET /wecom/oauth.

A link in a group identifies nobody and previews open it, so GET shows and never acts. A POST acts for whom WeCom has
named; an unnamed one is sent to WeCom first, comes back to the card, and taps again.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qs

from fastapi import APIRouter, Request, Response

from bot.channels.tencent.callback import Refused, body_of
from bot.channels.tencent.codes import ApiError, Unreachable
from bot.channels.wecom.cards import Cards, Shown
from bot.channels.wecom.client import Client
from bot.channels.wecom.codes import BAD_CODE
from bot.channels.wecom.door import Take
from bot.channels.wecom.outbound import Answers
from bot.channels.wecom.page.oauth import CALLBACK, authorize_url
from bot.channels.wecom.page.sheet import card_page, word_page
from bot.channels.wecom.page.signer import LOGIN, SESSION, Signer
from bot.channels.wecom.places import CHANNEL
from bot.messages import Address, Incoming

PATH = "/wecom/card"
ANSWER_WITHIN = 2.5
_WHO, _ASKED = "huiyin_wecom", "huiyin_wecom_asked"
_CARD_ID = re.compile(r"[0-9a-f]{24}")
_TOKEN = re.compile(r"[\x21-\x7e]{1,64}")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class House:
    """What stands behind the page. `is_staff`: whether this userid has joined. `real_now` is the machine's clock.

    `ids` gives 24 hexadecimal characters.
    """

    account: str
    client: Client
    cards: Cards
    answers: Answers
    signer: Signer
    public_url: str
    take: Take
    is_staff: Callable[[str], bool]
    ids: Callable[[], str]
    now: Callable[[], datetime]
    real_now: Callable[[], datetime]
    patience: float = ANSWER_WITHIN
    """Seconds that a tap waits for the desk's short answer."""


def router(house: House) -> APIRouter:
    routes = APIRouter()
    pages = _Pages(house)

    @routes.get(PATH + "/{card_id}", include_in_schema=False)
    async def wecom_card(request: Request, card_id: str) -> Response:
        return pages.show(request, card_id)

    @routes.post(PATH + "/{card_id}", include_in_schema=False)
    async def wecom_card_tap(request: Request, card_id: str) -> Response:
        try:
            body = await body_of(request)
        except Refused as error:
            return word_page("内容太长了。", error.status)
        return await pages.tap(request, card_id, body)

    @routes.get(CALLBACK, include_in_schema=False)
    async def wecom_oauth(request: Request) -> Response:
        return await pages.named(request)

    return routes


class _Pages:
    def __init__(self, house: House) -> None:
        self._house = house

    def show(self, request: Request, card_id: str) -> Response:
        """Anybody may look: it is what the group sees. Inside WeCom the phone is named first, without a tap."""
        card = self._card(card_id)
        if card is None:
            return _gone()
        who = self._who(request)
        if not who and "wxwork" in request.headers.get("user-agent", "").lower():
            return self._ask(card_id)
        return self._sheet(card, who)

    async def tap(self, request: Request, card_id: str, body: bytes) -> Response:
        card = self._card(card_id)
        if card is None:
            return _gone()
        who = self._who(request)
        if not who:
            return self._ask(card_id)
        form = _form(body)
        token, once = form.get("token", ""), form.get("once", "")
        if not self._house.signer.is_mac(form.get("check", ""), "form", f"{who}\0{card_id}\0{once}"):
            return self._sheet(card, who, said="页面放得太久了，请再点一次。")
        if not _TOKEN.fullmatch(token):
            return word_page("没有看懂这个按钮，请返回再点一次。", 400)
        if not self._house.is_staff(who):
            return word_page("还不认识您：请先在企业微信里打开本应用，发送 /start 加经理给您的口令。", 403)
        return await self._acted(card, who, token, once)

    async def named(self, request: Request) -> Response:
        """Back from WeCom. Here the phone only gets its name; what to do is tapped on the card."""
        house, now = self._house, self._house.real_now()
        state, code = request.query_params.get("state", ""), request.query_params.get("code", "")
        card_id, _, nonce = house.signer.opened("login", state, now).partition(":")
        if not nonce or request.cookies.get(_ASKED, "") != nonce or not code:
            return word_page("登录没有成功，请回到群里再点一次卡片。", 403)
        try:
            who = await house.client.whose(code)
        except ApiError as error:
            log.warning("nobody named: %s", error, extra={"action": "oauth_refused"})
            return word_page("登录没有成功，请再点一次卡片。", 403 if error.code == BAD_CODE else 502)
        except Unreachable as error:
            log.warning("nobody named: %s", error, extra={"action": "oauth_unreachable"})
            return word_page("企业微信现在没有回应，请过一会儿再点。", 502)
        if not who:
            return word_page("只有本企业的成员可以处理工单。", 403)
        answer = _redirect(f"{PATH}/{card_id}")
        value = house.signer.sealed("session", who, now + SESSION)
        _set_cookie(answer, _WHO, value, int(SESSION.total_seconds()), secure=self._secure)
        answer.delete_cookie(_ASKED, path="/wecom")
        return answer

    async def _acted(self, card: Shown, who: str, token: str, once: str) -> Response:
        """As if tapped in private: what the desk asks next is asked and answered there, not in a group that cannot be read."""
        house, tap = self._house, f"page:{who}:{once}"
        # Sent twice, the same form is one tap: the inbox knows the key.
        arrived = Incoming(
            Address(CHANNEL, house.account, who),
            f"p{once}:{token}",
            "tap",
            who,
            house.now(),
            token=token,
            tap=tap,
            on=card.id,
        )

        async def act() -> None:
            house.take([arrived])

        try:
            said = await house.answers.after(tap, act(), house.patience)
        except Exception as error:  # its message may quote what somebody wrote
            log.error("tap not taken: %s", type(error).__name__, extra={"action": "take_failed"})
            return word_page("没有记下来，请再点一次。", 503)
        return self._sheet(
            self._card(card.id) or card, who, said=said or "收到。结果请看企业微信应用里的消息。"
        )

    def _sheet(self, card: Shown, who: str, said: str = "") -> Response:
        house = self._house
        once = house.ids()
        hidden = {"once": once, "check": house.signer.mac("form", f"{who}\0{card.id}\0{once}")} if who else {}
        foot = "" if who else "点按钮时会请您用企业微信登录；请在企业微信里打开。"
        return card_page(card.text, card.buttons, hidden=hidden, said=said, foot=foot)

    def _card(self, card_id: str) -> Shown | None:
        return self._house.cards.get(card_id) if _CARD_ID.fullmatch(card_id) else None

    def _who(self, request: Request) -> str:
        return self._house.signer.opened("session", request.cookies.get(_WHO, ""), self._house.real_now())

    def _ask(self, card_id: str) -> Response:
        """To WeCom. The cookie ties the way back to this phone, so nobody can lend it their name."""
        house, nonce = self._house, self._house.ids()[:12]
        state = house.signer.sealed("login", f"{card_id}:{nonce}", house.real_now() + LOGIN)
        answer = _redirect(
            authorize_url(house.client.corp_id, house.client.agent_id, house.public_url, state)
        )
        _set_cookie(answer, _ASKED, nonce, int(LOGIN.total_seconds()), secure=self._secure)
        return answer

    @property
    def _secure(self) -> bool:
        return self._house.public_url.startswith("https:")


def _gone() -> Response:
    return word_page("这张卡片已经办完或撤下了，最新情况请看群里的消息。", 404)


def _redirect(url: str) -> Response:
    return Response(status_code=303, headers={"Location": url, "Cache-Control": "no-store"})


def _set_cookie(answer: Response, name: str, value: str, seconds: int, *, secure: bool) -> None:
    answer.set_cookie(
        name, value, max_age=seconds, path="/wecom", secure=secure, httponly=True, samesite="lax"
    )


def _form(body: bytes) -> Mapping[str, str]:
    try:
        found = parse_qs(body.decode("utf-8", "replace"), max_num_fields=20)
    except ValueError:  # more fields than any form of ours has
        return {}
    return {name: values[0] for name, values in found.items()}
