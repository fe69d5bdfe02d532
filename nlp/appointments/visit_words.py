"""What stands around the time of a visit, and around other times.

Every alternative begins with a plain letter (what must not precede is looked at behind it): such a pattern
is searched several times faster.
"""

from __future__ import annotations

import re

from nlp.alternatives import by_first_letter
from nlp.later import Later


class Words:
    """A Chinese pattern, from alternatives with blanks between them, and an English one, which is only
    searched where there are letters. `$` is the end of a line."""

    __slots__ = ("_chinese", "_english")

    def __init__(self, *chinese: str, english: str) -> None:
        self._chinese = Later(by_first_letter(" ".join(chinese).split()), re.MULTILINE)
        self._english = Later(rf"\b(?:{english})\b", re.IGNORECASE)

    def search(self, text: str, latin: bool) -> bool:
        """`latin`: whether there may be letters."""
        return self._chinese.search(text) is not None or (latin and self._english.search(text) is not None)

    def match(self, text: str, latin: bool) -> bool:
        """Whether one of them stands at the beginning."""
        return self._chinese.match(text) is not None or (latin and self._english.match(text) is not None)


_END = "(?:$|(?=[,。!?吗]))"
_PEOPLE = "都也会先我人们里妈爸公婆哋"

EXPECTED = Words(
    "上门 过来 来修 来看 来换 来弄 来装 来通 来检 来处理 来查 来疏通 来维修 来搞 来一?下 来一趟 来[量测拆补调清帮给安拖抽焊贴刷杀] 来听 来[吧嘛] 再来 来人(?!往) 派人 派(?:一?个|位)?人 派(?:一?个|位)?师傅 预约 约[在到个] 约(?<!.约) 约(?=\\n) 改[到约成做为在]",
    "能来(?![电水]) 可来 以来(?![电水]) 在家 到家 回家 得唔得 得吗 有空 有时间 得闲 喺屋企 才能?(?:下班|放工|到家|回来|回家|回(?=[,。!?]|$)|在家|有空|有时间) 先得(?!到) 先可以 再约(?<!候再约) 方便(?!面) 都行 都可以 也行 可以[吗的]?$ 都得(?![去要]) 能到 等着 下班(?<=我下班)(?![的高晚]) 放工(?<=我放工) 有师傅(?=[吗么来在能过]) 师傅(?=有空|有时间|能来|来吗|在吗) 来(?=最好|最合适|最方便|比较好|比较方便|都行|就行|就好|也行) 行吗 行不(?!通) 好吗 合适 等(?:你|您|师傅) 嚟 安排(?:人|师傅|上门|维修) 不上班(?<!上不上班)",
    "家里?(?:都|会)?有(?:人|老人|大人|孩子|阿姨)", f"有人(?<![还就]有人)(?:在|{_END})", rf"在(?<=[{_PEOPLE}\n]在)[的哦呢吧啊]?{_END}", rf"喺度(?<=[{_PEOPLE}日\n]喺度)", f"来(?<![出起下回上进本原向越]来){_END}", f"到(?<![等直]到){_END}", "请(?=了假|好假|好了假|一天假|半天假|假在) 随便(?=什么时候|几点|啥时) 休息(?<!让人休息)(?![室区日]) 轮休 调休",
    english="come|visit|send (?:an?|the) \\w+|i can do|at home|be home|home|available|free|appointment|schedule|send someone|drop by|works?|suits?|best for|instead|would be (?:good|fine|great)|arrange"
    "|around all|(?:i'm|we're|be|am|are|is) (?:around|in)|fine|possible|prefer|better|perfect|let's (?:do|say|make it)",
)  # fmt: skip
"""The owner receives somebody."""

TO_DO = Words(
    "修(?<!装修)(?![好了过完]) 修好(?<=[须要必得]修好) 搞定(?<=[须要必得]搞定) 换(?![了过]) 检查 看看 看一?下 安排 处理(?![了过好]) 疏通 安装 弄(?!好|了) 搞(?!好|了)",
    english="repair|fix|check|look|do it|please|can you|could you",
)
"""What is to be done then; enough where a day or a time ahead is named."""

NOT_A_VISIT = Words(
    "不在(?<!在不在) 没空 没时间 不方便(?<!方不方便) 不行(?<!行不行) 唔得(?<!得唔得) 唔方便 冇空 没人在?家? 客户来 客人 朋友来 亲戚来 房东来 带人来 垃圾车 办公室 服务中心 快递 送货 出差 上班(?<!不上班)(?<!用上班) 返工 开工 返学 不可以(?<!可不可以) 不要来 别来 不能(?<!能不能)",
    "说好 约好 约了 约的 约定 讲好 答应 承诺 本来 原来 原定 之前说 通知 公告 没来 不来(?!了) 没人来 还没 没见 未见 不见人 爽约 来修?的(?:师傅|人) 来[办交拿取领缴] 看房 交费 缴费 缴纳 办[理证卡] 领取 营业 开放 上班吗 搬家",
    *(f"{done}(?:过|了|完|好(?<![须要必得]{done}好))(?!吧)" for done in (*"来看修换报打说问查装", "反映", "处理", "投诉", "联系")),
    english="yesterday|last|every(?! ?day)|since|was|were|has been|have been|didn't|ago|still|until|water cut|"
    "not (?:home|available|free)|(?:doesn't|does not|won't) work|not possible|no good|busy|can't|cannot|won't|out of town|am away",
)  # fmt: skip
"""A visit that was agreed upon or did not happen, or something else that is done then, or when nobody
is to come."""

BEFORE_NOW = Words(
    "昨 前天 上周 上个?星期 上个?礼拜 上个?月 去年 刚才 刚刚 每[天晚周个日] 天天 经常 总是 老是 一直 常常 等到 直到 拖到 搞到 弄到 忙到 吵到 闹到 唱到 喝到 都等 等了",
    english="yesterday|last|every|since",
)
HAPPENED = Words(
    *(f"{did}(?:过|了|完)" for did in (*"停漏坏断堵跳掉没响叫闹吵", "发现", "发生", "开始")),
    "开始 发现 还在 仍在 还有人 就有人 总有人 有人(?!在|$|[,。!吗]) 没有?人 又(?!可以|能) 才来 才到(?!家) 才修 起就 就(?:一直|没|有人|听|停|坏|漏|吵|开始) 的时候 停[水电] 吵 噪音 施工 广场舞 唱歌 装修",
    english="broke|started|stopped|happened",
)
