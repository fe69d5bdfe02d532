from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.messages import Incoming
from tests.bad_input.desk import LEAK, Desk


async def test_message_redelivered_ten_times_is_one_ticket_and_one_answer(desk: Desk) -> None:
    report = desk.text_of("王女士", "m-1", LEAK)
    assert await desk.bring(report)
    await desk.stage.end_story()
    queued = desk.queued
    assert [await desk.bring(report) for _ in range(10)] == [False] * 10
    await desk.stage.end_story()
    assert len(desk.tickets) == 1
    assert desk.queued == queued


async def test_redelivery_before_the_story_ends_adds_no_piece(desk: Desk) -> None:
    report = desk.text_of("王女士", "m-1", LEAK)
    for _ in range(10):
        await desk.bring(report)
    await desk.stage.end_story()
    assert [ticket.text for ticket in desk.tickets] == [LEAK]


async def test_redelivery_a_day_later_is_still_known(desk: Desk) -> None:
    report = desk.text_of("王女士", "m-1", LEAK)
    await desk.bring(report)
    await desk.stage.advance(desk.stage.present + timedelta(days=1))
    assert not await desk.bring(report)
    assert len(desk.tickets) == 1


async def test_tap_redelivered_ten_times_acts_once(desk: Desk) -> None:
    await desk.write("王女士", LEAK)
    await desk.tap("王女士", "确认")
    queued, tap = desk.queued, desk.brought[-1]
    assert [await desk.bring(tap) for _ in range(10)] == [False] * 10
    assert desk.queued == queued


async def test_same_key_of_another_account_is_another_message(desk: Desk) -> None:
    await desk.bring(desk.text_of("王女士", "m-1", LEAK))
    other = desk.text_of("李先生", "m-1", LEAK)
    assert await desk.bring(replace(other, address=replace(other.address, account="demo2")))


async def test_confirmation_that_overtakes_its_report_files_nothing_twice(desk: Desk) -> None:
    report, yes = desk.text_of("王女士", "m-1", LEAK), desk.text_of("王女士", "m-2", "确认")
    await desk.bring(yes)
    await desk.stage.end_story()
    assert desk.tickets == []
    await desk.bring(report)
    await desk.stage.end_story()
    assert [ticket.state for ticket in desk.tickets] == ["new"]


async def test_pieces_out_of_order_are_one_ticket(desk: Desk) -> None:
    pieces = [
        desk.text_of("王女士", f"m-{n}", text) for n, text in enumerate(("您好", "厨房漏水了", "在水槽下面"))
    ]
    for n, piece in enumerate((pieces[2], pieces[0], pieces[1])):
        await desk.bring(replace(piece, at=desk.stage.present - timedelta(seconds=n)))
    await desk.stage.end_story()
    assert len(desk.tickets) == 1


async def test_message_from_the_past_and_from_the_future_are_taken_as_they_come(desk: Desk) -> None:
    for n, days in enumerate((-400, 400)):
        late: Incoming = desk.text_of("王女士", f"m-{n}", "厨房漏水了，请派人来修")
        await desk.bring(replace(late, at=desk.stage.present + timedelta(days=days)))
    await desk.stage.end_story()
    assert len(desk.tickets) == 1
    assert desk.tickets[0].opened_at == desk.stage.present


async def test_unreachable_and_migrated_of_unknown_chats_are_passed_over(desk: Desk) -> None:
    empty = desk.text_of("谁也不是", "m-1", "")
    assert await desk.bring(replace(empty, kind="unreachable"))
    assert await desk.bring(replace(empty, key="m-2", kind="migrated", argument="-100", private=False))
    assert await desk.bring(replace(empty, key="m-3", kind="bind", argument="nonsense", private=False))
    assert await desk.bring(replace(empty, key="m-4", kind="start", argument="nonsense"))
    assert await desk.bring(replace(empty, key="m-5", kind="contact", argument="not a number"))
    assert desk.tickets == []
