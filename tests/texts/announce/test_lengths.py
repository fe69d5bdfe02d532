"""Nobody's words grow without end on their way to others."""

from __future__ import annotations

from typing import Any

from bot.desk import accepting, finishing, handing, holding
from bot.desk.ticket import Ticket
from tests.desk.jinxiu import at
from tests.texts.announce.scene import Scene

LONG = "很长的话" * 5000
MOST = 1000


def taken(scene: Scene, **facts: Any) -> Ticket:
    ticket = scene.dispatched(**facts)
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["小张"])
    return ticket


def longest(scene: Scene) -> int:
    return max(len(text) for name in scene.everybody() for text in scene.received(name))


def test_a_long_report_and_a_long_place_fit_on_a_card(scene: Scene) -> None:
    scene.dispatched(text=LONG, place=None, place_text=LONG)
    assert longest(scene) < MOST


def test_a_long_reason_for_a_pause(scene: Scene) -> None:
    ticket = taken(scene)
    scene.act("2026-03-04 11:00", holding.hold, ticket, scene.staff["小张"], LONG, at("2026-03-05 10:00"))
    assert longest(scene) < MOST


def test_a_long_reason_for_giving_it_back(scene: Scene) -> None:
    ticket = taken(scene)
    scene.act("2026-03-04 11:00", handing.give_back, ticket, scene.staff["小张"], LONG)
    assert longest(scene) < MOST


def test_a_long_result_for_the_owner(scene: Scene) -> None:
    scene.act("2026-03-04 11:00", finishing.finish, taken(scene), scene.staff["小张"], LONG)
    assert longest(scene) < MOST


def complaint(scene: Scene) -> Ticket:
    return taken(scene, number="TS260304-001", kind="complaint", urgency="normal", grade="minor")


def test_a_long_result_for_the_manager_who_approves_it(scene: Scene) -> None:
    scene.act("2026-03-04 11:00", finishing.finish, complaint(scene), scene.staff["小张"], LONG)
    assert longest(scene) < MOST


def test_a_long_explanation_why_it_is_not_valid(scene: Scene) -> None:
    ticket = complaint(scene)
    scene.act("2026-03-04 11:00", finishing.finish, ticket, scene.staff["小张"], "看过了")
    scene.act("2026-03-04 12:00", finishing.invalidate, ticket, scene.staff["刘经理"], LONG)
    assert longest(scene) < MOST


def test_half_a_phone_is_not_left_at_the_cut(scene: Scene) -> None:
    """The place is cut after the sixth digit of a phone that stands in it."""
    scene.dispatched(place=None, place_text="门" * 53 + "13800138001")
    assert "门138***…" in scene.new("工程群")
    assert "138001" not in scene.new("工程群")
