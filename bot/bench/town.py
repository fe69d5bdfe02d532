"""A town for benchmarks: each owner has a room of their own, and writes one complete message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.channels.console.channel import NAME, address_of
from bot.config import Community, Settings
from bot.desk.people import Identity, Resident
from bot.messages import Address, Incoming
from nlp.understanding import Place
from storage import Storage

WRITTEN = (
    "{room}厨房水槽下面的水管接头一直在滴水，麻烦明天上午派师傅来看一下，电话{phone}",
    "您好，{room}客厅的吸顶灯不亮了，换过灯泡也没用，请安排电工周六上午过来，谢谢",
    "我是{room}的，卫生间的马桶堵了冲不下去，下午两点以后家里有人，联系电话{phone}",
    "{room}门口的垃圾堆了两天没人收，味道很大，请保洁尽快来清理一下",
    "{room}主卧的窗户关不严，一刮风就响，想请师傅后天下午三点来修一修，电话{phone}",
    "物业你好，{room}，楼上装修的噪音太大，中午也不停，孩子没法午睡，请你们去管一管",
)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"


def without_pauses(settings: Settings) -> Settings:
    """Nobody waits for more pieces of a story: every message is handled at once."""
    return replace(settings, communities=tuple(_at_once(each) for each in settings.communities))


def _at_once(community: Community) -> Community:
    policy = community.policy.model_copy(update={"story_pause": timedelta(0)})
    return community.model_copy(update={"policy": policy})


def settle(
    storage: Storage, community: str, owners: int, *, channel: str = NAME, account: str = "demo"
) -> None:
    """Puts so many owners on the roster, each with an account on the channel."""
    with storage.begin() as work:
        for n in range(owners):
            owner = work.people.add_resident(_owner(n, community))
            chat = Address(channel, account, user(n))
            work.people.save_identity(
                Identity(channel, account, user(n), community, resident_id=owner.id, address=chat)
            )
        work.commit()


def messages(
    owners: int, at: datetime, *, first: int = 0, written: Sequence[str] = WRITTEN
) -> Iterator[Incoming]:
    """One from each of so many owners, a second apart."""
    for n in range(first, first + owners):
        when = at + timedelta(seconds=n - first)
        yield Incoming(address(n), f"m{n}", "text", user(n), when, text=text(n, written))


def text(n: int, written: Sequence[str] = WRITTEN) -> str:
    """What that owner writes."""
    return written[n % len(written)].format(room=home(n).text, phone=phone(n))


def _owner(n: int, community: str) -> Resident:
    return Resident(0, community, name(n), phone(n), verified=True, rostered=True, homes=(home(n),))


def name(n: int) -> str:
    return f"{SURNAMES[n % len(SURNAMES)]}女士"


def address(n: int) -> Address:
    return address_of(user(n))


def user(n: int) -> str:
    return f"owner-{n}"


def phone(n: int) -> str:
    return str(13_700_000_000 + n)


def home(n: int) -> Place:
    """Ten buildings of two units, thirty floors with four rooms each, and then another zone."""
    rest, room = divmod(n, 4)
    rest, floor = divmod(rest, 30)
    rest, unit = divmod(rest, 2)
    building = str(rest % 10 + 1)
    number = f"{floor + 1}{room + 1:02}"
    return Place(
        building=building,
        unit=str(unit + 1),
        floor=str(floor + 1),
        room=number,
        text=f"{building}栋{unit + 1}单元{number}",
    )
