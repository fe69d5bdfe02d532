"""The person or department that a message complains about; only where it is blamed."""

from __future__ import annotations

import re

from nlp.alternatives import by_first_letter
from nlp.later import Later
from nlp.normalise import Text

_COMMON_SURNAMES = "李王张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董钱"
_ROLES = [
    "保安队长",
    "保安人员",
    "保安大叔",
    "保安员",
    "保安",
    "门卫",
    "门岗",
    "看更",
    "前台小姐",
    "前台人员",
    "前台",
    "客服人员",
    "客服小姐",
    "客服专员",
    "客服部",
    "客服",
    "管家",
    "保洁阿姨",
    "保洁人员",
    "保洁大姐",
    "保洁员",
    "保洁",
    "清洁阿姨",
    "清洁人员",
    "清洁工",
    "清洁员",
    "维修师傅",
    "维修人员",
    "维修工",
    "维修员",
    "维修部",
    "工程部",
    "水电工",
    "电工",
    "水工",
    "安装师傅",
    "师傅",
    "绿化工",
    "绿化人员",
    "收费员",
    "收费人员",
    "财务",
    "物业经理",
    "经理",
    "物业公司",
    "物业工作人员",
    "物业人员",
    "物业管家",
    "物业中心",
    "物业",
    "工作人员",
    "服务人员",
    "主任",
    "主管",
    "电梯工",
    "巡逻人员",
    "巡逻员",
    "装修工人",
    "装修队",
]
_WHO = Later(
    by_first_letter(
        [
            *_ROLES,
            *(
                f"{s}(?:经理|主管|主任|师傅|队长|队|会计|管家|工(?=[,。又也很太不来]))"
                for s in _COMMON_SURNAMES
            ),
            f"老[{_COMMON_SURNAMES}](?![区板年])",
            f"小[{_COMMON_SURNAMES}](?![区板年])",
        ]
    )
)
_WRONG_WORDS = (
    "态度(?!很?好|不错|非常好|挺好)|不耐烦|爱理不理|爱答不理|不理|凶|骂|吼|推诿|推卸|推脱|推三阻四|推来推去|踢皮球|互相推|敷衍|不管|不作为|乱作为|睡觉|打瞌睡|玩手机|聊天|抽烟|脱岗|不在岗|喝酒|偷懒|磨洋工|迟到|爽约|不负责|不专业|没礼貌|不礼貌|粗暴|粗鲁|恶劣|"
    "太差|很差|好差|真差|差劲|差评|垃圾(?!房|桶|站|袋|没|堆|满|分)|太慢|拖拉|拖延|乱收费|多收|私自|威胁|打人|动手|推搡|辱骂|刁难|拒绝|拒不|不处理|不解决|不给|不让|不干事|不干活|不做事|放进来|放陌生人|随便放|没登记|没有登记|不登记|不查|没拦|不拦|收钱|收红包|收了|弄坏|损坏|打碎|刮花|偷|"
    "没修好|修不好|修得不好|越修越|没打扫|不打扫|不扫|没扫|扫不干净|打扫不干净|没清理|不清理|没来|不来(?!电|水)|不接|没人接|挂我|挂电话|不回|骗|忽悠|欺负|冷漠|吃拿卡要|难听|冲我|对我(?!很好|们?很好)|偏心|坑人|坑钱|不敢管|不作声|嚣张|蛮横|形同虚设|瞎弄|乱搞|敲诈|不见人|找不到人|不出来|装聋|装死|踹|侮辱|歧视|耍赖|耍流氓|骚扰"
)
_WRONG = Later(by_first_letter(re.split(r"\|(?![^(]*\))", _WRONG_WORDS)))
_ACCUSED = Later(
    r"(?:投诉|举报|不满|怪|差评给?|控诉)(?:一下)?(?:你们|这个|那个|一个|一位|物业|小区|[东南西北]门)?的?$"
)
_ACCUSED_ENDS = frozenset("诉报满怪评给下们个位业区门的")
_NOT_BLAMED = Later(
    r"(?:没有?|缺|找|叫|让|请|麻烦|谢谢|感谢|辛苦|表扬|希望|联系|通知|告诉|反映给|要求|建议)(?:了|过|你们|个|一?位|你)?的?$"
)
_WHOSE = Later("的|叫|那个|是")
_STOP = Later(r"[。!?;\n]")
_REACH = 20
_ENGLISH = Later(
    r"\b(?:security )?(?P<who>guards?|cleaners?|receptionists?|front desk|concierge|plumber|electrician|repairman|technician|property manager|manager|management(?: office)?|customer service|staff)\b"
    r"[^.!?\n]{0,40}?\b(?:rude|sleeping|asleep|slept|yell\w*|shout\w*|ignor\w*|refus\w*|unprofessional|lazy|never|swore|insult\w*|careless|attitude|threat\w*|late|not answering|useless)\b",
    re.IGNORECASE,
)


def find_about(text: Text) -> str | None:
    """保安态度太差 → "保安", 投诉工程部的老李 → "老李"; as written, `None` where nobody is blamed."""
    plain = text.plain
    for match in _WHO.finditer(plain):
        if _blamed(plain, match.start(), match.end()):
            return text.as_written(*_nearest(plain, *match.span()))
    if text.latin and (english := _ENGLISH.search(plain)):
        return text.as_written(*english.span("who"))
    return None


def _nearest(plain: str, start: int, end: int) -> tuple[int, int]:
    """Who of a department it is, where that is said too: 工程部的老李, 保安小马."""
    between = _WHOSE.match(plain, end)
    closer = _WHO.match(plain, between.end() if between else end)
    return closer.span() if closer else (start, end)


def _blamed(plain: str, start: int, end: int) -> bool:
    before = plain[max(0, start - 8) : start]
    if before[-1:] in _ACCUSED_ENDS and _ACCUSED.search(before):
        return True
    wrong = _WRONG.search(plain, end, end + _REACH)
    if wrong is None or _STOP.search(plain, end, wrong.start()) or _WHO.search(plain, end, wrong.start()):
        return False
    return _NOT_BLAMED.search(before) is None
