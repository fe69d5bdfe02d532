"""Lines that are no report yet, but clearly want something: nothing of that kind is dropped (H)."""

from __future__ import annotations

import re

_WANTS = re.compile(
    r"派(?:个|個|一个)?人|来(?:个人|人|看|修|处理)|來(?:人|看|修|處理)|处理一下|處理一下|看一下|看看|怎么回事|怎麼回事|怎么办|怎麼辦|问题|問題"
    r"|坏|壞|修|反映|投诉|投訴|报修|報修|情况|状况|出事|不对劲|不對勁|没人管|沒人管|管一管|帮忙|幫忙|救命"
    r"|\b(?:help|broken|problem|issue|fix|repair|send (?:someone|somebody)|not working|complain)",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"(?:你好|您好)?[,，。\s]*我?(?:想|要|要求)?(?:投诉|投訴|报修|報修|反映(?:个|個|一下)?(?:问题|問題|情况)?|提个?建议|提建議|咨询(?:一下)?)[。.!！]*"
    r"|i (?:want|would like) to (?:complain|report)(?: something| a problem)?[.!]*",
    re.IGNORECASE,
)


def wants_something(text: str) -> bool:
    """家里有点问题, 麻烦派人来看看: we ask which category it is."""
    return _WANTS.search(text) is not None


def is_announced(text: str) -> bool:
    """我要投诉: what it is about is still to come."""
    return _ANNOUNCED.fullmatch(text.strip()) is not None
