"""What people say when they ask for a person, ask how it goes, press, add, withdraw, thank and greet.

Every alternative begins with plain letters: such a pattern is searched several times faster.
"""

from __future__ import annotations

import re

from nlp.alternatives import by_first_letter, by_two_letters
from nlp.later import Later


def _any(*alternatives: str) -> Later:
    return Later(by_first_letter(alternatives))


def _english(*alternatives: str) -> Later:
    return Later(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


_HUMAN_ITSELF = [
    "转人工", "人工客服", "人工服务", "人工坐席", "真人", "活人", "跟人(?:说|聊|讲)", "和人(?:说|聊|讲)", "同人讲",
    "不要机器人", "不想(?:跟|和)机器", "机器人(?:听不懂|没用|不懂|滚)", "你是机器人", "不和机器人", "别用机器人",
]  # fmt: skip
_PEOPLE = ["人工", "客服", "真人", "活人", "管家"]
_PERSON = rf"(?:一?个|一?位|你们的?|一下)?(?:{'|'.join(_PEOPLE)})(?!.{{0,6}}(?:态度|骂|不|没))"
HUMAN = _any(
    *_HUMAN_ITSELF,
    *(f"{verb}{_PERSON}" for verb in ["找", "叫", "要", "换", "跟", "和", "接", "联系", "转", "揾"]),
)
HUMAN_ALONE = frozenset({"人工", "客服", "找人", "真人", "人工!", "human", "agent", "operator"})
ENGLISH_HUMAN = _english(
    r"(?:talk|speak|chat)\s(?:to|with)\s(?:a\s|an\s|some)?\s?(?:real\s|human\s)?(?:person|human|someone|somebody|agent|operator|staff|one|representative)",
    r"(?:real|live)\s(?:person|human|agent)", r"human\s(?:agent|please)", r"connect\sme\sto",
)  # fmt: skip

PROGRESS = _any(
    "进度", "进展", "到哪一?步", "到哪个?环节", "到哪了", "到什么(?:程度|地步)",
    *(f"{done}(?:了?没有?|了?吗|了未|未)(?=[,。!? 啊呀呢]|$)" for done in ["修好", "弄好", "搞好", "搞掂", "整好", "处理好", "解决", "处理完", "修完", "处理", "派人", "安排", "安排人", "受理", "接单", "出发", "派单"]),
    *(f"{how}(?:得|的|到)?(?:怎么样|咋样|怎样|如何|点样)" for how in ["处理", "修", "解决", "安排", "弄", "搞", "跟进"]),
    *(f"{when}(?:能|可以|才能|会|才|有人|师傅|你们|安排|派人|人|到底)*(?:来|到(?!期|账)|上门|过来|派人|修|处理|解决|弄好|恢复|嚟|整|搞定|好)" for when in ["什么时候", "几时", "几点", "多久", "啥时候", "啥时", "何时", "多长时间", "哪天"]),
    "人到哪", "师傅到哪", "师傅来了吗", "师傅出发", "有人接单", "有人跟进", "有人处理[吗没了]", "有没有人(?:处理|跟进|接)", "有没有结果", "有结果[了吗没]", "有消息[了吗没]", "有下文", "有没有(?:进展|回复|消息|下文)",
    "查询?一?下?(?:我的?)?(?:工单|报修|单子|投诉)", "人来了[吗没]", "结果(?:出来|怎么样|如何)", "点样啊?$",
)  # fmt: skip
_SUBJECTS = [
    "报修",
    "投诉",
    "工单",
    "单子",
    "维修单",
    "反映的",
    "报的",
    "建议",
    "上次",
    "之前",
    "昨天",
    "前天",
    "那个",
    "那件",
    "我的",
]
PROGRESS_OF = _any(
    *(
        f"{subject}[^,。!?;\\n]{{0,14}}?(?:怎么样|怎样|咋样|如何|点样|[什啥]么?情况|什么结果)(?=[了啊呢呀吗,。!? ]|$)"
        for subject in _SUBJECTS
    )
)
ENGLISH_PROGRESS = _english(
    r"status", r"progress", r"any\s(?:news|update)", r"updates?\son",
    r"how(?:'s|\sis|\sare)\s(?:my|the)\s(?:ticket|report|request|repair|complaint|case|job)s?",
    r"when\s(?:will|are|is|can|would)\s(?:you|someone|somebody|the|it|they|he|she|anyone|a)", r"is\sit\s(?:fixed|done)\syet", r"has\s(?:it|anyone|someone)\sbeen",
    r"what'?s\shappening\swith", r"where\sis\s(?:my|the)\s(?:ticket|repairman|plumber|technician)",
)  # fmt: skip
_OLD_MATTER = [
    "催", "怎么还", "咋还", "为什么还", "还没来", "还没到", "还没有?人来", "还没派", "还不来", "昨天报", "前天报", "早上报", "上午报", "刚才报", "报修了", "报修过", "报修的", "报修单", "我的报修", "报修怎", "报过", "报了(?!警)", "报的修", "工单", "单子",
    "上次(?:报|说|反映|投诉|修)", "之前(?:报|说|反映|投诉|修)", "反映的", "投诉的", "查一?下?进度", "进度怎么样", "进展怎么样", "进展如何", "到哪一?步", "搞好(?:了?没|了?吗|未)", "处理好(?:了?没|了?吗|未)", "修好(?:了?没|了?吗|未)", "弄好(?:了?没|了?吗|未)", "处理(?:得|的)怎么样", "修得怎么样", "师傅到哪", "师傅来了吗",
    "解决(?:了?没有?|了?吗)(?=[,。!? ]|$)", "处理(?:了?没有?|了吗)(?=[,。!? ]|$)",
]  # fmt: skip
OLD_MATTER = _any(*_OLD_MATTER)
URGE = _any(
    "催", "怎么还没", "怎么还不", "怎么还冇", "咋还没", "咋还不", "为什么还没", "为什么还不", "点解仲未", "仲未", "还没(?:来|到|有人|人来|人管|人修|修|处理|解决|回复|消息|动静|派|安排)", "还不(?:来|修|处理|解决)", "迟迟",
    "等了(?:半天|好久|很久|一天|一上午|一下午|一个|两个|三个|半个|大半天|几天|多久|[0-9一二两三四五六])", "都等", "等了?好耐", "要等(?:到什么时候|多久|到几时)", "等到什么时候", "等到花", "快点", "快一点", "快些", "快啲", "速度[点啊!,。]", "赶紧(?:的|来|吧|派|处理|修|过来|啊)", "抓紧", "快来(?!人)",
    "能不能快", "可不可以快", "能快[点些]", "尽快[吧啊呀]?$", "多久了", "几天了", "到现在(?:还|都|也)?(?:没|未|无|不)", "一直没(?:人|有人)?(?:来|处理|修|管|回)", "人呢", "加急", "好了没啊",
)  # fmt: skip
ENGLISH_URGE = _english(
    "hurry", "asap", r"still\s(?:waiting|no\sone|nobody|not\s(?:fixed|here|come))", r"how\smuch\slonger", r"how\slong\s(?:do|will|must)", "faster", r"(?:nobody|no\sone)\s(?:has\s|have\s)?(?:came|come|shown|showed|arrived)",
    r"what'?s\staking", r"been\swaiting", r"waiting\sfor\s(?:hours|days|ages|so\slong)", r"chase", r"where\sare\syou",
)  # fmt: skip

_COME = r"(?:再)?(?:来|修|派人|派|处理|上门|麻烦|过来|安排|嚟|整|跟进|报修|管)(?:人|师傅|你们)?了"
_WITHDRAW = [
    *(f"{no}{_COME}" for no in ["不用", "不必", "不需要", "不要", "甭", "别", "唔使", "无需"]), "不用(?:来|修|派人|上门)(?:人|师傅)?[,。!吧啦]?$", "不用麻烦", "唔使(?:嚟|整|来)",
    "撤销", "撤回", "撤单", "撤掉(?:报修|工单|投诉|单)", "取消(?:报修|工单|投诉|预约|单子|吧|掉|了|这个|那个|一下|我的|$)", "要取消", "帮我取消", "想取消",
    *(f"{good}[^?吗没]{{0,6}}(?:不用|不必|不需要|取消|撤|唔使)" for good in ["好了", "修好了", "弄好了", "解决了", "恢复了", "来电了", "来水了", "搞定", "冇事", "没事了", "整好咗", "好返"]),
    "已经(?:又)?(?:好了|修好了|弄好了|解决了|恢复了|搞定了|有水了|有电了|来水了|来电了)", "自己(?:又)?(?:好了|修好了|弄好了|解决了|恢复了|搞定了)", "现在(?:又)?(?:好了|没事了|正常了|有水了|有电了|恢复了)", "又好了",
    "算了(?:吧|[别不](?!是|对|起)|[,。! ]|$)", *(rf"{no}了?[,。! ]*(?:还是)?我们?自己(?:弄|修|搞|处理|解决|来|换|通)" for no in ["不用", "不要", "算"]), "不报了", "不投诉了", "不修了", "没事了[,。!]?$", "误报", "报错了", "搞错了[,。]?不", "重复报",
]  # fmt: skip
WITHDRAW = _any(*_WITHDRAW)
ENGLISH_WITHDRAW = _english(
    "cancel", "withdraw", r"never\s?mind", r"no\slonger\sneed(?:ed)?", r"no\sneed\sto\s(?:come|send)", r"already\s(?:fixed|solved|ok|working|resolved)", r"forget\s(?:it|about\sit)", r"don'?t\s(?:need\sto\s)?(?:come|send)\b", r"fixed\sit\smyself",
    r"(?:it'?s|is)\s(?:fixed|working|fine|ok)\snow", r"no\sneed\sany\s?more",
)  # fmt: skip
# 我要投诉 files the matter, whatever it says of waiting.
FILED = Later("要投诉|要举报|投诉一下|投诉(?:物业|保安)")
NOT_WITHDRAWN = Later(
    r"就算了|怎么算了|没(?:有)?(?:修好|解决|弄好|恢复|好)|(?:好了|解决了|恢复了)(?:没|吗|[?])|(?:说|讲)(?:已经)?(?:修好|好了|解决|搞定)|又(?:坏|漏|不|停|堵|开始)|还(?:是|在)|但|可是|结果|不能取消|谁取消|怎么取消|为什么(?:取消|撤)|取消(?:了)?(?:停车|门禁|保安|优惠|收费)"
)

ANY_OF_A_TICKET = Later(by_two_letters([*_HUMAN_ITSELF, *_PEOPLE, *_WITHDRAW, *_OLD_MATTER]))
"""Not found: nobody asks for a person, withdraws or speaks of an old matter."""

# These two are matched at the beginning of a message only.
ADD = Later(
    r"[\s,]*(?:我)?(?:还要?|再|想)?(?:补充|更正|加一[句点]|忘了?说|忘记说|漏了说|差点忘|刚才忘|刚忘|再说一[下点句]|补多)"
)
ADD_BEGINS = frozenset(" ,\n我还再想补更加忘漏差刚")
"""Letters with which it can begin."""
MORE = Later(r"[\s,]*(?:对了(?!吗)|另外说一?下|还有一点|还有[,:就]|还有(?!没|多|几|人|谁|什么)|顺便说一?下)")
ENGLISH_ADD = Later(
    r"^\W*(?:also\b|one\smore\sthing|i\sforgot|forgot\sto\s(?:say|mention)|to\sadd|just\sto\sadd|by\sthe\sway|btw|i'd\slike\sto\sadd)", re.IGNORECASE
)  # fmt: skip

THANKS = _any(
    "谢谢",
    "谢了",
    "谢啦",
    "多谢",
    "感谢",
    "感激",
    "谢过",
    "辛苦(?:了|你|您|师傅|大家|啦|晒|$)",
    "唔该",
    "麻烦(?:你们?|您|师傅|大家)了",
    "麻烦了",
    "劳烦了",
    "费心",
    "点赞",
    "给你们赞",
)
ENGLISH_THANKS = _english(
    "thanks?", r"thank\syou", "thx", "tks", "ty", "cheers", "much appreciated", "appreciate it"
)
NOT_HUMAN = Later("让我(?:去)?(?:联系|找)|客服(?:说|态度|骂|不|没)")
# What may stand beside thanks without being a matter of its own.
WISH = Later(
    r"[?]|吗|怎么|什么|如何|哪里|哪个|多少|能不能|可不可以|有没有|帮我|帮忙|请(?:你|您|问|帮|尽|派|安)|麻烦(?!了|你们?了|您了|师傅了)|我要|我想|需要|希望|尽快|给我"
)
# A greeting holds one of these; names and particles alone greet nobody.
GREETS = Later("好|嗨|哈喽|哈啰|哈罗|在|早|晚安|喂|快乐|有人|hello|hi|hey|good", re.IGNORECASE)
GREETING = Later(
    r"(?:你们好|你好|您好|大家好|嗨|哈喽|哈啰|哈罗|在吗|在不在|在么|有人在吗|有人吗|有人在|早上好|上午好|中午好|下午好|晚上好|早安|晚安|早晨|早|喂|请问|新年好|新年快乐|节日快乐|中秋快乐|物业|师傅|客服|亲|美女|帅哥|管家|前台|"
    r"hello|hi|hey|good\s(?:morning|afternoon|evening)|there|everyone|happy new year|[\s,。!?~.、…啊呀吗呢哦的])++",
    re.IGNORECASE,
)
