from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.config import CATEGORIES, Category, Span, load
from tests.config.written import SHIPPED

SETTINGS = load(SHIPPED, {})
JINXIU = SETTINGS.community("jinxiu")

CAST = {
    "王女士": ("3栋2单元1501", "13800138001"),
    "李先生": ("3栋2单元1401", "13800138002"),
    "陈阿姨": ("3栋1单元602", "13800138003"),
    "周先生": ("5栋1单元301", "13800138004"),
    "Mr Smith": ("5栋1单元802", "13800138005"),
    "黃太": ("6栋B座1208", "13800138006"),
}
GROUPS = {
    "工程群": "老李 小吴 孙经理 小陈",
    "保洁群": "小张 许主管 小陈",
    "秩序群": "小马 赵队 小陈",
    "客服群": "小陈 刘经理",
    "管理群": "孙经理 许主管 赵队 刘经理 周主任",
    "财务群": "钱会计 刘经理",
}


def test_the_cast_lives_where_the_transcripts_say() -> None:
    homes = {r.name: (r.homes[0].shown, r.phone) for r in JINXIU.roster}
    assert {name: homes[name] for name in CAST} == CAST
    assert {r.name: r.language for r in JINXIU.roster if r.language != "zh-Hans"} == {
        "Mr Smith": "en",
        "黃太": "zh-Hant",
    }
    assert "新住户" in JINXIU.strangers
    assert "新住户" not in homes


def test_the_groups_have_the_members_of_the_transcripts() -> None:
    assert {g.name: " ".join(g.members) for g in JINXIU.groups.values()} == GROUPS


@pytest.mark.parametrize(
    ("category", "manager"),
    [("facilities", "孙经理"), ("cleaning", "许主管"), ("security", "赵队"), ("service", "刘经理")],
)
def test_every_category_has_its_manager(category: Category, manager: str) -> None:
    assert JINXIU.department_manager(category) == manager
    assert "manager" in JINXIU.staff_by_name[manager].roles
    assert JINXIU.sits_in(category, manager)


def test_the_duty_officer_changes_with_the_opening_hours() -> None:
    assert JINXIU.duty_officer(opening=True) == "小陈"
    assert JINXIU.duty_officer(opening=False) == "赵队"
    assert (JINXIU.duty.manager, JINXIU.duty.director) == ("刘经理", "周主任")


def test_every_figure_of_section_h_is_shipped() -> None:
    table = JINXIU.figures
    rows = {
        name: " ".join(str(span) for span in (row.accept, row.promise, row.solve, *row.escalate))
        for name in ("emergency", "urgent", "important", "normal", "minor", "major", "inquiry")
        for row in [getattr(table, name)]
    }
    assert rows == {
        "emergency": "5 min 15 min 4 h 3 min 6 min 10 min",
        "urgent": "15 min 1 h 24 h 10 min 20 min 40 min",
        "important": "15 min 8 wh 8 wh 10 min 20 min 40 min",
        "normal": "0.5 wh 4 wh 24 wh 0.5 wh 1 wh 2 wh",
        "minor": "0.5 wh 4 wh 4 wh 0.5 wh 1 wh 2 wh",
        "major": "15 min 2 h 15 days 10 min 20 min 40 min",
        "inquiry": "0.5 wh 8 wh 8 wh 0.5 wh 1 wh 2 wh",
    }
    assert (table.major.answer, table.emergency.again) == (Span(2, "days"), Span(1, "h"))
    assert (table.suggestion.promise, table.suggestion.solve) == (Span(40, "wh"), Span(40, "wh"))
    assert (table.reopened_accept, table.director_overdue) == (Span(2, "wh"), Span(8, "wh"))
    assert table.word_within == timedelta(hours=24)


def test_pauses_and_cool_downs_are_those_of_section_h() -> None:
    policy = JINXIU.policy
    assert policy.story_pause == timedelta(seconds=3)
    assert policy.confirm_within == policy.photo_window == timedelta(minutes=10)
    assert policy.urge_cooldown == timedelta(minutes=30)
    assert str(policy.relay_idle) == "0.5 wh"
    assert (policy.incidents.homes, policy.incidents.within) == (3, timedelta(hours=24))
    assert (policy.repeats.times, policy.repeats.within) == (3, timedelta(days=90))


def test_zone_places_and_categories() -> None:
    assert JINXIU.zone == ZoneInfo("Asia/Shanghai")
    assert JINXIU.places.buildings == tuple(str(n) for n in range(1, 11))
    assert all(category in JINXIU.groups for category in CATEGORIES)
