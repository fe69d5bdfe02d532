"""How the writer says they are called."""

from __future__ import annotations

import re
from functools import cache

from nlp.blame import find_about
from nlp.demands import find_demand
from nlp.normalise import LATIN, Text

__all__ = ["find_about", "find_demand", "find_name"]

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑"
    "景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_DOUBLE = "欧阳|上官|司马|诸葛|司徒|东方|皇甫|慕容|令狐|尉迟|公孙|端木"
_SURNAME = rf"(?:{_DOUBLE}|[{SURNAMES}])"
_TITLE = r"(?:先生|女士|小姐|太太|太(?![多大贵吵脏差慢过])|阿姨|叔叔|大爷|大妈|大姐|大哥|奶奶|爷爷|老师|医生|师奶|生(?=[,。!\s]|$)|姐(?!夫)|哥|叔|姨|总(?!是)|工(?=[,。!\s]|$))"
_AFTER_NAME = rf"(?=[,。!;、\s(\d的]|$|住|在|家|电话|手机|号码|是|联系|我|想|要|来|报|反映|投诉|{_TITLE})"
_GIVEN = r"[\u4e00-\u9fff]{1,2}?"
_STOP = "的了吗呢吧啊不没有是在要来说想们去过到你我他她您这那都也很"

# Ordinary words that begin with a surname.
_WORDS = frozenset(
    [
        "何时",
        "何地",
        "何人",
        "何必",
        "高层",
        "高兴",
        "高级",
        "白天",
        "方便",
        "马上",
        "常常",
        "常年",
        "方向",
        "万一",
        "全部",
        "全家",
        "成功",
        "安排",
        "安全",
        "平时",
        "时间",
        "时候",
        "时刻",
        "路过",
        "路人",
        "周末",
        "周一",
        "周二",
        "周三",
        "周四",
        "周五",
        "周六",
        "周日",
        "许多",
        "任何",
        "于是",
        "向来",
        "单位",
        "单元",
        "单身",
        "单独",
        "管理",
        "管家",
        "石头",
        "金额",
        "钱包",
        "车主",
        "车位",
        "车库",
        "毛坯",
        "应该",
        "应急",
        "连续",
        "连夜",
        "包租",
        "项目",
        "温度",
        "季节",
        "师傅",
        "明明",
        "明天",
        "能不",
        "古怪",
        "简直",
        "强烈",
        "尤其",
        "池子",
        "查询",
        "商户",
        "商铺",
        "房东",
        "房客",
        "房主",
        "房间",
        "房屋",
        "田园",
        "程序",
        "龙头",
        "江边",
        "花园",
        "黄色",
        "黄金",
        "白色",
        "冷水",
        "冷气",
        "左边",
        "右边",
        "宁愿",
        "宁静",
        "广告",
        "乐园",
        "乐意",
        "顾客",
        "游客",
        "党员",
        "经常",
        "包括",
        "万科",
        "雷雨",
        "牛奶",
        "牛肉",
        "祝你",
        "祝福",
        "沙发",
        "郎君",
        "严重",
        "严格",
        "海边",
        "谷底",
        "权利",
        "戴着",
        "戴口",
        "左右",
        "滑倒",
    ]
)


@cache
def _said() -> re.Pattern[str]:
    """Compiled with the first message that introduces somebody: it takes a while."""
    return re.compile(
        rf"(?:我|本人|免贵|敝|小弟)\s?(?:姓|的?姓是)\s?(?P<surname>{_SURNAME})"
        rf"|(?:我是|我系|这是|这里是|这边是|业主|联系人|住户|租户|户主|本人|姓名|称呼|报修人|投诉人|报事人|叫我|喊我|我叫|称呼我|名字叫?|姓名是)\s?[:是为叫]?\s?(?P<titled>{_SURNAME}[\u4e00-\u9fff]?{_TITLE}|[小老阿]{_SURNAME}(?![一-龥]{{0,2}}(?:区|孩|板|狗|鼠|是|年))|{_SURNAME}{_TITLE})"
        rf"|我是[^,。!?;\n]{{1,16}}?(?:的|室|户|主)\s?(?P<of>{_SURNAME}{_TITLE})"
        rf"|(?:我叫|我的名字[是叫]|名字[是叫:]|姓名[:是]?|联系人[:是]?|(?:报修|报事|投诉|申报|申请)人[:是]?|客户[:是]|我是(?!{_SURNAME}{_TITLE}))\s?(?P<full>(?:{_DOUBLE})[\u4e00-\u9fff]{{1,2}}?|[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?){_AFTER_NAME}"
    )


_INTRODUCED = re.compile(
    "我姓|我是|我系|我叫|叫我|喊我|称呼|本人|免贵|敝姓|这是|这里是|这边是|业主|联系人|住户|租户|户主|姓名|名字|小弟姓|修人|诉人|事人|报人|请人|客户"
)
_TITLED = re.compile("先生|女士|小姐|太太|太|阿姨|生")
_BESIDE = re.compile(
    rf"(?:^|(?<=[\s,。;\d室房)]))(?P<beside>{_SURNAME}(?:先生|女士|小姐|太太|阿姨|太|生)(?=[,。\s\d]|$))|(?P<before>{_SURNAME}(?:先生|女士|小姐|太太|阿姨))(?=[,\s:]{{0,2}}(?:电话|手机)?[:\s]?1[3-9]\d)"
)
_ENGLISH = re.compile(
    r"\b(?:[Mm]y name(?:'s| is)|[Ii] am called|[Cc]all me|[Nn]ame:|(?:I'm|I am|i'm|i am|[Tt]his is|[Tt]hat's)(?= (?:Mr|Mrs|Ms|Miss|Dr)\b|\s[A-Z][a-z]+(?: [A-Z][a-z]+)?(?=[\s]?(?:,|\.|$|from|in|at|here|living))))\s?"
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s)?[A-Z][A-Za-z'\-]{0,20}(?:\s[A-Z][A-Za-z'\-]{0,20})?)"
)
_NOT_NAMES = frozenset(
    {
        "The",
        "Not",
        "In",
        "At",
        "From",
        "Your",
        "An",
        "A",
        "Unit",
        "Room",
        "Flat",
        "Block",
        "Tower",
        "Building",
        "Urgent",
        "Really",
        "Very",
        "Still",
        "Here",
    }
)


def find_name(text: Text) -> str | None:
    """我姓何 → "何", 我是王女士 → "王女士", 叫我小李 → "小李", 7栋1单元501 何先生 → "何先生"; as written."""
    plain = text.plain
    if _INTRODUCED.search(plain):
        for match in _said().finditer(plain):
            group = match.lastgroup or ""
            if group != "full" or not _is_a_word(match[group]):
                return text.as_written(*match.span(group))
    if _TITLED.search(plain) and (beside := _BESIDE.search(plain)):
        return text.as_written(*beside.span(beside.lastgroup or ""))
    return _english(text) if LATIN.search(plain) else None


def _is_a_word(candidate: str) -> bool:
    """我是何时报修的 names nobody."""
    return any(c in _STOP for c in candidate[1:]) or candidate[:2] in _WORDS


def _english(text: Text) -> str | None:
    match = _ENGLISH.search(text.plain)
    if match is None or match["name"].split()[0] in _NOT_NAMES:
        return None
    return text.as_written(*match.span("name"))
