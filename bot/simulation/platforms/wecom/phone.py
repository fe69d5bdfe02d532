"""The browser in a member's hand: keeps cookies, goes through WeCom's login, sends forms."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import httpx

from bot.simulation.platforms.documented import documented
from bot.simulation.platforms.wecom.double import WecomDouble
from bot.simulation.platforms.wecom.voices import Voice

INSIDE = "Mozilla/5.0 (Linux; Android 14) wxwork/4.1.20 MicroMessenger/7.0.1"
OUTSIDE = "Mozilla/5.0 (Linux; Android 14) Chrome/140"
_INPUT = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)">')
_BUTTON = re.compile(r'<button name="token" value="([^"]*)">([^<]*)</button>')
_MOST_STEPS = 6


class Phone:
    """`who` None is somebody whom WeCom does not know as a member. `inside`: the page opens within WeCom."""

    def __init__(self, wecom: WecomDouble, who: Voice | None, *, inside: bool = True) -> None:
        self._wecom = wecom
        self._userid = who.userid if who else "o-stranger"
        agent = INSIDE if inside else OUTSIDE
        self.http = httpx.AsyncClient(
            transport=wecom.line.transport, headers={"User-Agent": agent}, follow_redirects=False
        )
        self.page: httpx.Response = httpx.Response(200)
        self.logins = 0

    @property
    def text(self) -> str:
        """What is read on the screen."""
        inside = self.page.text.partition("<main>")[2]
        return unescape(re.sub(r"<[^>]*>", "\n", inside))

    @property
    def buttons(self) -> dict[str, str]:
        """Label → token."""
        return {unescape(label): unescape(token) for token, label in _BUTTON.findall(self.page.text)}

    @property
    def hidden(self) -> dict[str, str]:
        return {unescape(name): unescape(value) for name, value in _INPUT.findall(self.page.text)}

    async def opens(self, url: str) -> None:
        self.page = await self._through(await self.http.get(url))

    async def taps(self, label: str) -> None:
        """Sends the form of the page that is open."""
        form = {**self.hidden, "token": self.buttons[label]}
        self.page = await self._through(await self.http.post(str(self.page.url), data=form))

    async def _through(self, answer: httpx.Response) -> httpx.Response:
        """Follows redirects; the one to WeCom comes back with a code for whose phone it is."""
        for _ in range(_MOST_STEPS):
            if answer.status_code not in (302, 303):
                return answer
            url = answer.headers["location"]
            if urlsplit(url).hostname == "open.weixin.qq.com":
                url = self.logs_in(url)
            answer = await self.http.get(str(answer.url.join(url)))
        raise AssertionError("redirected for ever")

    def logs_in(self, url: str) -> str:
        """As documented: appid, agentid, snsapi_base, a state of letters and digits up to 128 characters."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        state = self._wecom.state
        documented((asked["appid"], asked["agentid"]) == (state.corp_id, state.agent_id), "appid and agentid")
        documented((asked["response_type"], asked["scope"]) == ("code", "snsapi_base"), "the kind of login")
        documented(
            re.fullmatch(r"[A-Za-z0-9]{1,128}", asked["state"]), "state: letters and digits, up to 128"
        )
        documented(url.endswith("#wechat_redirect"), "the address ends in #wechat_redirect")
        self.logins += 1
        return f"{asked['redirect_uri']}?code={self._wecom.login_of(self._userid)}&state={asked['state']}"
