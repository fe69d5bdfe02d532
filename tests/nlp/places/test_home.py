"""Which place of a message is the writer's own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nlp.understand import load
from tests.nlp.places.spelling import first, lines

NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)

COUNTED_OR_NOT = [
    ("3栋2单元1203天然气打不着火", "/3/2/12/1203/"),
    ("9栋二单元301天花板发霉", "/9/2/3/301/"),
    ("8栋303个别插座没电", "/8//3/303/"),
    ("8栋303分水器渗水", "/8//3/303/"),
    ("5-2-602次卧窗户关不上", "/5/2/6/602/"),
    ("2栋1503楼上一直敲", "/2//15/1503/"),
    ("2栋1503路由器没信号", "/2//15/1503/"),
    ("6号楼1101平开窗掉了", "/6//11/1101/"),
    ("303万女士家漏水", "///3/303/"),
    ("8栋303户人家都停水", "/8////"),
    ("6栋要交1500元", "/6////"),
    ("7号楼住了300多户", "/7////"),
    ("2栋1200平的大厅", "/2////"),
]

TOLD_APART = [
    ("我家1402，楼上1502漏水下来，我们是16栋", ["/16//14/1402/", "///15/1502/"]),
    ("我们家是11栋的，喷头一早就响，我103", ["/11//1/103/"]),
    ("三期2栋的租户，住1单元1209，想换锁", ["三期/2/1/12/1209/"]),
    ("5号楼停电了，我家1203也没电", ["/5//12/1203/"]),
]

APART = [
    ("3号楼电梯坏了，我家1203在5楼", ["/3////3号楼电梯", "///12/1203/"]),
    ("对面5栋的灯太亮，我家1203", ["/5////", "///12/1203/"]),
    ("3栋和5栋都停水，我家1203", ["/3////", "/5////", "///12/1203/"]),
    ("我家1203，楼下5栋门口堵车", ["///12/1203/", "/5////5栋门口"]),
]


@pytest.mark.parametrize(("text", "parts"), COUNTED_OR_NOT)
def test_thing_behind_a_room_is_no_count(text: str, parts: str) -> None:
    assert first(text) == parts


@pytest.mark.parametrize(("text", "places"), TOLD_APART)
def test_building_told_apart_from_the_only_room_belongs_to_it(text: str, places: list[str]) -> None:
    assert lines(text) == places


@pytest.mark.parametrize(("text", "places"), APART)
def test_building_of_something_else_stays_apart(text: str, places: list[str]) -> None:
    assert lines(text) == places


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("楼上1603半夜拖椅子，我是1503的，9号楼", "1503"),
        ("隔壁802装修太吵，我家801", "801"),
        ("楼上1603漏水", "1603"),
        ("我家801，隔壁802装修太吵", "801"),
    ],
)
def test_room_that_the_writer_calls_their_own_is_the_home(text: str, room: str) -> None:
    place = load().understand(text, NOW, "Asia/Shanghai").place
    assert place is not None
    assert place.room == room


def test_neighbours_room_is_where_the_problem_is() -> None:
    understood = load().understand("楼上1603半夜拖椅子，我是9号楼1503的", NOW, "Asia/Shanghai")
    assert [problem.place.room for problem in understood.problems if problem.place] == ["1603"]
