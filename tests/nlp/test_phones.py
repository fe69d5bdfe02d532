"""Phone numbers for calling back."""

from __future__ import annotations

import pytest

from nlp.normalise import normalise
from nlp.phones import find_phone


def phone(text: str) -> str | None:
    found = find_phone(normalise(text))
    return found[0] if found else None


MOBILES = [
    "13800138000",
    "电话13800138000",
    "电话:138-0013-8000",
    "138 0013 8000",
    "１３８００１３８０００",
    "+86 138 0013 8000",
    "+8613800138000",
    "0086 13800138000",
    "86-13800138000",
    "(+86)13800138000",
    "1380-013-8000",
    "13800 138 000",
    "我的手机是13800138000,谢谢",
    "3栋2单元1501 13800138000",
    "3栋2单元1501 138 0013 8000",
    "13800138000 3栋2单元1501",
    "3-2-1501 13800138000 漏水",
    "手机/微信:13800138000",
    "一三八零零一三八零零零",
    "call me at 13800138000.",
    "厨房漏水13800138000王女士",
    "13800138000,明天下午3点",
    "房号1501电话13800138000",
]


@pytest.mark.parametrize("text", MOBILES)
def test_mainland_mobile_is_eleven_digits(text: str) -> None:
    assert phone(text) == "13800138000"


OTHERS = [
    ("021-58881234", "02158881234"),
    ("(021)58881234", "02158881234"),
    ("021 5888 1234", "02158881234"),
    ("0755-88881234转802", "075588881234"),
    ("010-12345678", "01012345678"),
    ("座机0571-8765432", "05718765432"),
    ("+852 9876 5432", "+85298765432"),
    ("+85298765432", "+85298765432"),
    ("852-98765432", "+85298765432"),
    ("(852) 9876 5432", "+85298765432"),
    ("00852 9876 5432", "+85298765432"),
    ("電話 9876 5432", "+85298765432"),
    ("電話:6123 4567 唔該", "+85261234567"),
    ("电话58881234", "58881234"),
    ("400-820-8820", "4008208820"),
    ("+1 415 555 2671", "+14155552671"),
    ("+44 20 7946 0958", "+442079460958"),
    ("+853 6612 3456", "+85366123456"),
]


@pytest.mark.parametrize(("text", "digits"), OTHERS)
def test_other_numbers_keep_what_is_needed_to_dial(text: str, digits: str) -> None:
    assert phone(text) == digits


NONE = [
    "",
    "厨房漏水",
    "wx13800138000",
    "订单号13800138000",
    "快递单号13800138000",
    "身份证110101199003071234",
    "BX260304-001",
    "138001380001",
    "1380013800",
    "12800138000",
    "2026-03-04 15:30",
    "192.168.1.1",
    "3栋2单元1501",
    "物业费12345678元",
    "打12345投诉了",
    "110",
    "卡号6222020200112233445",
    "户号1234567890",
    "车牌粤B12345",
    "2026年3月4日15点30分",
]


@pytest.mark.parametrize("text", NONE)
def test_is_no_phone(text: str) -> None:
    assert phone(text) is None


def test_first_of_two_phones_is_taken() -> None:
    assert phone("13800138001,打不通就打13800138002") == "13800138001"


def test_position_points_at_the_number_as_written() -> None:
    text = normalise("电话：１３８ ００１３ ８０００，谢谢")
    found = find_phone(text)
    assert found is not None
    assert text.as_written(found[1], found[2]) == "１３８ ００１３ ８０００"
