"""Knocks at our own door as WeChat would, from outside: is it reachable, and does it run with this token and key?"""

from __future__ import annotations

import secrets
from datetime import datetime

import httpx

from bot.channels.finding import Finding
from bot.channels.tencent.sealing import Sealer
from bot.channels.tencent.signing import signature
from bot.channels.wechat.door import PATH
from bot.channels.wechat.subject import Subject


async def knock(subject: Subject, now: datetime) -> list[Finding]:
    """[] where the door opens. `now` by the real clock."""
    url = subject.public_url.rstrip("/") + PATH
    stamp, nonce, word = str(int(now.timestamp())), secrets.token_hex(8), secrets.token_hex(8)
    params, xml = _probe(subject, stamp, nonce)
    try:
        async with httpx.AsyncClient(timeout=10.0) as http:
            answer = await http.get(url, params={**params, "echostr": word})
            letter = await http.post(url, params=params, content=xml)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return [
            Finding(f"从外面打不开 {url}（{type(error).__name__}）：请检查域名、证书、防火墙，服务是否在跑。")
        ]
    if answer.status_code == 403:
        return [Finding("服务在跑的 HUIYIN_WECHAT_TOKEN 和这里的不一样：请统一后重启 huiyin serve。", True)]
    if answer.status_code != 200 or answer.text != word:
        return [Finding(f"{url} 不是本系统在回答（HTTP {answer.status_code}）：请检查反向代理。", True)]
    if letter.status_code == 400:
        return [Finding("服务在跑的 HUIYIN_WECHAT_AES_KEY 和这里的不一样：请统一后重启 huiyin serve。", True)]
    return []


def _probe(subject: Subject, stamp: str, nonce: str) -> tuple[dict[str, str], str]:
    """An event of a type that nobody knows, sealed where there is a key: read, and answered without effect."""
    xml = (
        f"<xml><ToUserName>check</ToUserName><FromUserName>check</FromUserName><CreateTime>{stamp}</CreateTime>"
        "<MsgType>event</MsgType><Event>huiyin_check</Event></xml>"
    )
    params = {"timestamp": stamp, "nonce": nonce, "signature": signature(subject.token, stamp, nonce)}
    sealer = Sealer(subject.token, subject.client.account, subject.aes_keys)
    if not sealer.has_keys:
        return params, xml
    sealed = sealer.close(xml, key=0, timestamp=stamp, nonce=nonce)
    ciphertext = sealed.partition("<Encrypt><![CDATA[")[2].partition("]]>")[0]
    signed = signature(subject.token, stamp, nonce, ciphertext)
    return {**params, "encrypt_type": "aes", "msg_signature": signed}, sealed
