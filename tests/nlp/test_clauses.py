"""Where a message can be cut into separate matters."""

from __future__ import annotations

import pytest

from nlp.clauses import split
from nlp.normalise import normalise


def pieces(text: str) -> list[str]:
    """The clauses; a weak one begins with a comma."""
    normal = normalise(text)
    return [("" if strong else ",") + normal.plain[start:end] for start, end, strong in split(normal)]


CUTS = [
    ("厨房漏水", ["厨房漏水"]),
    ("厨房漏水,电梯也坏了", ["厨房漏水", ",电梯也坏了"]),
    ("厨房漏水。电梯坏了!", ["厨房漏水", "电梯坏了"]),
    ("厨房漏水另外电梯坏了", ["厨房漏水", "另外电梯坏了"]),
    ("灯坏了,顺便问下物业费多少", ["灯坏了", "顺便问下物业费多少"]),
    ("灯坏了;门也坏了", ["灯坏了", "门也坏了"]),
    ("1、漏水 2、停电", ["漏水", "停电"]),
    ("1.漏水\n2.停电", ["漏水", "停电"]),
    ("(1)漏水(2)停电", ["漏水", "停电"]),
    ("①厨房漏水②电梯坏了", ["厨房漏水", "电梯坏了"]),
    ("一、漏水;二、停电", ["漏水", "停电"]),
    ("两个问题,1是雨棚漏水,2是电话没人接", ["两个问题", "雨棚漏水", "电话没人接"]),
    ("唯一是3号楼没停电", ["唯一是3号楼没停电"]),
    ("漏水\n停电", ["漏水", "停电"]),
    ("厨房漏水 电梯坏了", ["厨房漏水", ",电梯坏了"]),
    ("还有没有人管", ["还有没有人管"]),
    ("灯坏了还有门也坏了", ["灯坏了", "还有门也坏了"]),
    ("水压只有1.5公斤", ["水压只有1.5公斤"]),
    ("The lift is broken. Also the lights are out", ["The lift is broken", "Also the lights are out"]),
    ("tap leaks and lamp broken", ["tap leaks", ",and lamp broken"]),
    ("", []),
    ("。。!", []),
]


@pytest.mark.parametrize(("text", "expected"), CUTS)
def test_message_is_cut_where_another_matter_may_begin(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected
