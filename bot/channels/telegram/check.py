"""What `huiyin check` says about Telegram: each finding a sentence that ends in what to do."""

from __future__ import annotations

from telegram import WebhookInfo
from telegram.error import InvalidToken, TelegramError

from bot.channels.finding import Finding
from bot.channels.telegram.client import Client, Me
from bot.channels.telegram.webhook import PORTS, SECRET_SHAPE, address, is_reachable_form

PILE = 100


async def check(
    client: Client, *, public_url: str = "", secret: str = "", online: bool = False
) -> list[Finding]:
    """What is missing or wrong; [] where all is well. `online` also asks Telegram."""
    found = _address_findings(public_url, secret)
    if online:
        found += await _platform_findings(client, public_url)
    return found


def _address_findings(public_url: str, secret: str) -> list[Finding]:
    if not public_url:
        return []
    found = []
    if not is_reachable_form(public_url):
        ports = "、".join(map(str, PORTS))
        found.append(
            Finding(
                f"Telegram 只回调 https 地址的 {ports} 端口：请把 HUIYIN_PUBLIC_URL 改成这样的地址。", True
            )
        )
    if not SECRET_SHAPE.fullmatch(secret):
        found.append(
            Finding(
                "有公网地址就要有回调密钥：请在 HUIYIN_TELEGRAM_SECRET 写 1 到 256 个字母、数字、_ 或 -。",
                True,
            )
        )
    return found


async def _platform_findings(client: Client, public_url: str) -> list[Finding]:
    try:
        me = await client.introduce()
        info = await client.bot.get_webhook_info()
    except InvalidToken:
        return [Finding("Telegram 不认这个令牌：请向 @BotFather 核对，再写进 HUIYIN_TELEGRAM_TOKEN。", True)]
    except TelegramError as error:
        reason = client.redact(f"{type(error).__name__}: {error}")
        return [
            Finding(f"连不上 {client.origin}（{reason}）：请检查网络、代理或 HUIYIN_TELEGRAM_API。", True)
        ]
    return [*_rights(me), *_webhook(info, public_url)]


def _rights(me: Me) -> list[Finding]:
    found = []
    if not me.joins_groups:
        found.append(Finding(f"@{me.username} 进不了群：请在 @BotFather 用 /setjoingroups 打开。", True))
    if not me.reads_groups:
        found.append(
            Finding(
                f"@{me.username} 在群里只看得到命令和回复它的话，师傅直接发的处理结果收不到："
                "请在 @BotFather 用 /setprivacy 选 Disable，再把它移出群、重新拉进来（或设为群管理员）。"
            )
        )
    return found


def _webhook(info: WebhookInfo, public_url: str) -> list[Finding]:
    found, wanted = [], address(public_url) if public_url else ""
    if info.url and info.url != wanted:
        what = f"换成 {wanted}" if wanted else "删掉它，改用轮询"
        found.append(
            Finding(f"Telegram 现在把消息送到 {info.url}：serve 启动时会{what}；若那里还有人在用，请先停下。")
        )
    if wanted and info.last_error_message:
        found.append(
            Finding(f"Telegram 上次回调没成功（{info.last_error_message}）：请检查域名、证书和防火墙。")
        )
    if info.pending_update_count > PILE:
        found.append(
            Finding(
                f"Telegram 那边积压了 {info.pending_update_count} 条消息没取走：请尽快启动 serve，超过一天的会丢。"
            )
        )
    return found
