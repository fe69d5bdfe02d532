"""Who is on which platform: the roster's people and the groups of the community, seated at the doubles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from bot.config import Community
from bot.desk.people import Identity
from bot.desk.ports import Work
from bot.messages import Address
from bot.simulation.channels.desk import Platforms
from bot.simulation.platforms import telegram, wechat, wecom
from bot.simulation.platforms.wecom.double import ACCOUNT as WECOM
from bot.simulation.showing import job
from bot.web.demo.cast import Role

T = TypeVar("T")
TELEGRAM_TOKEN = "7000001:DEMO-a_token_that_opens_nothing"  # noqa: S105
ON_TELEGRAM = "security"
WITH_BOT = "cleaning"
OWNERS = 3
"""So many of the roster are on WeChat; one with a Latin name, else the last, on Telegram."""


@dataclass(frozen=True)
class Estate:
    """The doubles with their people. Groups by the key that config.yaml gives them."""

    platforms: Platforms
    line: wecom.LongLine
    followers: tuple[wechat.Voice, ...]
    members: tuple[wecom.Voice, ...]
    people: tuple[telegram.Voice, ...]
    wecom_groups: Mapping[str, wecom.Group]
    telegram_groups: Mapping[str, telegram.Group]

    @property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """Name → who of its platform sits in it."""
        found = {
            one.title: tuple(member.name for member in one.members) for one in self.wecom_groups.values()
        }
        return found | {one.chat.title: tuple(one.members) for one in self.telegram_groups.values()}

    def _titles(self, voices: Sequence[wecom.Voice] | Sequence[telegram.Voice]) -> list[str]:
        """The groups in which they sit."""
        names = {voice.name for voice in voices}
        return [title for title, members in self.groups.items() if names.intersection(members)]

    def roles(self, community: Community) -> tuple[Role, ...]:
        jobs = {staff.name: job(community, staff) for staff in community.staff}
        followers = tuple(voice.name for voice in self.followers)
        members = tuple((voice.name, jobs[voice.name]) for voice in self.members)
        people = tuple((voice.name, jobs.get(voice.name, "")) for voice in self.people)
        return (
            Role("owner", tuple((name, "") for name in followers), followers),
            Role("staff", members, (*self._titles(self.members), *(name for name, _ in members))),
            Role("manager", people, (*self._titles(self.people), *(name for name, _ in people))),
        )


def settled(community: Community, now: Callable[[], datetime]) -> Estate:
    """Groups of ON_TELEGRAM's department on Telegram, the others on WeCom; WITH_BOT's has the AI bot, the others robots."""
    platforms = Platforms(
        wechat.WechatDouble(now=now),
        wecom.WecomDouble(now=now),
        telegram.TelegramDouble(TELEGRAM_TOKEN, now=now),
    )
    owners = list(dict.fromkeys(entry.name for entry in community.roster))
    abroad = next((name for name in owners if name.isascii()), owners[-1])
    members = _members(community, platforms.wecom)
    people = _people(community, platforms.telegram, abroad)
    return Estate(
        platforms,
        wecom.LongLine(platforms.wecom.state),
        tuple(platforms.wechat.follower(name) for name in [one for one in owners if one != abroad][:OWNERS]),
        tuple(members.values()),
        tuple(people.values()),
        {
            key: platforms.wecom.group(group.name, *_sitting(group.members, members))
            for key, group in community.groups.items()
            if key != ON_TELEGRAM
        },
        {
            key: platforms.telegram.group(group.name, *_sitting(group.members, people))
            for key, group in community.groups.items()
            if key == ON_TELEGRAM
        },
    )


def _members(community: Community, corporation: wecom.WecomDouble) -> dict[str, wecom.Voice]:
    """Members by name."""
    return {
        staff.name: corporation.member(f"member{number}", staff.name)
        for number, staff in enumerate(community.staff, 1)
        if staff.department != ON_TELEGRAM
    }


def _people(community: Community, bot: telegram.TelegramDouble, owner: str) -> dict[str, telegram.Voice]:
    phones = {entry.name: entry.phone for entry in community.roster}
    guards = [staff.name for staff in community.staff if staff.department == ON_TELEGRAM]
    return {name: bot.person(name, phone=phones.get(name, ""), started=True) for name in [owner, *guards]}


def _sitting(names: Sequence[str], known: Mapping[str, T]) -> list[T]:
    return [known[name] for name in names if name in known]


def seat(work: Work, community: Community, estate: Estate) -> None:
    """The desk knows them already: nobody needs a code in a demo. The caller commits."""
    staff = {one.name: one.id for one in work.people.all_staff(community.id)}
    for name, user, address in _accounts(estate):
        who = Identity(address.channel, address.account, user, community.id, address=address)
        resident = _resident(work, community, name)
        if name in staff:
            work.people.save_identity(replace(who, staff_id=staff[name]))
        elif resident is not None:
            work.people.save_identity(replace(who, resident_id=resident))
    for group in work.people.groups(community.id):
        address_of_group = _group_address(estate, group.key)
        if address_of_group is not None:
            work.people.put_group(replace(group, address=address_of_group))


def _accounts(estate: Estate) -> Iterator[tuple[str, str, Address]]:
    wechat_id, bot = estate.platforms.wechat.state.app_id, str(estate.platforms.telegram.state.account)
    for follower in estate.followers:
        yield follower.name, follower.openid, Address("wechat", wechat_id, follower.openid)
    for member in estate.members:
        yield member.name, member.userid, Address("wecom", WECOM, member.userid)
    for person in estate.people:
        yield person.name, person.id, Address("telegram", bot, person.id)


def _resident(work: Work, community: Community, name: str) -> int | None:
    for entry in community.roster:
        if entry.name == name:
            for resident in work.people.residents_by_phone(community.id, entry.phone):
                if resident.name == name:
                    return resident.id
    return None


def _group_address(estate: Estate, key: str) -> Address | None:
    """Robots' groups are bound by the settings."""
    if key == WITH_BOT and key in estate.wecom_groups:
        return Address("wecom", WECOM, f"group:{estate.wecom_groups[key].id}")
    if key in estate.telegram_groups:
        bot = str(estate.platforms.telegram.state.account)
        return Address("telegram", bot, estate.telegram_groups[key].id)
    return None
