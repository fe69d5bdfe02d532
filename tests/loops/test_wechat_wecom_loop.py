"""A whole loop: the owner on WeChat, the staff on WeCom, a photo both ways."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.simulation.platforms.wechat import Voice
from bot.simulation.platforms.wecom.voices import JPEG
from tests.loops.wecom_side import Premises, premises

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def found(tmp_path: Path) -> AsyncIterator[Premises]:
    async with premises(tmp_path, robot=True) as made:
        await made.staffed()
        yield made


async def _tells(found: Premises, who: Voice, *pieces: str) -> None:
    for piece in pieces:
        await who.says(piece)
        await found.estate.arrival(piece)
    await found.estate.passes(seconds=4)


async def _known(found: Premises) -> Voice:
    wang = found.wechat.follower("王女士")
    await _tells(found, wang, "我是3栋2单元1501的王女士，电话13800138001")
    await wang.hears("王女士")
    return wang


async def test_from_a_message_on_wechat_to_the_scores(found: Premises) -> None:
    wang = await _known(found)
    await _tells(found, wang, "客厅的灯坏了")
    await wang.hears("BX260304-001", "1501", button="确认")
    await wang.taps("确认")
    await wang.hears("BX260304-001", "16:00")
    await found.works.hears("BX260304-001", "1501", "[接单")
    phone = found.phone(found.li)
    await phone.opens(found.works.link())
    await phone.taps("接单")
    await found.li.hears("王女士", "13800138001", button="完成")
    await wang.hears("已接单", "老李")
    await found.li.taps("完成")
    await found.li.hears("一句话")
    await found.li.says("换了新灯管")
    await wang.hears("已完成", "换了新灯管")
    await found.estate.passes(days=1)
    await wang.hears("BX260304-001", button="已解决")
    await wang.taps("已解决")
    for score in ("5", "4", "5"):
        await wang.hears("打几分", button=score)
        await wang.taps(score)
    await wang.hears(button="没有了")
    await wang.taps("没有了")
    await wang.hears("已办结")


async def test_photos_travel_both_ways(found: Premises) -> None:
    wang = await _known(found)
    await wang.sends_photo(JPEG)
    await found.estate.arrival("")
    await wang.says("厨房水管爆了,水流了一地")
    await found.works.hears("BX260304-001", "[接单")
    await found.works.hears("的照片")
    assert [seen.content for seen in found.works.heard() if seen.kind == "image"] == [JPEG]
    phone = found.phone(found.li)
    await phone.opens(found.works.link("[接单"))
    await phone.taps("接单")
    await found.li.hears("王女士", button="完成")
    await found.li.taps("完成")
    await found.li.hears("一句话")
    await found.li.sends_photo(JPEG)
    await found.li.hears("照片")
    await found.li.says("换了水管")
    await wang.hears("已完成", "换了水管")
    shown = await found.wechat.state.changes.until(lambda: [s for s in wang.seen() if s.picture], 5.0)
    assert [seen.picture for seen in shown] == [JPEG]
