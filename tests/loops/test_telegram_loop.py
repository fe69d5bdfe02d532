"""A whole loop over the wire, from /start to the scores, with polling and with a webhook."""

from __future__ import annotations

import pytest

from bot.simulation.platforms.telegram import Group, Voice
from tests.loops.conftest import Estate, bound, staffed

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _prepared(estate: Estate) -> tuple[Voice, Voice, Group]:
    """王女士 who has not written yet, 老李 on the staff, the facilities group bound."""
    wang = estate.telegram.person("王女士", phone="+8613800138001")
    li, manager = estate.telegram.person("老李"), estate.telegram.person("刘经理")
    works = estate.telegram.group("工程群", li, manager)
    await staffed(estate, manager, li)
    await bound(manager, manager, works, "工程群")
    return wang, li, works


async def _known(wang: Voice) -> None:
    """She opens the chat and shares her phone, which the roster knows."""
    await wang.starts()
    await wang.hears("房号")
    await wang.shares_contact()
    await wang.hears("3栋2单元1501")


async def _filed(estate: Estate, wang: Voice) -> None:
    await wang.says("客厅的灯坏了")
    await wang.says("麻烦派人来看看")
    await estate.arrival("麻烦派人来看看")
    await estate.passes(seconds=4)
    await wang.hears("BX260304-001", "1501", "麻烦派人来看看", button="确认")
    await wang.taps("确认")
    await wang.hears("BX260304-001", "16:00")


async def test_from_start_to_the_scores(estate: Estate) -> None:
    wang, li, works = await _prepared(estate)
    await _known(wang)
    await _filed(estate, wang)
    await works.hears("BX260304-001", "1501", "王**", button="接单")
    await li.inside(works).taps("接单")
    await li.hears("王女士", "13800138001", button="完成")
    await wang.hears("已接单", "老李")
    await li.taps("完成")
    await li.hears("一句话")
    await li.says("换了新灯管")
    await wang.hears("已完成", "换了新灯管")
    await estate.passes(days=1)
    await wang.hears("BX260304-001", button="已解决")
    await wang.taps("已解决")
    for score in ("5", "4", "5"):
        await wang.hears("打几分", button=score)
        await wang.taps(score)
    await wang.hears(button="没有了")
    await wang.taps("没有了")
    await wang.hears("已办结")


async def test_an_update_delivered_ten_times_makes_one_ticket(estate: Estate) -> None:
    wang, _, works = await _prepared(estate)
    await _known(wang)
    update = await wang.says("厨房水管爆了,水流了一地")
    await works.hears("BX260304-001", button="接单")
    await estate.telegram.redeliver(update, times=10)
    await wang.says("谢谢")
    await estate.arrival("谢谢")
    await estate.passes(seconds=4)
    await wang.hears("不客气")
    with estate.server.app.storage.begin() as work:
        assert [t.number for t in work.tickets.recent("jinxiu", 10)] == ["BX260304-001"]


async def test_a_photo_of_the_owner_reaches_the_group(estate: Estate) -> None:
    wang, _, works = await _prepared(estate)
    await _known(wang)
    await wang.sends_photo("厨房水管爆了,水流了一地")
    await works.hears("BX260304-001", button="接单")
    await works.hears("的照片")
    assert [str(sent["chat_id"]) for sent in estate.telegram.called("sendPhoto")] == [works.id]
