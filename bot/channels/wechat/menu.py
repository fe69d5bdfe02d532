"""The menu at the foot of the chat: three entries, up to five below each; clients fetch it anew after five minutes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.channels.tencent.codes import ApiError, Unreachable
from bot.channels.wechat.client import Client

COMMANDS: Mapping[str, str] = {
    "report": "/help",
    "progress": "/progress",
    "urge": "/urge",
    "human": "/human",
    "language": "/language",
    "help": "/help",
}
"""The key of an entry → what a person would have written."""


def _entry(label: str, key: str) -> dict[str, Any]:
    return {"type": "click", "name": label, "key": key}


MENU: Mapping[str, Any] = {
    "button": [
        _entry("我要报事", "report"),
        _entry("查进度", "progress"),
        {
            "name": "更多",
            "sub_button": [
                _entry("催一催", "urge"),
                _entry("转人工", "human"),
                _entry("语言 Language", "language"),
                _entry("怎么用", "help"),
            ],
        },
    ]
}


async def publish(client: Client) -> None:
    """Puts the menu up. Raises ApiError (48001: the account may not) or Unreachable."""
    await client.set_menu(MENU)


async def applied(client: Client) -> str:
    """Puts the menu up; what went wrong as a sentence, "" where it stands."""
    try:
        await publish(client)
    except (ApiError, Unreachable) as error:
        return f"菜单没设上（{error}）：请先照下面的提示改好，再运行一次 huiyin check --online --apply。"
    return ""


async def is_published(client: Client) -> bool:
    """Whether people see our menu now. Raises ApiError or Unreachable."""
    found = await client.menu()
    return _keys(found.get("selfmenu_info")) >= {"report", "progress"}


def _keys(part: Any) -> set[str]:
    if isinstance(part, list):
        return {key for one in part for key in _keys(one)}
    if not isinstance(part, dict):
        return set()
    own = {str(part["key"])} if "key" in part else set()
    return own | {key for value in part.values() for key in _keys(value)}
