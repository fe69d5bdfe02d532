"""Typed answers to 现在解决了吗: people write as often as they tap."""

from __future__ import annotations

import re

from bot.desk.visit import Solved

_ASKS = re.compile(r"[??]|吗|嗎|什么时候|什麼時候|多久|怎么办|怎麼辦|\b(?:when|how)\b", re.IGNORECASE)
_PARTLY = re.compile(
    r"部分|一半|差一点|差一點|还有一|還有一|大部分|基本|好一点|好一點|但是?|不过|不過|可是|partly|partially|almost|\bbut\b",
    re.IGNORECASE,
)
_WELL = r"(?:解决|解決|修好|弄好|处理好|處理好|搞定|亮|好|行|可以|正常|管用|成|灵|靈|制冷|出水|满意|滿意)"
_NOT = re.compile(
    rf"未(?:解|修|处|處)|[不没沒别無无](?:有|再|能|太|怎么|怎麼|大|完全|彻底|徹底)?{_WELL}"
    r"|还是|還是|依然|仍然|照样|老样子|照樣|又(?:坏|漏|堵|不|没|停|响|壞|開始|开始)"
    r"|\b(?:not|still|again|isn't|doesn't|won't|never)\b",
    re.IGNORECASE,
)
_SOLVED = re.compile(
    r"已解决|已解決|解决了|解決了|修好|弄好|处理好|處理好|搞定|好了|可以了|没问题|沒問題|正常|不(?:漏|堵|响|滴|臭|吵|跳闸|響)了|亮了|来水了|来电了"
    r"|\b(?:solved|fixed|works|working|all good|done|yes|no problem)\b",
    re.IGNORECASE,
)


def answer_in(text: str) -> Solved | None:
    """What a line says about it; None where it asks, or says nothing of the kind. 没好 goes before 好了."""
    if _ASKS.search(text):
        return None
    good, bad = _SOLVED.search(text), _NOT.search(text)
    if _PARTLY.search(text) and (good or bad or len(text) <= len("部分解决了")):
        return "partly"
    if bad:
        return "not"
    return "solved" if good else None
