"""One-time codes from the command line: the first manager needs one before there is anybody to ask."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.app import random_id
from bot.cli import opening
from bot.cli.faults import Mendable
from bot.config import Community, Settings

VALID = timedelta(hours=24)


def issue(settings: Settings, name: str, now: datetime) -> str:
    """The sentence to pass on. Raises Mendable for a name that is neither staff nor a group."""
    community, purpose = _purpose(settings, name)
    key = random_id()
    storage = opening.storage(settings)
    with storage.begin() as work:
        work.people.issue_code(key, community.id, purpose, now + VALID)
        work.commit()
    storage.close()
    if "staff" in purpose:
        return f"给{name}的邀请码，24 小时内有效，只能用一次。请本人私聊机器人发：/start {key}"
    return f"绑定{name}的口令，24 小时内有效，只能用一次。请把机器人拉进群，在群里发：/bind {key}"


def _purpose(settings: Settings, name: str) -> tuple[Community, Mapping[str, Any]]:
    for community in settings.communities:
        if any(staff.name == name for staff in community.staff):
            return community, {"staff": name}
        for key, group in community.groups.items():
            if name in (group.name, key):
                return community, {"group": key}
    raise Mendable(f"config.yaml 里没有叫“{name}”的员工或群。")
