from __future__ import annotations

from datetime import timedelta

import pytest

from tests.bad_input.desk import LEAK, MORNING, Desk

MADE_UP = (
    "x",
    ":",
    "k1",
    "k1:",
    "k1:99",
    "k1:-1",
    "k1:1e3",
    "k9999:0",
    "k1:0:0",
    "k1:٣",
    "\x00",
    "确认",
    "a" * 5000,
)


@pytest.mark.parametrize("token", MADE_UP)
async def test_made_up_token_is_told_so(desk: Desk, token: str) -> None:
    await desk.write("王女士", LEAK)
    answers = await desk.tap_token("王女士", token)
    assert [answer.kind for answer in answers] == ["notice"]
    assert [ticket.state for ticket in desk.tickets] == ["new"]


@pytest.mark.parametrize("person", ["老李", "新住户"])
async def test_made_up_token_is_told_so_to_everybody(desk: Desk, person: str) -> None:
    assert [answer.kind for answer in await desk.tap_token(person, "k7:0")] == ["notice"]


@pytest.mark.parametrize("label", ["确认", "修改", "取消"])
async def test_button_of_a_year_ago_opens_nothing(desk: Desk, label: str) -> None:
    await desk.write("王女士", LEAK)
    await desk.tap("王女士", "取消")
    await desk.stage.advance(MORNING + timedelta(days=365))
    assert await desk.tap("王女士", label)
    assert [ticket.state for ticket in desk.tickets] == ["withdrawn"]


async def test_staffs_button_of_a_year_ago_takes_nothing(desk: Desk) -> None:
    await desk.write("王女士", LEAK)
    await desk.tap("王女士", "确认")
    token, key = desk.button("工程群", "接单")
    await desk.tap("王女士", "撤回")
    await desk.stage.advance(MORNING + timedelta(days=365))
    assert await desk.tap_token("老李", token, key, "工程群")
    assert [(t.state, t.handler_name) for t in desk.tickets] == [("withdrawn", "")]


@pytest.mark.parametrize("label", ["确认", "修改", "取消"])
async def test_button_of_another_owner_does_nothing(desk: Desk, label: str) -> None:
    await desk.write("王女士", LEAK)
    token, key = desk.button("王女士", label)
    answers = await desk.tap_token("李先生", token, key)
    assert [answer.kind for answer in answers] == ["notice"]
    assert [ticket.state for ticket in desk.tickets] == ["new"]


async def test_owner_cannot_take_a_ticket(desk: Desk) -> None:
    await desk.write("王女士", LEAK)
    await desk.tap("王女士", "确认")
    token, key = desk.button("工程群", "接单")
    await desk.tap_token("李先生", token, key)
    await desk.tap_token("李先生", token, key, "工程群")
    await desk.tap_token("新住户", token, key)
    assert [ticket.state for ticket in desk.tickets] == ["assigned"]


async def test_staff_cannot_confirm_for_an_owner(desk: Desk) -> None:
    await desk.write("王女士", LEAK)
    token, key = desk.button("王女士", "确认")
    assert await desk.tap_token("老李", token, key)
    assert [ticket.state for ticket in desk.tickets] == ["new"]


async def test_two_people_tapping_at_once_are_one_taker_and_one_who_is_told(desk: Desk) -> None:
    await desk.write("王女士", LEAK)
    await desk.tap("王女士", "确认")
    token, key = desk.button("工程群", "接单")
    first = await desk.tap_token("老李", token, key, "工程群")
    second = await desk.tap_token("小吴", token, key, "工程群")
    assert [ticket.handler_name for ticket in desk.tickets] == ["老李"]
    assert first[-1].text != second[-1].text
    assert "老李" in second[-1].text


async def test_tapping_twice_confirms_once(desk: Desk) -> None:
    await desk.write("王女士", LEAK)
    token, key = desk.button("王女士", "确认")
    for _ in range(5):
        assert await desk.tap_token("王女士", token, key)
    assert [ticket.state for ticket in desk.tickets] == ["assigned"]
    cards = [r for r in desk.stage.received() if r.to == "工程群" and r.kind == "message"]
    assert len(cards) == 1
