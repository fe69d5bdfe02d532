"""A ticket that is 已登记 is in a draft with a timer: nothing waits for ever (H, Number and confirmation)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.simulation import Simulation, fresh_stage

TOLD = ["客厅的灯坏了", "3栋2单元楼道的垃圾三天没人清了", "厨房水管漏水"]


async def _told(stage: Simulation, *texts: str) -> None:
    await stage.advance(datetime(2026, 3, 4, 10, 0, tzinfo=stage.zone))
    for text in texts:
        await stage.write("王女士", text)
        await stage.end_story()


async def _taps(stage: Simulation, label: str, *, oldest: bool = False) -> None:
    having = [r for r in stage.received() if r.to == "王女士" and label in r.buttons]
    message = having[0 if oldest else -1]
    await stage.tap("王女士", message.tokens[message.buttons.index(label)], message.key)


async def _new_after_a_day(stage: Simulation) -> list[str]:
    await stage.advance(stage.present + timedelta(days=1))
    with stage.app.storage.begin() as work:
        return [t.number for t in work.tickets.recent("jinxiu", 50) if t.state == "new"]


@pytest.mark.parametrize("label", ["确认", "取消", "修改", "撤回", "查进度"])
@pytest.mark.parametrize("oldest", [True, False])
async def test_no_ticket_stays_registered_for_ever(label: str, oldest: bool) -> None:
    async with fresh_stage() as stage:
        await _told(stage, *TOLD)
        if any(label in r.buttons for r in stage.received()):
            await _taps(stage, label, oldest=oldest)
        assert await _new_after_a_day(stage) == []


async def test_two_problems_changed_into_one_leave_none_behind() -> None:
    async with fresh_stage() as stage:
        await _told(stage, "客厅的灯坏了,还有楼道的垃圾三天没人清了")
        await _taps(stage, "修改")
        await stage.write("王女士", "只有客厅的灯坏了")
        await stage.end_story()
        await _taps(stage, "确认")
        assert await _new_after_a_day(stage) == []
