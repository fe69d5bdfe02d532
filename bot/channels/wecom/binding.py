"""Which robot posts in which group. Nobody can write /bind to a robot, so the settings say it.

HUIYIN_WECOM_ROBOT_<GROUP> serves that group of the channel's community, HUIYIN_WECOM_ROBOT_<COMMUNITY>_<GROUP> that of
another. A group that was bound elsewhere stays there, unless config.yaml gives it the robot (groups: … wecom_robot).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.channels.wecom.places import CHANNEL, robot_chat, way
from bot.config import Community, Settings
from bot.desk.people import Group
from bot.desk.ports import People
from bot.messages import Address


def robot_of(settings: Settings, community: Community, key: str, robots: Iterable[str]) -> tuple[str, bool]:
    """The robot's name for a group, "" for none; and whether config.yaml itself says so."""
    known = set(robots)
    entry = next((entry for one, entry in community.groups.items() if one == key), None)
    if entry is not None and entry.wecom_robot:
        return entry.wecom_robot, True
    own = f"{community.id}_{key}".upper().replace("-", "_")
    names = [own, key.upper()] if community == settings.community_of(settings.channels.wecom) else [own]
    return next((name for name in names if name in known), ""), False


def bind_robots(people: People, settings: Settings, account: str, robots: Iterable[str]) -> list[Group]:
    """Gives groups to their robots; those that are bound anew. The caller commits."""
    bound = list(_bound(people, settings, account, list(robots)))
    for group in bound:
        people.put_group(group)
    return bound


def _bound(people: People, settings: Settings, account: str, robots: list[str]) -> Iterator[Group]:
    for community in settings.communities:
        for group in people.groups(community.id):
            name, said = robot_of(settings, community, group.key, robots)
            here = Address(CHANNEL, account, robot_chat(name)) if name else None
            if here is None or group.address == here:
                continue
            if said or group.address is None or _is_robots(group.address):
                yield replace(group, address=here)


def _is_robots(address: Address) -> bool:
    return address.channel == CHANNEL and way(address.chat)[0] == "robot"
