import json
from pathlib import Path

import pytest

from bot.transcripts.running import Result, run_file
from bot.transcripts.showing import to_json_line
from tests.transcripts.scripted_stage import ScriptedStage, got, made

RESTATED = got("王女士", "已登记\nBX260304-001", "确认", attachments=("(photo)",))


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


async def run(path: Path, text: str) -> Result:
    write(path, text.encode())
    return await run_file(path, lambda: made(ScriptedStage({"漏水": [RESTATED]})))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a04_leak.txt"


async def test_a_transcript_that_holds_reports_nothing(file: Path) -> None:
    result = await run(file, "@ 2026-03-04 10:00\n王女士: 漏水\n王女士 < BX260304-001")
    assert result.holds
    assert result.report() == ""
    assert [each.text for each in result.received] == [RESTATED.text]


async def test_a_mismatch_is_reported_with_what_came_instead(file: Path) -> None:
    result = await run(
        file, "@ 2026-03-04 10:00\n王女士: 漏水\n王女士 < 16:00\n工程群 < 1501\n王女士 <! 已登记"
    )
    came = "03-04 10:00 message 已登记 / BX260304-001 (photo) [确认]"
    assert not result.holds
    assert result.report().splitlines() == [
        "a04_leak.txt line 3: expected: 王女士 < 16:00",
        "  what came to 王女士 in that time:",
        f"    {came}",
        "a04_leak.txt line 4: expected: 工程群 < 1501",
        "  what came to 工程群 in that time:",
        "    nothing",
        "a04_leak.txt line 5: did not expect: 王女士 <! 已登记",
        "  what came to 王女士 in that time:",
        f"    {came}",
    ]


async def test_an_unreadable_transcript_is_reported_by_line(file: Path) -> None:
    result = await run(file, "@ 2026-03-04 10:00\n王女士 漏水")
    assert not result.holds
    assert result.report().startswith("a04_leak.txt line 2: cannot be read")


async def test_a_tap_on_nothing_keeps_what_had_come_until_then(file: Path) -> None:
    result = await run(file, "@ 2026-03-04 10:00\n王女士: 漏水\n王女士: [接单]")
    assert result.error is not None
    assert result.error.line_no == 3
    assert len(result.received) == 1


async def test_a_file_that_is_no_text_is_reported(file: Path) -> None:
    result = await run_file(write(file, b"\xff\xfe\x00@"), lambda: made(ScriptedStage()))
    assert result.report() == "a04_leak.txt line 1: not a text in UTF-8"


def test_a_message_in_json_has_the_documented_keys() -> None:
    assert json.loads(to_json_line(RESTATED)) == {
        "at": "2026-03-04T02:00:00+00:00",
        "to": "王女士",
        "kind": "message",
        "text": "已登记\nBX260304-001",
        "buttons": ["确认"],
        "attachments": ["(photo)"],
    }
    assert "\n" not in to_json_line(RESTATED)
    assert "王女士" in to_json_line(RESTATED)
