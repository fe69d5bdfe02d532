"""What one section says about another: people named in groups, departments and duty must be on the staff."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.config.community import Community

Found = tuple[tuple[str | int, ...], str]
"""Where in the community, and the sentence."""


def faults(community: Community) -> Iterator[Found]:
    yield from _twice(community)
    yield from _strangers_in_groups(community)
    yield from _posts(community)


def _twice(community: Community) -> Iterator[Found]:
    for name in _repeated([s.name for s in community.staff]):
        yield ("staff",), f"员工 {name} 写了两遍。姓名在一个小区里不能重复，请改成例如 {name}2。"
    for name in _repeated([g.name for g in community.groups.values()]):
        yield ("groups",), f"群名 {name} 写了两遍。请给每个群起不同的名字。"
    for row in _repeated([f"{r.name} {r.homes[0].shown}" for r in community.roster]):
        yield ("roster",), f"住户 {row} 写了两遍。请删掉一行。"


def _strangers_in_groups(community: Community) -> Iterator[Found]:
    for key, group in community.groups.items():
        for number, name in enumerate(group.members):
            if name not in community.staff_by_name:
                yield ("groups", key, "members", number), _not_on_staff(name)


def _posts(community: Community) -> Iterator[Found]:
    for key, department in community.departments.items():
        if department.manager not in community.staff_by_name:
            yield ("departments", key, "manager"), _not_on_staff(department.manager)
    for post, name in community.duty:
        if name not in community.staff_by_name:
            yield ("duty", post), _not_on_staff(name)


def _not_on_staff(name: str) -> str:
    return (
        f"员工名单里没有 {name}。请先在 staff 里加一行：- {{name: {name}, department: …, roles: [handler]}}。"
    )


def _repeated(names: Sequence[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]
