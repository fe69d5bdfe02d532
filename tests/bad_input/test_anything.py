"""Whatever people write and tap, in whatever order: no exception, no ticket twice, and a redelivery changes nothing."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.simulation import fresh_stage
from tests.bad_input.desk import CONFIG, LEAK, MORNING, Desk

OWNERS = ("王女士", "李先生", "Mr Smith", "林先生", "新住户")
STAFF = ("老李", "小吴", "小陈", "刘经理", "周主任", "孙经理", "赵队")
GROUPS = ("工程群", "客服群", "管理群")

said = st.sampled_from(
    [
        LEAK, "客厅灯不亮了", "电梯里有人被困住了！", "保安态度太差", "物业费怎么交", "建议多装路灯", "都没人管，太慢了",
        "到哪了", "快点", "补充一下，是冷水管", "撤回吧", "不修了", "谢谢", "你好", "转人工", "确认", "修改", "取消", "是", "不是",
        "3栋2单元1501", "13800138001", "明天上午", "随时", "设施", "5", "1", "0", "已解决", "没解决", "没有了", "换了垫片，好了",
        "等配件", "/start", "邀请 小马", "绑定 工程群", "The light is broken", "客廳的燈壞了",
    ]
)  # fmt: skip
texts = st.one_of(said, said.flatmap(lambda a: said.map(lambda b: f"{a}，{b}")), st.text(max_size=40))
writing = st.tuples(
    st.just("write"), st.sampled_from(OWNERS + STAFF), texts, st.sampled_from(["", "photo", "voice"])
)
in_group = st.tuples(st.just("group"), st.sampled_from(STAFF), texts, st.sampled_from(GROUPS))
tapping = st.tuples(st.just("tap"), st.sampled_from(OWNERS + STAFF), st.integers(0, 200), st.booleans())
waiting = st.tuples(st.just("wait"), st.integers(1, 60 * 24 * 3), st.just(0), st.just(0))
deeds = st.lists(st.one_of(writing, tapping, tapping, in_group, waiting), min_size=1, max_size=25)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(deeds)
def test_whatever_people_do_is_taken(happening: list[tuple[str, object, object, object]]) -> None:
    asyncio.run(_live_through(happening))


async def _live_through(happening: list[tuple[str, object, object, object]]) -> None:
    async with fresh_stage(CONFIG) as stage:
        await stage.advance(MORNING)
        desk = Desk(stage)
        for deed in happening:
            await _do(desk, deed)
        await stage.end_story()
        await _redelivery_changes_nothing(desk)


async def _do(desk: Desk, deed: tuple[str, object, object, object]) -> None:
    match deed:
        case ("write", str(person), str(text), str(media)):
            await desk.write(person, text, (media,) if media else ())
        case ("group", str(person), str(text), str(group)):
            await desk.stage.write(person, text, group=group)
        case ("tap", str(person), int(which), bool(own)):
            await _tap(desk, person, which, own)
        case ("wait", int(minutes), _, _):
            await desk.stage.advance(desk.stage.present + timedelta(minutes=minutes))


async def _tap(desk: Desk, person: str, which: int, own: bool) -> None:
    """One of the last buttons of one's own chat, or of anybody's."""
    seen = [r for r in desk.stage.received() if r.tokens and (not own or r.to in (person, *GROUPS))]
    buttons = [(r.to, token, r.key) for r in seen[-6:] for token in r.tokens]
    if buttons:
        chat, token, key = buttons[which % len(buttons)]
        await desk.stage.tap(person, token, key, chat if chat in GROUPS else None)


async def _redelivery_changes_nothing(desk: Desk) -> None:
    tickets, queued = len(desk.tickets), desk.queued
    numbers = [ticket.number for ticket in desk.tickets]
    assert len(set(numbers)) == len(numbers)
    for incoming in list(desk.brought):
        assert not await desk.bring(incoming)
    assert (len(desk.tickets), desk.queued) == (tickets, queued)
