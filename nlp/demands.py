"""What the owner asks for, in the owner's words."""

from __future__ import annotations

import re

from nlp.later import Later
from nlp.normalise import Text

_WHOM = r"(?:你们|您们?|物业|你|贵司|咱们|大家|各位|师傅|帮忙|帮我|帮)?(?:公司|管理处|服务中心|师傅|领导)?(?:能够|能|可以|可)?"
_ASKED = Later(
    rf"(?:要求|希望|盼望|恳请|敬请|烦请|请求|请(?![问假教客勿稍求进坐说帖柬])|麻烦(?!的是|了|得|死|不)|劳烦|拜托|能不能|能否|可否|可不可以|必须){_WHOM}\s?(?P<what>[^,。!?;\n]{{2,30}})"
)
_NOW = ["尽快", "尽早", "赶紧", "赶快", "马上", "立刻", "立即", "速度", "速"]
_DO = [
    "安排",
    "派人",
    "派",
    "来人",
    "来",
    "过来",
    "上门",
    "处理",
    "解决",
    "维修",
    "修",
    "修好",
    "修复",
    "恢复",
    "整改",
    "清理",
    "疏通",
    "更换",
    "换",
    "检查",
    "联系",
    "回复",
    "给",
    "查",
    "抢修",
]
_SHORT = Later(
    "|".join(
        [
            "给(?:我们?|业主|大家|住户)?(?:一?个)?(?:说法|交代|交待|解释|答复|回复|结果)",
            r"赔偿(?:我们?的?(?:损失)?|损失)?|赔钱|退款|退钱|退费|退还[^,。!?;\n]{0,12}",
            r"书面道歉|公开道歉|当面道歉|赔礼道歉|向我道歉|道歉(?=[,。!]|$)|换个?保安|换个?人(?=[,。!]|$)|换物业",
            *(rf"{now}(?:{'|'.join(_DO)})[^,。!?;\n]{{0,12}}" for now in _NOW),
            r"派个?(?:人|师傅)(?!说)[^,。!?;\n]{0,10}",
        ]
    )
)
_ENGLISH = Later(
    r"\b(?:please|i (?:want|demand|would like|need)(?: you)?(?: to)?|i'd like(?: you)?(?: to)?|could you|can you|kindly)\s(?:please\s)?(?P<what>[^,.!?;\n]{3,60})",
    re.IGNORECASE,
)
_TAIL = Later(r"(?:[吧吗呢啊哦呀嘛~]|一下子?|谢谢|谢了|可以吗|好吗|行吗|\s)+$")
_TAIL_ENDS = frozenset("吧吗呢啊哦呀嘛~下子谢了 \u2028\u2029\x1c\x1d\x1e\x1f")
_NOTHING = Later(r"(?:物业|你们|帮忙|师傅|大家|您|管理处)?$")
_LONGEST_NOTHING = 3


def find_demand(text: Text) -> str | None:
    """希望尽快派人处理 → "尽快派人处理", 要求退款 → "退款", 给个说法 → "给个说法"; as written."""
    plain = text.plain
    asked, short = _ASKED.search(plain), _SHORT.search(plain)
    found = [] if asked is None else [asked.span(1)]
    if short is not None:
        found.append(short.span())
    if text.latin and (english := _ENGLISH.search(plain)):
        found.append(english.span("what"))
    if not found:
        return None
    start, end = min(found)
    if plain[end - 1] in _TAIL_ENDS and (tail := _TAIL.search(plain, start, end)):
        end = tail.start()
    if end - start <= _LONGEST_NOTHING and _NOTHING.fullmatch(plain, start, end):
        return None
    return text.as_written(start, end).strip() or None
