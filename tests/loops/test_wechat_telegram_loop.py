"""A whole loop: the owner on WeChat, the staff on Telegram, photos both ways."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.simulation.platforms.wechat import Voice
from bot.simulation.platforms.wechat.voices import JPEG
from tests.loops.two_platforms import Both, two_platforms

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def both(tmp_path: Path) -> AsyncIterator[Both]:
    async with two_platforms(tmp_path) as found:
        yield found


async def _known(both: Both, wang: Voice) -> None:
    await both.tells(wang, "我是3栋2单元1501的王女士，电话13800138001")
    await wang.hears("王女士", way="passive")


async def _filed(both: Both, wang: Voice) -> None:
    """Two pieces of one story: the older request is answered empty, the last carries the restatement."""
    older, newer = await both.tells(wang, "客厅的灯坏了", "麻烦派人来看看")
    assert await older is None
    assert "BX260304-001" in str(await newer)
    await wang.hears("BX260304-001", "1501", "麻烦派人来看看", button="确认", way="passive")


async def test_from_a_message_on_wechat_to_the_scores(both: Both) -> None:
    li, works = await both.prepared()
    wang = both.wechat.follower("王女士")
    await _known(both, wang)
    await _filed(both, wang)
    await wang.taps("确认")
    await wang.hears("BX260304-001", "16:00", way="passive")
    await works.hears("BX260304-001", "1501", "王**", button="接单")
    await li.inside(works).taps("接单")
    await li.hears("王女士", "13800138001", button="完成")
    await wang.hears("已接单", "老李", way="custom")
    await li.taps("完成")
    await li.hears("一句话")
    await li.says("换了新灯管")
    await wang.hears("已完成", "换了新灯管", way="custom")
    await both.estate.passes(days=1)
    await wang.hears("BX260304-001", button="已解决", way="custom")
    await wang.taps("已解决")
    for score in ("5", "4", "5"):
        await wang.hears("打几分", button=score, way="passive")
        await wang.taps(score)
    await wang.hears(button="没有了")
    await wang.taps("没有了")
    await wang.hears("已办结", way="passive")


async def test_a_photo_of_the_owner_reaches_the_group(both: Both) -> None:
    _, works = await both.prepared()
    wang = both.wechat.follower("王女士")
    await _known(both, wang)
    await wang.sends_photo(JPEG)
    await both.estate.arrival("")
    await wang.says("厨房水管爆了,水流了一地")
    await works.hears("BX260304-001", button="接单")
    await works.hears("的照片")
    sent = both.estate.telegram.called("sendPhoto")
    assert [str(one["chat_id"]) for one in sent] == [works.id]


async def test_a_photo_of_the_plumber_reaches_the_owner(both: Both) -> None:
    li, works = await both.prepared()
    wang = both.wechat.follower("王女士")
    await _known(both, wang)
    await wang.says("厨房水管爆了,水流了一地")
    await works.hears("BX260304-001", button="接单")
    await li.inside(works).taps("接单")
    await li.hears("王女士", button="完成")
    await li.taps("完成")
    await li.hears("一句话")
    await li.sends_photo("换了水管", JPEG)
    await wang.hears("已完成", "换了水管", way="custom")
    shown = await both.wechat.state.changes.until(lambda: [s for s in wang.seen() if s.picture], 5.0)
    assert [seen.picture for seen in shown] == [JPEG]


async def test_a_callback_delivered_ten_times_makes_one_ticket(both: Both) -> None:
    _, works = await both.prepared()
    wang = both.wechat.follower("王女士")
    await _known(both, wang)
    await wang.says("厨房水管爆了,水流了一地")
    await works.hears("BX260304-001", button="接单")
    for _ in range(10):
        await wang.brings_again()
    await both.tells(wang, "谢谢")
    await wang.hears("不客气")
    with both.estate.server.app.storage.begin() as work:
        assert [t.number for t in work.tickets.recent("jinxiu", 10)] == ["BX260304-001"]


async def test_staff_hear_of_an_owner_who_cannot_be_reached(both: Both) -> None:
    li, works = await both.prepared()
    wang = both.wechat.follower("王女士")
    await _known(both, wang)
    await _filed(both, wang)
    await wang.taps("确认")
    await works.hears("BX260304-001", button="接单")
    await both.estate.passes(hours=49)
    await li.inside(works).taps("接单")
    await works.hears("BX260304-001", "没能送到业主")
    with both.estate.server.app.storage.begin() as work:
        (ticket,) = work.tickets.recent("jinxiu", 10)
        assert "undelivered" in [row.what for row in work.tickets.timeline(ticket.id)]
    await wang.says("进度怎么样了")
    await wang.hears("已接单", "老李", way="passive")
