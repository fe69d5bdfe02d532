"""What `huiyin check` says about the official account: each finding a sentence that ends in what to do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from bot.channels.finding import Finding
from bot.channels.tencent.codes import ApiError, Unreachable
from bot.channels.tencent.sealing import KeyMalformed, Sealer
from bot.channels.wechat import menu
from bot.channels.wechat.client import Client
from bot.channels.wechat.knock import knock
from bot.channels.wechat.subject import Subject

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


async def check(subject: Subject, now: datetime, *, online: bool = False) -> list[Finding]:
    """What is missing or wrong; [] where all is well. `online` also asks WeChat and knocks at our own door."""
    found = _form(subject)
    if online:
        found += await _account(subject)
        found += await knock(subject, now) if subject.public_url and not found_blocking(found) else []
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
