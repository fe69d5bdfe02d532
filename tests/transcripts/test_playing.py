from datetime import UTC, datetime

import pytest

from bot.transcripts.lines import TranscriptError
from bot.transcripts.playing import Mismatch, play
from bot.transcripts.reading import read
from bot.transcripts.stage import Received
from tests.transcripts.scripted_stage import CHINA, ScriptedStage, got

RESTATED = got("王女士", "已登记 BX260304-001", "确认", "取消")
CARD = got("工程群", "BX260304-001 1501", "接单", key="card")


async def played(text: str, **answers: list[Received]) -> ScriptedStage:
    stage = ScriptedStage(answers)
    await play(read("@ 2026-03-04 10:00\n" + text), stage)
    return stage


async def test_consecutive_lines_of_one_person_are_one_story() -> None:
    stage = await played("王女士: 在吗\n\n# 停一下\n王女士: 厨房漏水\n+ 5m")
    assert stage.done == [
        "clock 02:00",
        "pause",
        "王女士 writes 在吗 [] in None",
        "王女士 writes 厨房漏水 [] in None",
        "pause",
        "clock 02:05",
        "pause",
    ]


async def test_the_pause_passes_before_somebody_else_or_another_chat() -> None:
    stage = await played("王女士: 漏水\n老李: 在\n老李 in 工程群: 在")
    assert [each.split()[0] for each in stage.done[1:]] == [
        "pause",
        "王女士",
        "pause",
        "老李",
        "pause",
        "老李",
        "pause",
    ]


async def test_a_tap_ends_the_story() -> None:
    stage = await played("王女士: 漏水\n王女士: [确认]", 漏水=[RESTATED])
    assert stage.done[-3:] == ["pause", "王女士 taps m1/确认 on m1 in None", "pause"]


async def test_an_expectation_ends_the_story_without_moving_the_clock() -> None:
    stage = await played("王女士: 漏水\n王女士 < BX260304-001\n王女士: 还有", 漏水=[RESTATED])
    assert stage.now() == datetime(2026, 3, 4, 2, 0, tzinfo=UTC)


async def test_a_person_s_messages_count_since_their_own_last_line() -> None:
    stage = "王女士: 漏水\n老李: 在吗\n王女士 < BX260304-001\n王女士: [确认]\n王女士 <! BX260304-001"
    await played(stage, 漏水=[RESTATED])


async def test_what_came_before_a_person_s_own_last_line_no_longer_counts() -> None:
    with pytest.raises(Mismatch) as caught:
        await played("王女士: 漏水\n王女士: [确认]\n王女士 < 已登记", 漏水=[RESTATED])
    assert caught.value.expected == "王女士 < 已登记"
    assert caught.value.line.line_no == 4
    assert caught.value.came == ()


async def test_without_a_line_of_their_own_everything_since_the_start_counts() -> None:
    await played("王女士: 漏水\n+ 2h\n工程群 < 1501 … [接单]\n小吴 <! 1501", 漏水=[CARD])


async def test_a_group_s_messages_count_since_anybody_acted_in_that_group() -> None:
    edited = got("工程群", "BX260304-001 已接单", "完成", key="card", kind="edit")
    lines = "王女士: 漏水\n工程群 < 1501\n老李 in 工程群: [接单]\n小吴: 在\n工程群 <! 1501\n工程群 < 已接单 … [完成]"
    await played(lines, **{"漏水": [CARD], "card/接单": [edited]})


async def test_an_act_in_a_group_starts_the_actor_s_private_time_too() -> None:
    private = got("老李", "13800138001", key="private")
    notice = got("老李", "接单成功", key="n", kind="notice")
    before = got("老李", "早会", key="before")
    await played(
        "王女士: 漏水\n老李 < 早会\n老李 in 工程群: [接单]\n老李 <! 早会\n老李 < 13800138001\n老李 < 接单成功",
        **{"漏水": [CARD, before], "card/接单": [private, notice]},
    )


async def test_a_forbidden_button_is_found_out() -> None:
    with pytest.raises(Mismatch) as caught:
        await played("王女士: 漏水\n工程群 <! [接单]", 漏水=[CARD])
    assert [each.text for each in caught.value.came] == ["BX260304-001 1501"]


async def test_messages_are_returned_with_the_time_of_the_community() -> None:
    stage = ScriptedStage({"漏水": [RESTATED]})
    received = await play(read("@ 2026-03-04 10:00\n王女士: 漏水"), stage)
    assert [each.at for each in received] == [datetime(2026, 3, 4, 10, 0, tzinfo=CHINA)]
    assert received[0].at.utcoffset() == CHINA.utcoffset(None)


async def test_mismatches_can_be_collected_and_the_rest_is_played() -> None:
    stage = ScriptedStage({"漏水": [RESTATED]})
    script = read("@ 2026-03-04 10:00\n王女士: 漏水\n王女士 < 一\n王女士 < 二\n老李: 在")
    mismatches: list[Mismatch] = []
    await play(script, stage, mismatches.append)
    assert [each.line.line_no for each in mismatches] == [3, 4]
    assert "老李 writes 在 [] in None" in stage.done


async def test_a_stage_that_has_already_played_starts_the_windows_afresh() -> None:
    stage = ScriptedStage({"漏水": [RESTATED]})
    await play(read("@ 2026-03-04 10:00\n王女士: 漏水"), stage)
    assert await play(read("@ 2026-03-04 10:05\n王女士 <! BX260304-001\n工程群 <! 1501"), stage) == []


async def test_a_button_that_was_never_there_is_an_error_that_names_what_there_was() -> None:
    with pytest.raises(
        TranscriptError, match=r"line 3: 王女士 never had a button \[接单\].*\[取消\] \[确认\]"
    ):
        await played("王女士: 漏水\n王女士: [接单]", 漏水=[RESTATED])


async def test_photos_and_groups_reach_the_stage() -> None:
    stage = await played("老李 in 工程群: (photo) 换好了")
    assert "老李 writes 换好了 ['photo'] in 工程群" in stage.done
