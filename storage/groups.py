"""Staff groups, and the chats they are bound to."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert as upsert

from bot.desk.people import Group
from bot.messages import Address
from storage.driver import Driver, Row
from storage.rows import choose
from storage.statement import constant, param, prepare
from storage.tables import ADDRESS, groups
from storage.text import decode, encode

_NAMES = ("community", "key", "name", "members", *ADDRESS)

_select = choose(groups, _NAMES)
ALL = prepare(_select.where(groups.c.community == param("community")).order_by(groups.c.key))
# A group bound to the whole chat answers for the topics that have none of their own.
AT = prepare(
    _select.where(
        groups.c.channel == param("channel"),
        groups.c.account == param("account"),
        groups.c.chat == param("chat"),
        groups.c.thread.in_([param("thread"), constant("")]),
    )
    .order_by(groups.c.thread.desc())
    .limit(constant(1))
)
_put = upsert(groups).values({name: param(name) for name in _NAMES})
PUT = prepare(
    _put.on_conflict_do_update(
        index_elements=[groups.c.community, groups.c.key],
        set_={
            "name": _put.excluded.name,
            "members": _put.excluded.members,
            **{name: func.coalesce(_put.excluded[name], groups.c[name]) for name in ADDRESS},
        },
    )
)


def _group(row: Row) -> Group:
    community, key, name, members, *address = row
    return Group(
        community, key, name, tuple(decode(members)), None if address[0] is None else Address(*address)
    )


class Groups:
    """The part of bot.desk.ports.People that is about groups."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def groups(self, community: str) -> Sequence[Group]:
        return [_group(row) for row in self._driver.all(ALL, {"community": community})]

    def group_at(self, address: Address) -> Group | None:
        row = self._driver.one(
            AT,
            {
                "channel": address.channel,
                "account": address.account,
                "chat": address.chat,
                "thread": address.thread,
            },
        )
        return None if row is None else _group(row)

    def put_group(self, group: Group) -> None:
        at = group.address
        self._driver.run(
            PUT,
            {
                "community": group.community,
                "key": group.key,
                "name": group.name,
                "members": encode(group.members),
                "channel": at.channel if at else None,
                "account": at.account if at else None,
                "chat": at.chat if at else None,
                "thread": at.thread if at else None,
            },
        )
