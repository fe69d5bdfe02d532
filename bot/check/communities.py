"""People, roster, groups and calendar of a community."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.check.finding import Finding, error, info, warning
from bot.config import CATEGORIES, Community
from bot.desk.calendar import calendar_of
from bot.desk.people import Group
from bot.roster import Roster, RosterError, roster_of

_NEXT_YEAR_KNOWN_BY = 11
"""Next year's days off are announced in November."""
_TAKES = {"handler", "lead", "assistant", "supervisor"}


def findings(
    community: Community, where: str, today: date, bound: Sequence[Group] | None
) -> Iterator[Finding]:
    """`where`: its key in config.yaml; `bound`: the community's groups as stored; None where the database was not asked."""
    yield from _roster(community, where)
    yield from _nobody_takes(community, where)
    yield from _calendar(community, today, where)
    if bound is not None:
        yield from _unbound(community, bound, where)


def _roster(community: Community, where: str) -> Iterator[Finding]:
    try:
        roster = roster_of(community)
    except RosterError as wrong:
        for fault in wrong.faults:
            yield error(f"{where}.roster", str(fault))
        return
    staff = len({s.name for s in (*community.staff, *roster.staff)})
    yield info(where, f"{community.name}：员工 {staff} 人，名册住户 {len(roster.residents)} 人。")
    yield from _unknown_buildings(community, roster, where)


def _unknown_buildings(community: Community, roster: Roster, where: str) -> Iterator[Finding]:
    known = set(community.places.buildings)
    homes = [home for resident in roster.residents for home in resident.homes]
    lost = sorted({home.building for home in homes if known and home.building.upper() not in known})
    if lost:
        saying = f"名册里有 {'、'.join(lost)} 栋，places.buildings 里没有。请核对楼号，或补上。"
        yield warning(f"{where}.places.buildings", saying)


def _nobody_takes(community: Community, where: str) -> Iterator[Finding]:
    for category in CATEGORIES:
        group = community.groups[category]
        roles = {role for name in group.members for role in community.staff_by_name[name].roles}
        if not roles & _TAKES:
            saying = f"{group.name} 里没有能接单的人。请加一位 roles 里有 handler 的员工。"
            yield warning(f"{where}.groups.{category}", saying)


def _calendar(community: Community, today: date, where: str) -> Iterator[Finding]:
    calendar = calendar_of(community)
    soon = today.year + 1 if today.month >= _NEXT_YEAR_KNOWN_BY else today.year
    if calendar.guesses(soon):
        saying = (
            f"节假日表只到 {calendar.last_year} 年：{soon} 年先按每周上班时间计算。"
            "放假安排公布后，请更新 chinesecalendar，或把日期写进 working_time 的 off 和 on。"
        )
        yield warning(f"{where}.working_time", saying)


def _unbound(community: Community, bound: Sequence[Group], where: str) -> Iterator[Finding]:
    chats = {group.key for group in bound if group.address}
    for key, group in community.groups.items():
        if key not in chats:
            saying = f"{group.name} 还没有绑定聊天群。请向机器人要绑定码，在群里发 /bind 绑定码。"
            yield warning(f"{where}.groups.{key}", saying)
