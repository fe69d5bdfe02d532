"""What comes from the environment: secrets, addresses, and where things are kept. Secrets never show in a repr."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, SecretStr

from bot.config.frozen import Frozen

PREFIX = "HUIYIN_"
ROBOT = "HUIYIN_WECOM_ROBOT_"
NO_SECRET = SecretStr("")


def _origin(value: Any) -> Any:
    if not str(value).startswith(("http://", "https://")):
        raise ValueError("请写完整的网址，以 https:// 开头（本机测试可用 http://）。")
    return str(value).rstrip("/")


def _websocket(value: Any) -> Any:
    if not str(value).startswith(("ws://", "wss://")):
        raise ValueError("请写完整的地址，以 wss:// 开头。")
    return value


Origin = Annotated[str, BeforeValidator(_origin)]


class Bind(Frozen):
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8080


def _to_bind(value: Any) -> Any:
    host, colon, port = str(value).rpartition(":")
    if not colon or not port.isdigit() or int(port) > 65535:
        raise ValueError("请写 主机:端口，例如 127.0.0.1:8080。")
    return Bind(host=host.strip("[]") or "127.0.0.1", port=int(port))


class TelegramKeys(Frozen):
    token: SecretStr = NO_SECRET
    secret: SecretStr = NO_SECRET
    api: Origin = "https://api.telegram.org"


class WechatKeys(Frozen):
    app_id: str = ""
    app_secret: SecretStr = NO_SECRET
    token: SecretStr = NO_SECRET
    aes_key: SecretStr = NO_SECRET
    aes_key_previous: SecretStr = NO_SECRET
    api: Origin = "https://api.weixin.qq.com"


class WecomKeys(Frozen):
    """`robots`: the webhook of a group's robot, by the group's key in capitals (FACILITIES)."""

    corp_id: str = ""
    agent_id: str = ""
    secret: SecretStr = NO_SECRET
    token: SecretStr = NO_SECRET
    aes_key: SecretStr = NO_SECRET
    aes_key_previous: SecretStr = NO_SECRET
    api: Origin = "https://qyapi.weixin.qq.com"
    bot_id: str = ""
    bot_secret: SecretStr = NO_SECRET
    bot_url: Annotated[str, BeforeValidator(_websocket)] = "wss://openws.work.weixin.qq.com"
    robots: Mapping[str, SecretStr] = Field(default_factory=dict)


class Environment(Frozen):
    """`database_url` is secret because it may hold a password. `unknown`: HUIYIN_… names that mean nothing."""

    config: str = ""
    database_url: SecretStr = SecretStr("sqlite:///huiyin.db")
    media: str = ""
    public_url: Annotated[str, BeforeValidator(lambda v: _origin(v) if v else v)] = ""
    secret_key: SecretStr = NO_SECRET
    bind: Annotated[Bind, BeforeValidator(_to_bind)] = Bind()
    telegram: TelegramKeys = TelegramKeys()
    wechat: WechatKeys = WechatKeys()
    wecom: WecomKeys = WecomKeys()
    unknown: tuple[str, ...] = ()


_SECTIONS: dict[str, type[Frozen]] = {"TELEGRAM": TelegramKeys, "WECHAT": WechatKeys, "WECOM": WecomKeys}


def sorted_out(environ: Mapping[str, str]) -> dict[str, Any]:
    """The variables that concern us as Environment takes them; an empty one counts as not set."""
    found: dict[str, Any] = {}
    unknown: list[str] = []
    for name, value in sorted(environ.items()):
        if not name.startswith(PREFIX) or not value.strip():
            continue
        if not _put(found, name, value.strip()):
            unknown.append(name)
    return {**found, "unknown": tuple(unknown)}


def _put(found: dict[str, Any], name: str, value: str) -> bool:
    if name.startswith(ROBOT):
        found.setdefault("wecom", {}).setdefault("robots", {})[name.removeprefix(ROBOT)] = value
        return True
    key = name.removeprefix(PREFIX)
    section, _, rest = key.partition("_")
    if section in _SECTIONS and rest.lower() in _SECTIONS[section].model_fields:
        found.setdefault(section.lower(), {})[rest.lower()] = value
        return True
    if key.lower() in Environment.model_fields and section not in _SECTIONS and key != "UNKNOWN":
        found[key.lower()] = value
        return True
    return False


def variable(path: tuple[str | int, ...]) -> str:
    """("telegram", "api") → HUIYIN_TELEGRAM_API, for an error's key."""
    return PREFIX + "_".join(str(part) for part in path).upper()


def known_variables() -> list[str]:
    """Every name that means something, to guess what a misspelt one was meant to be."""
    own = [variable((key,)) for key in Environment.model_fields if key.upper() not in _SECTIONS]
    inside = [variable((name, key)) for name, kind in _SECTIONS.items() for key in kind.model_fields]
    return [*own, *inside]
