from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bot.transcripts.lines import Expect, Line, MoveTo, Tap, TranscriptError, Wait, Write
from bot.transcripts.reading import read, read_file

START = "@ 2026-03-04 10:00\n"


def second(line: str) -> Line:
    return read(START + line).lines[1]


def test_a_clock_line_is_a_wall_clock_time() -> None:
    assert read(START).lines == (MoveTo(1, date(2026, 3, 4), time(10, 0)),)


@pytest.mark.parametrize(
    ("line", "span"),
    [
        ("+ 90m", timedelta(minutes=90)),
        ("+ 2h", timedelta(hours=2)),
        ("+3d", timedelta(days=3)),
        ("+ 1d 2h", timedelta(hours=26)),
    ],
)
def test_a_plus_lets_time_pass(line: str, span: timedelta) -> None:
    assert second(line) == Wait(2, span)


def test_comments_and_blank_lines_count_as_lines_but_say_nothing() -> None:
    script = read("# 注释\n\n" + START + "  # 又一行\n王女士: 厨房漏水")
    assert [each.line_no for each in script.lines] == [3, 5]


@pytest.mark.parametrize(
    "line", ["王女士: 厨房漏水", "王女士:厨房漏水", "王女士\uff1a厨房漏水", "  王女士: 厨房漏水 "]
)
def test_a_person_writes_in_private(line: str) -> None:
    assert second(line) == Write(2, "王女士", "厨房漏水")


def test_a_written_text_may_hold_the_signs_of_other_lines() -> None:
    assert second("王女士: 水温<30度: [太凉] < 平时") == Write(2, "王女士", "水温<30度: [太凉] < 平时")


def test_a_name_may_hold_a_blank() -> None:
    assert second("Mr Smith: the tap: it drips") == Write(2, "Mr Smith", "the tap: it drips")


def test_an_empty_message_is_a_message() -> None:
    assert second("王女士:") == Write(2, "王女士", "")


@pytest.mark.parametrize(
    ("said", "text", "media"),
    [
        ("(photo) 看这里", "看这里", ("photo",)),
        ("(photo)", "", ("photo",)),
        ("(photo) (photo) 两张", "两张", ("photo", "photo")),
        ("看这里 (photo)", "看这里", ("photo",)),
        ("(voice)", "", ("voice",)),
        ("(file) 合同", "合同", ("file",)),
        ("(location)", "", ("location",)),
        ("(video) 看", "(video) 看", ()),
    ],
)
def test_media_are_told_from_the_text(said: str, text: str, media: tuple[str, ...]) -> None:
    line = second(f"王女士: {said}")
    assert isinstance(line, Write)
    assert (line.text, line.media) == (text, media)


def test_a_label_alone_is_a_tap() -> None:
    assert second("王女士: [确认]") == Tap(2, "王女士", "确认")


def test_a_tap_may_name_the_message() -> None:
    assert second("老李 in 工程群: [接单] BX260304-001") == Tap(2, "老李", "接单", "BX260304-001", "工程群")


def test_a_person_writes_in_a_group() -> None:
    assert second("老李 in 工程群: 在路上") == Write(2, "老李", "在路上", (), "工程群")


def test_expected_fragments_keep_their_order_and_buttons_stand_apart() -> None:
    line = second("工程群 < 1501 … [接单] … 急修")
    assert line == Expect(2, "工程群", ("1501", "急修"), ("接单",), False, "工程群 < 1501 … [接单] … 急修")


def test_what_must_not_come() -> None:
    line = second("王女士 <! [确认]")
    assert isinstance(line, Expect)
    assert (line.fragments, line.buttons, line.absent) == ((), ("确认",), True)


def test_an_expected_time_is_not_taken_for_something_said() -> None:
    line = second("王女士 < 15:00")
    assert isinstance(line, Expect)
    assert line.fragments == ("15:00",)


@pytest.mark.parametrize(
    "line",
    [
        "王女士 说 厨房漏水",
        "@ 2026-03-04",
        "@ 2026-02-30 10:00",
        "@ 2026-03-04 25:00",
        "@ 10:00",
        "+ 90",
        "+ soon",
        "+ 99999999999999999999d",
        "王女士 <",
        "王女士 <! …",
        ": 无名",
        "[确认]",
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_line(line: str) -> None:
    with pytest.raises(TranscriptError, match=r"^line 3: ") as caught:
        read(START + "\n" + line)
    assert caught.value.line_no == 3


@pytest.mark.parametrize("line", ["王女士: 厨房漏水", "+ 2h", "王女士: [确认]", "王女士 < 确认"])
def test_nothing_happens_before_the_clock_is_set(line: str) -> None:
    with pytest.raises(TranscriptError, match=r"line 2: .*@ 2026-03-04 10:00"):
        read(f"# no clock\n{line}\n{START}")


def test_a_transcript_of_comments_is_empty() -> None:
    assert read("# nothing yet\n").lines == ()


def test_a_file_may_begin_with_a_byte_order_mark_and_end_its_lines_as_windows_does(tmp_path: Path) -> None:
    path = tmp_path / "a01_leak.txt"
    path.write_bytes("\ufeff@ 2026-03-04 10:00\r\n王女士: 厨房漏水\r\n".encode())
    script = read_file(path)
    assert script.name == "a01_leak.txt"
    assert script.lines[1] == Write(2, "王女士", "厨房漏水")
