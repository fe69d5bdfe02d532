"""Corrections: in private, within a minute, texts only."""

from __future__ import annotations

import pytest

from bot.simulation.platforms.telegram import Group, Voice
from tests.channels.telegram.desk import Desk

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_quick_correction_arrives_as_the_whole_text(wang: Voice, desk: Desk) -> None:
    await wang.says("1401厨房漏水")
    [first] = await desk.receives()
    await wang.edits("1501厨房漏水", after=20)
    [second] = await desk.receives()
    assert (second.kind, second.text, second.edited) == ("text", "1501厨房漏水", True)
    assert second.on == "1"
    assert second.key != first.key
    assert not first.edited


async def test_a_late_correction_is_passed_over(wang: Voice, desk: Desk) -> None:
    await wang.says("厨房漏水")
    await wang.edits("不用来了", after=61)
    assert [got.text for got in await desk.receives()] == ["厨房漏水"]


async def test_a_correction_in_a_group_is_passed_over(li: Voice, works: Group, desk: Desk) -> None:
    plumber = li.inside(works)
    await plumber.says("换了角阀")
    await plumber.edits("换了角阀和软管")
    assert [got.text for got in await desk.receives()] == ["换了角阀"]
