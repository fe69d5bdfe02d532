"""A whole loop: the owner on Telegram, the staff on WeCom, by a robot with its page and by the AI bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.simulation.platforms.telegram import Voice
from bot.simulation.platforms.wecom.voices import JPEG
from tests.loops.wecom_side import Premises, premises

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def by_robot(tmp_path: Path) -> AsyncIterator[Premises]:
    async with premises(tmp_path, robot=True) as found:
        await found.staffed()
        yield found


@pytest_asyncio.fixture(loop_scope="session")
async def by_bot(tmp_path: Path) -> AsyncIterator[Premises]:
    async with premises(tmp_path, robot=False) as found:
        await found.staffed()
        await found.bot_bound()
        yield found


async def _known(found: Premises) -> Voice:
    """王女士 opens the Telegram chat and shares her phone, which the roster knows."""
    wang = found.estate.telegram.person("王女士", phone="+8613800138001")
    await wang.starts()
    await wang.hears("房号")
    await wang.shares_contact()
    await wang.hears("3栋2单元1501")
    return wang


async def _filed(found: Premises) -> Voice:
    wang = await _known(found)
    await wang.says("客厅的灯坏了")
    await found.estate.arrival("客厅的灯坏了")
    await found.estate.passes(seconds=4)
    await wang.hears("BX260304-001", "1501", button="确认")
    await wang.taps("确认")
    await wang.hears("BX260304-001", "16:00")
    return wang


async def _finished(found: Premises, wang: Voice) -> None:
    """老李 finishes in the application's chat; the owner scores a day later."""
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


async def test_by_a_robot_and_its_page(by_robot: Premises) -> None:
    wang = await _filed(by_robot)
    card = await by_robot.works.hears("BX260304-001", "1501", "王＊＊", "[接单")
    assert "13800138001" not in card.text
    phone = by_robot.phone(by_robot.li)
    await phone.opens(by_robot.works.link())
    assert "王**" in phone.text
    assert phone.logins == 1
    await phone.taps("接单")
    assert "接单成功，BX260304-001 归您了" in phone.text
    await by_robot.works.hears("BX260304-001", "已接单，老李")
    await _finished(by_robot, wang)
    await by_robot.works.hears("BX260304-001", "换了新灯管")


async def test_by_the_ai_bot_in_the_group(by_bot: Premises) -> None:
    wang = await _filed(by_bot)
    await by_bot.works.hears("BX260304-001", "1501", button="接单")
    await by_bot.line.taps_card(by_bot.li, "接单", inside=by_bot.works)
    updated = await by_bot.works.hears("BX260304-001", "老李", button="完成")
    assert updated.deed == "update"
    await _finished(by_bot, wang)


async def test_by_words_where_the_group_takes_no_cards(by_bot: Premises) -> None:
    by_bot.line.cards_in_groups = False
    wang = await _filed(by_bot)
    await by_bot.works.hears("BX260304-001", "1501", "写“接单 BX260304-001”")
    await by_bot.line.calls(by_bot.li, "接单 BX260304-001", inside=by_bot.works)
    await by_bot.works.hears("BX260304-001", "已接单，老李")
    await _finished(by_bot, wang)


async def test_a_photo_of_the_owner_reaches_the_group(by_robot: Premises) -> None:
    wang = await _known(by_robot)
    await wang.sends_photo("厨房水管爆了,水流了一地", JPEG)
    await by_robot.works.hears("BX260304-001", "[接单")
    await by_robot.works.hears("的照片")
    assert [seen.content for seen in by_robot.works.heard() if seen.kind == "image"] == [JPEG]


async def test_a_photo_of_the_plumber_reaches_the_owner(by_robot: Premises) -> None:
    wang = await _known(by_robot)
    await wang.says("厨房水管爆了,水流了一地")
    await by_robot.works.hears("BX260304-001", "[接单")
    phone = by_robot.phone(by_robot.li)
    await phone.opens(by_robot.works.link("[接单"))
    await phone.taps("接单")
    await by_robot.li.hears("王女士", button="完成")
    await by_robot.li.taps("完成")
    await by_robot.li.hears("一句话")
    await by_robot.li.sends_photo(JPEG)
    await by_robot.li.hears("照片")
    await by_robot.li.says("换了水管")
    await wang.hears("已完成", "换了水管")
    sent = by_robot.estate.telegram.called("sendPhoto")
    assert [str(one["chat_id"]) for one in sent] == [wang.id]


async def test_a_tap_delivered_three_times_takes_the_ticket_once(by_robot: Premises) -> None:
    await _filed(by_robot)
    phone = by_robot.phone(by_robot.li)
    await by_robot.works.hears("[接单")
    await phone.opens(by_robot.works.link("[接单"))
    await phone.taps("接单")
    await by_robot.li.hears("王女士", button="完成")
    tap = await by_robot.li.taps("到场")
    for _ in range(3):
        await by_robot.li.brings(tap)
    await by_robot.works.hears("处理中，老李")
    with by_robot.estate.server.app.storage.begin() as work:
        (ticket,) = work.tickets.recent("jinxiu", 10)
        whats = [event.what for event in work.tickets.timeline(ticket.id)]
    assert whats.count("arrived") == 1
