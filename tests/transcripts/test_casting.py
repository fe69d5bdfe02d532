from datetime import UTC, datetime

import pytest

from bot.transcripts.casting import check
from bot.transcripts.lines import TranscriptError
from bot.transcripts.playing import play
from bot.transcripts.reading import read
from tests.transcripts.scripted_stage import ScriptedStage

START = "@ 2026-03-04 10:00\n"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("路人: 你好", "路人"),
        ("路人: [确认]", "路人"),
        ("工程群: 你好", "工程群"),
        ("老李 in 厨房: 你好", "厨房"),
        ("老李 in 王女士: [接单]", "王女士"),
        ("路人 < 你好", "路人"),
        ("老李 in 工程群 < 你好", "老李 in 工程群"),
    ],
)
def test_an_unknown_name_is_an_error_with_its_line(line: str, name: str) -> None:
    with pytest.raises(TranscriptError, match=f"line 2: unknown name '{name}'"):
        check(read(START + line), ScriptedStage())


async def test_nothing_is_played_of_a_transcript_with_an_unknown_name() -> None:
    stage = ScriptedStage()
    with pytest.raises(TranscriptError):
        await play(read(START + "王女士: 漏水\n路人: 我也是"), stage)
    assert stage.done == []


@pytest.mark.parametrize("later", ["@ 2026-03-04 09:59", "+ 1h\n@ 2026-03-04 10:30"])
def test_a_clock_moved_back_is_an_error(later: str) -> None:
    with pytest.raises(TranscriptError, match="the clock would go back"):
        check(read(START + later), ScriptedStage())


def test_the_clock_may_be_set_to_the_time_that_it_shows() -> None:
    check(read(START + "+ 1h\n@ 2026-03-04 11:00"), ScriptedStage())


async def test_the_time_of_a_running_stage_counts() -> None:
    stage = ScriptedStage()
    await stage.advance(datetime(2026, 3, 5, 0, 0, tzinfo=UTC))
    with pytest.raises(TranscriptError, match="from 2026-03-05 08:00 to 2026-03-04 10:00"):
        check(read(START), stage)


def test_the_end_of_the_calendar_is_an_error_and_no_crash() -> None:
    with pytest.raises(TranscriptError, match="line 2: time beyond the calendar"):
        check(read("@ 9999-12-31 10:00\n+ 3d"), ScriptedStage())
