"""Every mistake a manager can make is refused with its key, its line, and what to write."""

from pathlib import Path

import pytest

from bot.config import ConfigError, load
from tests.config.written import changed, faults_of

CLEANING = "      cleaning: {name: 保洁群, members: [小张, 许主管, 小陈]}\n"


def test_a_category_without_a_group_is_refused(tmp_path: Path) -> None:
    (fault,) = faults_of(changed(tmp_path, (CLEANING, "")))
    assert fault.key == "communities[0].groups"
    assert fault.sentence.startswith("类别 cleaning 没有群。请写例如 cleaning: {name:")
    assert fault.line


@pytest.mark.parametrize(
    ("before", "after", "key", "says"),
    [
        ("accept: 15 min", "acept: 15 min", "defaults.policy.figures.urgent.accept", "缺少这一项。请写例如 accept: 15 min"),
        ("        solve: 24 wh\n", "", "defaults.policy.figures.normal.solve", "请写例如 solve: 24 wh"),
        ("      reopened_accept: 2 wh", "      # ", "defaults.policy.figures.reopened_accept", "缺少这一项"),
        ("promise: 4 wh", "promise: four", "defaults.policy.figures.normal.promise", "看不懂时长 'four'"),
        ("promise: 4 wh", "promise: 0 wh", "defaults.policy.figures.normal.promise", "要大于零"),
        ("promise: 4 wh", "promise: 4", "defaults.policy.figures.normal.promise", "请写数字加单位"),
        ("urge_cooldown: 30 min", "urge_cooldown: 1 wh", "defaults.policy.urge_cooldown", "不能用工作小时"),
        ("Asia/Shanghai", "Asia/Atlantis", "defaults.zone", "不认识这个时区"),
        ("[周一,", "[周八,", "defaults.working_time.days[0]", "不认识星期 '周八'"),
        ('"08:30-12:00"', '"8点到12点"', "defaults.working_time.hours[0]", "看不懂时间段"),
        ('"08:30-12:00"', '"12:00-08:30"', "defaults.working_time.hours[0]", "开始要早于结束"),
        ('"08:30-12:00"', '"08:30-15:00"', "defaults.working_time", "互不重叠"),
        ("off: []", "off: [2026-02-30]", "defaults.working_time.off[0]", "写法不对"),
        ("holidays: china ", "holidays: mars ", "defaults.working_time.holidays", "只能写：'china'、'none'。"),
        ('start: "21:00"', 'start: "07:00"', "defaults.policy.quiet", "从晚上到第二天早上"),
        ('visits_at: "09:00"', 'visits_at: "08:00"', "defaults.policy.quiet", "结束之后"),
        ("[无人接听, 号码不对或停机, 不愿接受回访, 已搬走]", "[]", "defaults.policy.visits.unreachable_reasons", "至少要写一项"),
        ("[3 min, 6 min, 10 min]", "[3 min]", "defaults.policy.figures.emergency.escalate[1]", "例如 escalate: [10 min, 20 min, 40 min]"),
        ("members: [老李,", "members: [老王,", "communities[0].groups.facilities.members[0]", "员工名单里没有 老王"),
        ("manager: 孙经理}", "manager: 孙总}", "communities[0].departments.facilities.manager", "没有 孙总"),
        ("outside: 赵队", "outside: 张队", "communities[0].duty.outside", "没有 张队"),
        ("name: 小吴, dep", "name: 老李, dep", "communities[0].staff", "员工 老李 写了两遍"),
        ("name: 保洁群", "name: 工程群", "communities[0].groups", "群名 工程群 写了两遍"),
        ("roles: [handler]", "roles: [boss]", "communities[0].staff[1].roles[0]", "只能写：'handler'、"),
        ("    name: 锦绣花园\n", "", "communities[0].name", "缺少这一项"),
        ("id: jinxiu ", "id: 锦绣 ", "communities[0].id", "小写字母"),
        ("room: 1501}]", "romo: 1501}]", "communities[0].roster[0].homes[0].room", "缺少这一项"),
        ("      buildings: 10", "      builidngs: 10", "communities[0].places.builidngs", "是不是想写 buildings？"),
        ("channels:", "chanels:", "chanels", "最上层可以写：channels、defaults、communities"),
        ("telegram: {run: auto, community: jinxiu}", "telegram: {community: jx}", "channels.telegram.community", "没有编号为 jx 的小区"),
        ("telegram: {run: auto", "telegram: {run: maybe", "channels.telegram.run", "只能写"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_key_and_what_to_write(
    tmp_path: Path, before: str, after: str, key: str, says: str
) -> None:
    path = changed(tmp_path, (before, after))
    found = {fault.key: fault for fault in faults_of(path)}
    assert key in found
    assert says in found[key].sentence
    assert found[key].file == str(path)


def test_the_line_is_that_of_the_mistake(tmp_path: Path) -> None:
    path = changed(tmp_path, ("promise: 4 wh", "promise: four"))
    (fault,) = faults_of(path)
    lines = path.read_text("utf-8").splitlines()
    assert fault.line
    assert lines[fault.line - 1].strip() == "promise: four"


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    path = changed(tmp_path, ("members: [老李,", "members: [老王,"), ("outside: 赵队", "outside: 张队"))
    with pytest.raises(ConfigError) as refused:
        load(path, {})
    assert len(refused.value.faults) == 2
    assert str(refused.value).endswith("（另有 1 处）")
    assert "\n" not in str(refused.value)


def test_a_key_written_twice_is_refused(tmp_path: Path) -> None:
    (fault,) = faults_of(changed(tmp_path, ("    urge_cooldown", "    story_pause: 5 s\n    urge_cooldown")))
    assert "story_pause 写了两遍" in fault.sentence
    assert fault.line


def test_two_communities_of_one_id_are_refused(tmp_path: Path) -> None:
    path = changed(tmp_path)
    text = path.read_text("utf-8")
    again = text[text.index("  - id: jinxiu") :]
    path.write_text(text + again, "utf-8")
    (fault,) = faults_of(path)
    assert fault.key == "communities[1].id"


@pytest.mark.parametrize("text", ["a: [", "\tx: 1", "communities: {a: b", "a: !!python/object:x.y {}"])
def test_what_is_no_yaml_is_told_in_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(text, "utf-8")
    (fault,) = faults_of(path)
    assert "读不懂" in fault.sentence
    assert "\n" not in str(fault)


@pytest.mark.parametrize("text", ["", "- a\n", "just words", "null"])
def test_a_file_without_communities_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(text, "utf-8")
    assert faults_of(path)


def test_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_bytes("name: 锦绣花园".encode("gb18030"))
    (fault,) = faults_of(path)
    assert "UTF-8" in fault.sentence
