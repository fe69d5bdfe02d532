"""Which of WeCom's ways a chat is reached by. A userid has no colon, so nothing can be mistaken for another.

zhangsan          the application's private chat with a member
robot:FACILITIES  the group in which the robot of HUIYIN_WECOM_ROBOT_FACILITIES sits
group:wrkSFf…     a group in which the AI bot was called
person:zhangsan   the AI bot's private chat with a member
"""

from __future__ import annotations

from typing import Literal

CHANNEL = "wecom"
Way = Literal["app", "robot", "group", "person"]
_WAYS: tuple[Way, ...] = ("robot", "group", "person")


def way(chat: str) -> tuple[Way, str]:
    """The way, and the platform's own id behind it."""
    head, colon, rest = chat.partition(":")
    for one in _WAYS:
        if colon and head == one:
            return one, rest
    return "app", chat


def robot_chat(name: str) -> str:
    """`name` as in HUIYIN_WECOM_ROBOT_<NAME>."""
    return f"robot:{name}"


def group_chat(chatid: str) -> str:
    return f"group:{chatid}"


def person_chat(userid: str) -> str:
    return f"person:{userid}"


def is_group(chat: str) -> bool:
    return way(chat)[0] in ("robot", "group")


def account_name(corp_id: str, agent_id: str, bot_id: str) -> str:
    """`<corp>/<agent>`; without an application the AI bot's id."""
    return f"{corp_id}/{agent_id}" if corp_id else bot_id


def remote_name(account: str, what: str) -> str:
    """How a person's file is named outside: `wecom:<account>:<media id>`."""
    return f"{CHANNEL}:{account}:{what}"


def own_remote(account: str, remote: str) -> str:
    """What stands behind the account where `remote` is this account's, else ""."""
    prefix = remote_name(account, "")
    return remote[len(prefix) :] if remote.startswith(prefix) else ""
