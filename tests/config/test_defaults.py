from datetime import timedelta
from pathlib import Path

from bot.config import Span, load
from tests.config.written import changed, loaded

SECOND = """
  - id: yunding
    name: 云顶
    policy: {urge_cooldown: 1 h, figures: {normal: {accept: 1 wh}}}
"""


def with_second(tmp_path: Path, entry: str = SECOND) -> Path:
    """A second community that differs in two figures and has 锦绣花园's people."""
    path = changed(tmp_path)
    text = path.read_text("utf-8")
    people = text[text.index("    departments:") : text.index("    # 住户名册")]
    path.write_text(text + entry + people, "utf-8")
    return path


def test_a_community_writes_only_what_differs(tmp_path: Path) -> None:
    settings = load(with_second(tmp_path), {})
    usual, other = settings.communities
    assert other.policy.urge_cooldown == timedelta(hours=1)
    assert other.figures.normal.accept == Span(1, "wh")
    assert other.figures.normal.promise == usual.figures.normal.promise
    assert usual.figures.normal.accept == Span(0.5, "wh")


def test_what_a_community_does_not_touch_is_one_object(tmp_path: Path) -> None:
    usual, other = load(with_second(tmp_path), {}).communities
    assert other.working_time is usual.working_time
    assert other.company_contact is usual.company_contact
    assert load(with_second(tmp_path, SECOND.replace("    policy", "    #")), {}).communities[1].policy


def test_communities_are_found_by_id(tmp_path: Path) -> None:
    settings = load(with_second(tmp_path), {})
    assert settings.community("yunding").name == "云顶"
    assert settings.community_of(settings.channels.telegram).id == "jinxiu"


def test_hours_and_phones_need_no_quotes(tmp_path: Path) -> None:
    settings = loaded(
        tmp_path,
        ('"13800139001"', "13800139001"),
        ('start: "21:00", end: "08:30"', "start: 22:00, end: 08:00"),
        ('"13800138001"', "02788886666"),
    )
    community = settings.communities[0]
    assert community.staff[0].phone == "13800139001"
    assert community.roster[0].phone == "02788886666"
    assert community.policy.quiet.start.hour == 22


def test_days_off_and_on_are_dates(tmp_path: Path) -> None:
    settings = loaded(tmp_path, ("off: []", "off: [2026-03-09]"), ("on: []", "on: [2026-03-08]"))
    time = settings.communities[0].working_time
    assert [d.isoformat() for d in (*time.off, *time.on)] == ["2026-03-09", "2026-03-08"]


def test_a_roster_may_be_a_spreadsheet_beside_the_settings(tmp_path: Path) -> None:
    path = changed(tmp_path)
    text = path.read_text("utf-8")
    start, end = text.index("    roster:\n"), text.index("    # 小区里有什么")
    path.write_text(f"{text[:start]}    roster: 名册.xlsx\n{text[end:]}", "utf-8")
    community = load(path, {}).communities[0]
    assert community.roster_file == tmp_path / "名册.xlsx"
    assert community.roster == ()
