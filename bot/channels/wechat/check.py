"""What `huiyin check` says about the official account: each finding a sentence that ends in what to do."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import httpx
from typing_extensions import override

from bot.channels.tencent.codes import ApiError, Unreachable
from bot.channels.tencent.sealing import KeyMalformed, Sealer
from bot.channels.tencent.signing import signature
from bot.channels.wechat import menu
from bot.channels.wechat.client import Client
from bot.channels.wechat.door import PATH

_SENTENCES = {
    40001: "AppSecret 不对：请在公众平台“设置与开发 → 开发接口管理”重置，写进 HUIYIN_WECHAT_APP_SECRET。",
    40013: "AppID 不对：请到“设置与开发 → 开发接口管理”复制，写进 HUIYIN_WECHAT_APP_ID。",
    40125: "AppSecret 不对：请在公众平台“设置与开发 → 开发接口管理”重置，写进 HUIYIN_WECHAT_APP_SECRET。",
    40164: "本机的出口 IP 不在白名单里：请到“设置与开发 → 开发接口管理 → IP 白名单”加上{ip}，几分钟后再试。",
    45009: "今天的接口次数用完了：请到“设置与开发 → 接口权限”清零，或明天再试。",
}
_RIGHTS = (
    "公众号没有{what}的权限（48001）：要已认证的服务号。没有认证就在 config.yaml 写 "
    "channels.wechat.certified: false，只用被动回复。"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """`blocking`: WeChat will not work before this is mended."""

    sentence: str
    blocking: bool = False

    @override
    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class Subject:
    """What is looked at. `templates`: the ids that config.yaml names."""

    client: Client
    token: str
    aes_keys: Sequence[str] = ()
    public_url: str = ""
    certified: bool = True
    templates: Sequence[str] = ()


async def check(subject: Subject, now: datetime, *, online: bool = False) -> list[Finding]:
    """What is missing or wrong; [] where all is well. `online` also asks WeChat and knocks at our own door."""
    found = _form(subject)
    if online:
        found += await _account(subject)
        found += await _door(subject, now) if subject.public_url and not found_blocking(found) else []
    return found


def found_blocking(found: Sequence[Finding]) -> bool:
    return any(finding.blocking for finding in found)


def _form(subject: Subject) -> list[Finding]:
    found = []
    if not (3 <= len(subject.token) <= 32 and subject.token.isascii() and subject.token.isalnum()):
        found.append(
            Finding("HUIYIN_WECHAT_TOKEN 要 3 到 32 个字母或数字，和公众平台“服务器配置”里的一模一样。", True)
        )
    try:
        Sealer(subject.token, subject.client.account, subject.aes_keys)
    except KeyMalformed:
        found.append(
            Finding("HUIYIN_WECHAT_AES_KEY 要 43 个字母或数字：请到公众平台“服务器配置”原样复制。", True)
        )
    return found


async def _account(subject: Subject) -> list[Finding]:
    client = subject.client
    refused = await _refusal(client.api.token)
    if refused is not None:
        return [_sentence(refused, client, "接口")]
    if not subject.certified:
        return []
    asked: list[tuple[str, Callable[[], Awaitable[list[Finding]]]]] = [
        ("自定义菜单", lambda: _menu(client)),
        ("模板消息", lambda: _templates(client, subject.templates)),
    ]
    found: list[Finding] = []
    for what, ask in asked:
        try:
            found += await ask()
        except (ApiError, Unreachable) as error:
            found.append(_sentence(error, client, what))
    return found


async def _menu(client: Client) -> list[Finding]:
    if await menu.is_published(client):
        return []
    return [Finding("公众号底部还没有我们的菜单：请运行 huiyin check --online --apply。")]


async def _templates(client: Client, wanted: Sequence[str]) -> list[Finding]:
    if not wanted:
        return [
            Finding(
                "没有配模板消息：业主 48 小时没说话就通知不到，只能等他再来。"
                "请在公众平台选一个工单类模板，写进 config.yaml 的 channels.wechat.templates。"
            )
        ]
    known = await client.templates()
    return [
        Finding(f"模板 {id} 不在公众号里：请到“模板消息 → 我的模板”复制模板 ID。")
        for id in wanted
        if id not in known
    ]


async def _refusal(ask: Callable[[], Awaitable[object]]) -> ApiError | Unreachable | None:
    try:
        await ask()
    except (ApiError, Unreachable) as error:
        return error
    return None


def _sentence(error: ApiError | Unreachable, client: Client, what: str) -> Finding:
    if isinstance(error, Unreachable):
        return Finding(f"连不上 {client.api.origin}（{error}）：请检查网络或 HUIYIN_WECHAT_API。", True)
    if error.code in (48001, 50002):
        return Finding(_RIGHTS.format(what=what))
    known = _SENTENCES.get(error.code)
    if known is None:
        return Finding(f"微信不接受{what}的请求（{error}）：请按错误码到微信文档里查。", True)
    return Finding(known.format(ip=error.address or "它"), error.code != 45009)


async def _door(subject: Subject, now: datetime) -> list[Finding]:
    """Knocks as WeChat would, from outside: is it reachable, and are token and key the ones that it runs with?"""
    url = subject.public_url.rstrip("/") + PATH
    stamp, nonce, word = str(int(now.timestamp())), secrets.token_hex(8), secrets.token_hex(8)
    params, xml = _probe(subject, stamp, nonce)
    try:
        async with httpx.AsyncClient(timeout=10.0) as http:
            knock = await http.get(url, params={**params, "echostr": word})
            letter = await http.post(url, params=params, content=xml)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return [
            Finding(f"从外面打不开 {url}（{type(error).__name__}）：请检查域名、证书、防火墙，服务是否在跑。")
        ]
    if knock.status_code == 403:
        return [Finding("服务在跑的 HUIYIN_WECHAT_TOKEN 和这里的不一样：请统一后重启 huiyin serve。", True)]
    if knock.status_code != 200 or knock.text != word:
        return [Finding(f"{url} 不是本系统在回答（HTTP {knock.status_code}）：请检查反向代理。", True)]
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
