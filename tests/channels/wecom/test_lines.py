"""A changed card in a line, and texts cut where a state stands."""

from __future__ import annotations

import pytest

from bot.channels.wecom.faces import face
from bot.channels.wecom.lines import change, number_in, tail, unmarked

OLD = "BX260304-001【报修】\n地点：1501\n时限：10:30 前接单\n状态：等人接单"


def test_the_state_is_said_where_it_is_new() -> None:
    new = OLD.replace("10:30 前接单", "16:00 前回话").replace("等人接单", "已接单，老李")
    assert change(OLD, new) == "BX260304-001 状态：已接单，老李"


def test_other_new_lines_are_said_where_the_state_stays() -> None:
    new = OLD.replace("1501", "1502").replace("10:30", "11:30")
    assert change(OLD, new) == "BX260304-001 地点：1502；时限：11:30 前接单"


def test_a_new_head_names_the_number_itself() -> None:
    assert change(OLD, OLD.replace("【报修】", "【报修】→ 老李")) == "BX260304-001【报修】→ 老李"


def test_nothing_new_is_nothing_to_say() -> None:
    assert change(OLD, f"  {OLD}\n\n") == ""


def test_a_card_that_is_not_remembered_says_its_last_line() -> None:
    assert change("", OLD) == "BX260304-001 状态：等人接单"


def test_a_line_has_an_end() -> None:
    line = change(OLD, f"{OLD}\n结果：{'水' * 900}")
    assert line.endswith("…")
    assert len(line.encode()) <= 600


@pytest.mark.parametrize("text", ["一行", "标题\n" + "水" * 160, "标" * 36])
def test_a_short_text_is_whole(text: str) -> None:
    assert face(text).whole


def test_a_long_text_keeps_its_end() -> None:
    shown = face(f"{'标' * 40}\n{'水' * 200}\n状态：已接单")
    assert (shown.title, shown.text, shown.whole) == ("标" * 35 + "…", "…状态：已接单", False)


def test_one_endless_line_keeps_its_last_words() -> None:
    assert tail("水" * 300 + "完", 10) == "…" + "水" * 8 + "完"


def test_no_markup_is_left() -> None:
    assert unmarked("a <@all> **b** [c](d)\n > e\n# f") == "a ＜@all> ＊＊b＊＊ [c］(d)\n ＞ e\n＃ f"


def test_a_number_is_found() -> None:
    assert (number_in("工单 BX260304-001 已派"), number_in("没有")) == ("BX260304-001", "")
