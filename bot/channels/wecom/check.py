"""What `huiyin check --online` says about WeCom: each finding a sentence that ends in what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from bot.channels.finding import Finding
from bot.channels.tencent.codes import ApiError, Unreachable
from bot.channels.wecom.aibot.connection import dial, reading
from bot.channels.wecom.aibot.keeper import Account, subscribe
from bot.channels.wecom.client import Client
from bot.channels.wecom.codes import BAD_BOT, BAD_ROBOT
from bot.channels.wecom.knock import Callback, form, knock
from bot.channels.wecom.robot import Webhook

_ADVICE = {
    40001: "应用的 Secret 不对：请在管理后台 → 应用管理 → 本应用里重新查看 Secret，写进 HUIYIN_WECOM_SECRET。",
    40013: "企业 ID 不对：请在管理后台 → 我的企业 → 企业信息最下面复制企业 ID，写进 HUIYIN_WECOM_CORP_ID。",
    40056: "AgentId 不对：请在管理后台 → 应用管理 → 本应用里复制 AgentId，写进 HUIYIN_WECOM_AGENT_ID。",
    301002: "这个 Secret 管不了这个 AgentId：请从同一个应用的页面复制 AgentId 和 Secret。",
    60020: "本机 IP 不在白名单：请在管理后台 → 应用管理 → 本应用 → 企业可信 IP 里加上服务器的公网 IP。",
    48002: "应用没有这个接口的权限：请确认它是自建应用，并且没有停用。",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What is set up; None and empty for what is not. `signs`: HUIYIN_SECRET_KEY is set.

    `callback` is the application's door. `bot_runs`: a running server holds the AI bot's connection, so it must not be tried.
    """

    client: Client | None = None
    robots: Mapping[str, Webhook] = field(default_factory=dict)
    bot: Account | None = None
    public_url: str = ""
    signs: bool = False
    bot_runs: bool = False
    callback: Callback | None = None


async def check(subject: Subject, now: datetime, *, online: bool = False) -> list[Finding]:
    """What is missing or wrong; [] where all is well. `online` also asks WeCom and knocks at our own door.

    `now` by the real clock.
    """
    found = form(subject.callback) if subject.callback else []
    knocks = subject.callback if online and subject.public_url and not found else None
    found += _page(subject)
    if not online:
        return found
    found += await knock(knocks, subject.public_url, now) if knocks else []
    if subject.client is not None:
        found += await _application(subject.client, subject.public_url, bool(subject.robots))
    for name, robot in subject.robots.items():
        found += await _robot(name, robot)
    if subject.bot is not None and not subject.bot_runs:
        found += await _bot(subject.bot)
    return found


def _page(subject: Subject) -> list[Finding]:
    """A robot's card has no buttons of its own: they stand on the page."""
    if not subject.robots:
        return []
    missing = [
        what
        for what, there in (
            ("自建应用（HUIYIN_WECOM_CORP_ID 等）", subject.client is not None),
            ("HUIYIN_PUBLIC_URL", bool(subject.public_url)),
            ("HUIYIN_SECRET_KEY", subject.signs),
        )
        if not there
    ]
    if not missing:
        return []
    return [Finding(f"群机器人的卡片没有地方点按钮：处理页面还缺 {'、'.join(missing)}，请补上。", True)]


async def _application(client: Client, public_url: str, has_robots: bool) -> list[Finding]:
    try:
        agent = await client.agent()
    except ApiError as error:
        advice = _ADVICE.get(error.code, f"企业微信拒绝了（{error}）：请对照管理后台的应用页面检查。")
        return [Finding(advice, True)]
    except Unreachable as error:
        return [Finding(f"连不上企业微信（{error}）：请检查网络、代理或 HUIYIN_WECOM_API。", True)]
    found = []
    if agent.get("close") == 1:
        found.append(Finding("应用停用了：请在管理后台 → 应用管理里启用它。", True))
    if not _is_seen(agent):
        found.append(
            Finding("应用的可见范围是空的，谁也收不到：请在管理后台 → 本应用 → 可见范围里加上员工。", True)
        )
    host = urlsplit(public_url).hostname or ""
    trusted = str(agent.get("redirect_domain") or "").partition(":")[0]
    if has_robots and host and trusted != host:
        found.append(
            Finding(
                f"可信域名现在是“{trusted or '空'}”，处理页面没法登录："
                f"请在管理后台 → 本应用 → 网页授权及 JS-SDK 里填 {host}，并按提示放校验文件。",
                True,
            )
        )
    return found


def _is_seen(agent: Mapping[str, object]) -> bool:
    """By members, departments or tags. An answer without any of these says nothing."""
    listed = [agent.get(name) for name in ("allow_userinfos", "allow_partys", "allow_tags")]
    known = [one for one in listed if isinstance(one, dict)]
    return not known or any(value for one in known for value in one.values())


async def _robot(name: str, robot: Webhook) -> list[Finding]:
    """An empty text is refused before anybody sees it, but only after the key was looked at."""
    variable = f"HUIYIN_WECOM_ROBOT_{name}"
    try:
        await robot.post("text", {"content": ""})
    except ApiError as error:
        if error.code in BAD_ROBOT:
            return [
                Finding(
                    f"{variable} 的机器人不在群里了，或地址不对：请到群设置 → 消息推送里重新复制 Webhook 地址。",
                    True,
                )
            ]
    except Unreachable as error:
        return [Finding(f"{variable} 连不上（{error}）：请检查网络和地址。", True)]
    return []


async def _bot(account: Account) -> list[Finding]:
    try:
        connection = await dial(account.url, lambda: "check")
    except Unreachable as error:
        return [Finding(f"连不上智能机器人的长连接（{error}）：请检查网络或 HUIYIN_WECOM_BOT_URL。", True)]
    try:
        async with reading(connection):
            await subscribe(connection, account)
    except ApiError as error:
        if error.code in BAD_BOT:
            return [
                Finding(
                    "智能机器人的 Bot ID 或 Secret 不对，或没有开长连接：请在管理后台 → 智能机器人 → API 模式里"
                    "选“使用长连接”，再把两项重新复制到 HUIYIN_WECOM_BOT_ID 和 HUIYIN_WECOM_BOT_SECRET。",
                    True,
                )
            ]
        return [Finding(f"智能机器人被拒绝了（{error}）：请在管理后台检查它是否启用。", True)]
    except Unreachable as error:
        return [Finding(f"智能机器人的长连接没有回应（{error}）：请稍后再查一次。", True)]
    finally:
        await connection.close()
    return []
