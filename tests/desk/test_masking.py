import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.masking import mask_name, mask_phone, mask_text

FULL_WIDTH = "13800138001".translate({ord(c): chr(ord(c) + 0xFEE0) for c in "0138"})


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("王女士", "王**"),
        ("黃太", "黃**"),
        ("欧阳先生", "欧阳**"),
        ("新住户", "新**"),
        ("Mr Smith", "Mr S**"),
        ("Mrs. Smith", "Mrs. S**"),
        ("John Smith", "J**"),
        ("Drew", "D**"),
        (" 王女士 ", "王**"),
        ("", ""),
    ],
)
def test_g02_a_name_keeps_its_surname(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13800138001", "138****8001"),
        ("+86 138 0013 8001", "138****8001"),
        ("008613800138001", "138****8001"),
        (FULL_WIDTH, "138****8001"),
        ("+85291234567", "852****4567"),
        ("91234567", "****4567"),
        ("0755-26881234", "075****1234"),
        ("8001", "****01"),
        ("", ""),
    ],
)
def test_g02_a_phone_keeps_its_ends(phone: str, masked: str) -> None:
    assert mask_phone(phone) == masked


@pytest.mark.parametrize(
    "written",
    [
        "13800138001",
        "138 0013 8001",
        "138-0013-8001",
        "138.0013.8001",
        "1380 0138 001",
        "1380013 8001",
        "+8613800138001",
        "wx13800138001",
        FULL_WIDTH,
        "一三八零零一三八零零一",
        "幺三八〇〇幺三八〇〇幺",
        "0755-26881234",
        "075526881234",
        "+852 9123 4567",
        "9123 4567",
        "26881234",
    ],
)
def test_g02_a_phone_in_quoted_text_is_masked_however_it_is_written(written: str) -> None:
    masked = mask_text(f"漏水了,打我电话{written}谢谢")
    assert written not in masked
    assert "****" in masked
    assert masked.startswith("漏水了,打我电话")
    assert masked.endswith("谢谢")


@pytest.mark.parametrize(
    "text",
    [
        "3栋2单元1501漏水",
        "3-2-1501 和 3-2-1401",
        "2301 2302 都停水",
        "工单BX260304-001",
        "2026-03-05 15:00 来",
        "20260305 上午",
        "119、110、120",
        "一二三四五楼都没水",
        "👍" * 20,
    ],
)
def test_rooms_dates_and_ticket_numbers_stay(text: str) -> None:
    assert mask_text(text) == text


def test_g02_names_in_quoted_text_are_masked() -> None:
    text = "我是王女士,邻居Mr Smith也漏水,找smith就行"
    assert mask_text(text, ["王女士", "Mr Smith"]) == "我是王**,邻居Mr S**也漏水,找S**就行"


def test_g02_a_short_known_phone_is_masked_too() -> None:
    assert mask_text("打 2688 12 谢谢", phones=["268812"]) == "打 ****12 谢谢"


def test_masking_twice_changes_nothing() -> None:
    once = mask_text("王女士 13800138001", ["王女士"], ["13800138001"])
    assert mask_text(once, ["王女士"], ["13800138001"]) == once == "王** 138****8001"


@given(st.text(), st.text(max_size=8), st.text(alphabet="0123456789+- ", max_size=14))
def test_any_text_can_be_masked(text: str, name: str, phone: str) -> None:
    assert isinstance(mask_text(text, [name], [phone]), str)


@given(st.text(alphabet="漏水,电话 ", max_size=10), st.integers(13000000000, 19999999999))
def test_g02_no_mobile_number_survives(around: str, number: int) -> None:
    assert str(number) not in mask_text(f"{around}{number}{around}")
