"""Typed answers to 现在解决了吗: people write as often as they tap."""

from __future__ import annotations

import re

from bot.desk.visit import Solved

_NOT = re.compile(
    r"未解决|未解決|[没沒](?:有)?(?:解决|解決|修好|弄好|处理好|處理好|好|用)|还是?(?:不|没|在|坏|漏|堵|有)|還是?(?:不|沒|在|壞|漏)"
    r"|又(?:坏|漏|堵|不|开始|壞)|不(?:行|亮|好|满意|滿意|管用)|\bnot (?:solved|fixed|working|done)|\bstill\b|\bno\b",
    re.IGNORECASE,
)
_PARTLY = re.compile(r"部分|一半|差一点|差一點|还有一|還有一|大部分|partly|partially|almost", re.IGNORECASE)
_SOLVED = re.compile(
    r"已解决|已解決|解决了|解決了|修好了|弄好了|处理好了|處理好了|(?:都|已经|已經|可以|全)?好了|可以了|没问题|沒問題|正常了|不漏了|亮了"
    r"|\b(?:solved|fixed|works|working now|all good|done|yes)\b",
    re.IGNORECASE,
)


def answer_in(text: str) -> Solved | None:
    """What a line says about it; None where it says nothing of the kind. 没好 goes before 好了."""
    if _PARTLY.search(text):
        return "partly"
    if _SOLVED.search(text) and not re.search(r"[没沒不]好了|not", text):
        return "not" if re.search(r"[没沒]有?(?:解决|解決|修好|弄好)|未解", text) else "solved"
    return "not" if _NOT.search(text) else None
