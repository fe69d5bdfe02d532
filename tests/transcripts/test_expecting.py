import pytest

from bot.transcripts.expecting import fits
from bot.transcripts.lines import Expect
from bot.transcripts.reading import read
from tests.transcripts.scripted_stage import got


def expecting(expected: str) -> Expect:
    line = read(f"@ 2026-03-04 10:00\n王女士 < {expected}").lines[1]
    assert isinstance(line, Expect)
    return line


CARD = got("王女士", "工单 BX260304-001\n3栋2单元1501 厨房漏水,今天 15:00 前回复", "确认", "修改信息", "取消")


@pytest.mark.parametrize(
    "expected",
    [
        "工单",
        "BX260304-001 … 15:00",
        "1501…厨房漏水……15:00",
        "BX260304-001 3栋2单元1501",
        "[确认]",
        "[修改]",
        "工单 … [取消]",
        "[取消] … 工单",
        "1501 [确认] [取消]",
        "15:00前",
    ],
)
def test_fragments_in_their_order_and_buttons_anywhere_fit(expected: str) -> None:
    assert fits(expecting(expected), CARD)


@pytest.mark.parametrize(
    "expected", ["15:00 … 工单", "工单 … 工单", "1502", "[接单]", "1501 … [接单]", "修改信息"]
)
def test_what_is_missing_or_in_another_order_does_not_fit(expected: str) -> None:
    assert not fits(expecting(expected), CARD)


@pytest.mark.parametrize("written", ["3月5日 15:00", "3月5日15:00", "3月5日\n15:00"])
def test_blanks_beside_chinese_do_not_count(written: str) -> None:
    assert fits(expecting("3月5日 15:00"), got("王女士", written))
    assert fits(expecting("3月5日15:00"), got("王女士", written))


def test_blanks_between_latin_words_count() -> None:
    assert fits(expecting("5 Mar 15:00"), got("王女士", "by 5 Mar\n15:00"))
    assert not fits(expecting("5 Mar15:00"), got("王女士", "by 5 Mar 15:00"))


@pytest.mark.parametrize(
    "expected", ["(photo)", "(photo) … 看这里", "看这里 … (photo)", "(document 回复表.docx)"]
)
def test_attachments_show_in_the_text_on_either_side(expected: str) -> None:
    assert fits(
        expecting(expected), got("王女士", "看这里", attachments=("(photo)", "(document 回复表.docx)"))
    )
