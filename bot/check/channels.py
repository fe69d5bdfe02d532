"""Which channels would run, and what each still needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import SecretStr

from bot.check.finding import Finding, error, info, warning
from bot.config import Settings


def findings(settings: Settings) -> Iterator[Finding]:
    yield from _telegram(settings)
    yield from _wechat(settings)
    yield from _wecom(settings)
    if not (settings.runs_telegram or settings.runs_wechat or settings.runs_wecom):
        saying = "一个渠道也没有开，业主没法发消息。请先写好例如 HUIYIN_TELEGRAM_TOKEN；只想看看可以用 huiyin demo。"
        yield warning("channels", saying)


def _telegram(settings: Settings) -> Iterator[Finding]:
    keys = settings.environment.telegram
    if not settings.runs_telegram:
        yield info("channels.telegram", "Telegram 不开。要开请写 HUIYIN_TELEGRAM_TOKEN。")
        return
    yield from _missing({"HUIYIN_TELEGRAM_TOKEN": keys.token}, "Telegram")
    if settings.public_url and not keys.secret.get_secret_value():
        saying = "有公网地址就要有回调密钥。请写 1 到 256 个字母、数字、_ 或 -；不用回调就清空公网地址。"
        yield error("HUIYIN_TELEGRAM_SECRET", saying)
    way = f"回调 {settings.public_url}/telegram/webhook" if settings.public_url else "轮询"
    yield _running("telegram", "Telegram", way, settings.community_of(settings.channels.telegram).name)


def _wechat(settings: Settings) -> Iterator[Finding]:
    keys = settings.environment.wechat
    if not settings.runs_wechat:
        yield info("channels.wechat", "微信公众号不开。要开请写 HUIYIN_WECHAT_APP_ID 等。")
        return
    needed: dict[str, SecretStr | str] = {
        "HUIYIN_WECHAT_APP_ID": keys.app_id,
        "HUIYIN_WECHAT_APP_SECRET": keys.app_secret,
        "HUIYIN_WECHAT_TOKEN": keys.token,
    }
    yield from _missing(needed, "微信公众号")
    if not keys.aes_key.get_secret_value():
        saying = "没写密钥，消息按明文收发。公众号后台选“安全模式”时请写 43 个字符的 EncodingAESKey。"
        yield warning("HUIYIN_WECHAT_AES_KEY", saying)
    yield from _needs_address(settings, "微信公众号", "/wechat")
    yield _running("wechat", "微信公众号", "回调", settings.community_of(settings.channels.wechat).name)


def _wecom(settings: Settings) -> Iterator[Finding]:
    keys = settings.environment.wecom
    if not settings.runs_wecom:
        yield info("channels.wecom", "企业微信不开。要开请写 HUIYIN_WECOM_CORP_ID 等。")
        return
    yield from _wecom_application(settings)
    if keys.bot_id:
        yield from _missing({"HUIYIN_WECOM_BOT_SECRET": keys.bot_secret}, "企业微信智能机器人")
    ways = [
        *(["应用回调"] if keys.corp_id else []),
        *([f"群机器人 {len(keys.robots)} 个"] if keys.robots else []),
        *(["智能机器人长连接"] if keys.bot_id else []),
    ]
    community = settings.community_of(settings.channels.wecom).name
    yield _running("wecom", "企业微信", "、".join(ways) or "应用回调", community)


def _wecom_application(settings: Settings) -> Iterator[Finding]:
    """The AI bot alone needs none; robots do, for the page on which their cards are acted on."""
    keys = settings.environment.wecom
    if not keys.corp_id and keys.bot_id and not keys.robots:
        return
    needed: dict[str, SecretStr | str] = {
        "HUIYIN_WECOM_CORP_ID": keys.corp_id,
        "HUIYIN_WECOM_AGENT_ID": keys.agent_id,
        "HUIYIN_WECOM_SECRET": keys.secret,
        "HUIYIN_WECOM_TOKEN": keys.token,
        "HUIYIN_WECOM_AES_KEY": keys.aes_key,
    }
    yield from _missing(needed, "企业微信")
    yield from _needs_address(settings, "企业微信", "/wecom")
    if keys.robots and not settings.environment.secret_key.get_secret_value():
        saying = "群机器人的卡片要在网页上点按钮，网页要有签名密钥。请写一串 32 位以上的随机字符。"
        yield error("HUIYIN_SECRET_KEY", saying)


def _missing(needed: Mapping[str, SecretStr | str], channel: str) -> Iterator[Finding]:
    for name, value in needed.items():
        if not (value.get_secret_value() if isinstance(value, SecretStr) else value):
            yield error(name, f"{channel} 缺这一项。请到平台后台复制过来，写进环境变量 {name}。")


def _needs_address(settings: Settings, channel: str, door: str) -> Iterator[Finding]:
    if not settings.public_url:
        saying = (
            f"{channel} 要有公网地址才收得到消息。请写例如 https://wuye.example.com，并在平台后台填 {door}。"
        )
        yield warning("HUIYIN_PUBLIC_URL", saying)


def _running(key: str, channel: str, way: str, community: str) -> Finding:
    return info(f"channels.{key}", f"{channel} 会开：{way}；不认识的人先归 {community}。")
