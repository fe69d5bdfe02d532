"""The door that WeCom calls: are its word and key of the right form, and does the running server have the same ones?"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import httpx

from bot.channels.finding import Finding
from bot.channels.tencent.sealing import KeyMalformed, Sealer
from bot.channels.tencent.signing import signature
from bot.channels.wecom.door import PATH


@dataclass(frozen=True, slots=True)
class Callback:
    """What callbacks are signed and sealed with. `keys`: the present one, then former ones."""

    token: str = field(repr=False)
    corp_id: str = ""
    keys: Sequence[str] = field(default=(), repr=False)

    def sealer(self) -> Sealer:
        """Raises KeyMalformed."""
        return Sealer(self.token, self.corp_id, self.keys)


def form(callback: Callback) -> list[Finding]:
    """Without asking anybody."""
    found = []
    if not (3 <= len(callback.token) <= 32 and callback.token.isascii() and callback.token.isalnum()):
        found.append(
            Finding("HUIYIN_WECOM_TOKEN 要 3 到 32 个字母或数字，和“接收消息 → API 接收”里的一模一样。", True)
        )
    try:
        complete = callback.sealer().has_keys
    except KeyMalformed:
        complete = False
    if not complete:
        found.append(
            Finding("HUIYIN_WECOM_AES_KEY 要 43 个字母或数字：请到“接收消息 → API 接收”原样复制。", True)
        )
    return found


async def knock(callback: Callback, public_url: str, now: datetime) -> list[Finding]:
    """As WeCom does when the address is saved, from outside. `now` by the real clock."""
    url, word = public_url.rstrip("/") + PATH, secrets.token_hex(8)
    try:
        async with httpx.AsyncClient(timeout=10.0) as http:
            answer = await http.get(url, params=_probe(callback, word, now))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return [
            Finding(f"从外面打不开 {url}（{type(error).__name__}）：请检查域名、证书、防火墙，服务是否在跑。")
        ]
    if answer.status_code == 403:
        return [Finding("服务在跑的 HUIYIN_WECOM_TOKEN 和这里的不一样：请统一后重启 huiyin serve。", True)]
    if answer.status_code == 400:
        return [Finding("服务在跑的 HUIYIN_WECOM_AES_KEY 和这里的不一样：请统一后重启 huiyin serve。", True)]
    if answer.status_code != 200 or answer.text != word:
        return [Finding(f"{url} 不是本系统在回答（HTTP {answer.status_code}）：请检查反向代理。", True)]
    return []


def _probe(callback: Callback, word: str, now: datetime) -> dict[str, str]:
    stamp, nonce = str(int(now.timestamp())), secrets.token_hex(8)
    letter = callback.sealer().close(word, key=0, timestamp=stamp, nonce=nonce)
    sealed = letter.partition("<Encrypt><![CDATA[")[2].partition("]]>")[0]
    signed = signature(callback.token, stamp, nonce, sealed)
    return {"timestamp": stamp, "nonce": nonce, "msg_signature": signed, "echostr": sealed}
