"""A complaint about one of the staff is told in private to whoever stands above them, and never to nobody (B08, H)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.desk import escalating
from bot.desk.ticket import Ticket
from tests.texts.announce.scene import Scene, labels


@pytest.fixture
def alone() -> Iterator[Scene]:
    """Only the plumber and the guard ever wrote to the desk in private."""
    scene = Scene(strangers=["孙经理", "赵队", "许主管", "小陈", "刘经理", "周主任"])
    yield scene
    scene.storage.close()


def about(scene: Scene, name: str) -> Ticket:
    facts: dict[str, Any] = {"number": "TS260304-001", "kind": "complaint", "category": "service"}
    told = {"group": "service", "urgency": "normal", "grade": "minor", "text": f"{name}说话很不客气"}
    return scene.dispatched(**facts, **told, about=name)


def test_a_complaint_about_the_director_asks_to_pass_it_on_to_the_company(scene: Scene) -> None:
    about(scene, "周主任")
    assert scene.new("刘经理").startswith(
        "有业主投诉周主任，只发给您一个人，请转给公司处理：公司品质部 13800139090 quality@example.com。"
    )
    assert scene.everybody() == {"刘经理"}


def test_a_manager_who_never_wrote_to_the_desk_is_stood_in_for_by_the_director() -> None:
    scene = Scene(strangers=["刘经理"])
    about(scene, "小陈")
    assert labels(scene.messages("周主任")[0]) == ["接单", "转派", "退回", "改分类"]
    assert scene.everybody() == {"周主任"}
    scene.storage.close()


def test_where_manager_and_director_cannot_be_told_another_manager_is() -> None:
    scene = Scene(strangers=["刘经理", "周主任"])
    about(scene, "刘经理")
    assert scene.everybody() == {"赵队"}
    scene.storage.close()


def test_where_nobody_can_be_told_in_private_a_group_without_the_one_blamed_reads_it(alone: Scene) -> None:
    about(alone, "小陈")
    assert alone.new("管理群").startswith("刘经理，您还没有私聊过我")
    assert alone.everybody() == {"管理群"}


def test_where_the_one_blamed_sits_in_every_group_it_is_only_said_that_there_is_something(
    alone: Scene,
) -> None:
    ticket = about(alone, "刘经理")
    assert alone.new("管理群") == "周主任，有一件事只能单独发给您。请先私聊我发一句话，之后就单独发给您。"
    assert alone.everybody() == {"管理群"}
    alone.act("2026-03-04 10:30", escalating.nobody_accepted, ticket.id, 1)
    assert alone.everybody() == {"管理群"}
