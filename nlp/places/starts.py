"""Where in a text a place can begin: cheap to find, so that the patterns of places are only tried there."""

from __future__ import annotations

import re
from itertools import islice
from string import digits

from nlp.alternatives import by_two_letters
from nlp.later import Later
from nlp.numerals import HAN

# With what must follow, where most messages mean something else by the word.
_NAMES = (
    "中区 中心(?=[花广]) 中央(?=[花广]) 中庭 中单元 负 地下 地面停 地库 小区(?=[东南西北大正后前侧门]) 小花园 小广场 园区(?=[东南西北大正后前侧门]) 社区(?=[东南西北大正后前侧门]) 大院(?=[东南西北大正后前侧门]) 大堂 正门 后门 侧门 后花园 露天 立体 机械 停车(?=[场库]) 车库 车位(?<!停车位) 车棚 第 "
    "屋顶花 空中花 文化广 人工湖 景观(?=[湖池]) 喷泉 喷水 凉亭 游泳(?=池) 泳池 儿童乐 儿童游 游乐 健身(?=[房区广]) 篮球 足球 网球 羽毛 乒乓 会所 活动室 活动中 "
    "垃圾房 垃圾站 垃圾屋 垃圾库 垃圾中 垃圾投 垃圾分 垃圾收 岗亭 保安亭 门岗 门卫 门牌 监控室 消控 消防通 传达室 配电(?=[房室]) 水泵(?=房) 泵房 发电(?=机) 电梯机 充电(?=棚|桩区) 自行车棚 非机动车库 快递柜 快递架 "
    "架空 前台大 商业街 步行街 美食广 服务中心门 物业办(?=公室门) 物业中(?=心门) 物业服(?=务中心门) 房间 房号 室号 幼儿园(?=[门旁附对]) 楼栋 楼号 栋号 幢号 单元: 单元是 单元号 别墅 顶楼 顶层 首层 底楼 底层 "
    "甲栋 乙栋 丙栋 丁栋 甲座 乙座 丙座 丁座 甲幢 乙幢 甲单 乙单 丙单 # "
)
_SIDES = [f"{side}{what}" for side in "东南西北" for what in ("南", "北", *"区苑门大侧栋幢座单")]
CHINESE_STARTS = ["-1", "-2", "-3", *digits, *HAN, *(re.sub(r"\(.*", "", n) for n in _NAMES.split()), *_SIDES]
_COUNTS_HOMES = r"\s?[号栋幢座楼层单梯期室房#、和及与\-~到至"
_START = Later(
    by_two_letters(
        [*_NAMES.split(), *_SIDES],
        (digits, rf"(?<![0-9][0-9])[0-9]*+(?={_COUNTS_HOMES}车/A-Za-z]|\.[0-9]| [0-9])"),
        (HAN, rf"(?<![{HAN}][{HAN}])[{HAN}]{{0,4}}(?={_COUNTS_HOMES}门区])"),
        ("-", r"[1-3]\s?[楼层]"),
    )
)
_LETTER = Later(
    r"[A-Za-z](?<![A-Za-z].)(?:(?![A-Za-z])|(?i:ower|op|lock|lk|uilding|ldg|illa|ouse|lat|oom|m|pt|partment|uite|nit|loor|evel|round|"
    "orth|outh|ast|est|ain|ack|ay|pace|pot|ront|ide|nderground|ar|arage|obby|wimming|layground|lubhouse|ennis|asketball|entral|uard|"
    "efuse|ift|levator|orridor|allway|tair|ntrance|oof))"
)
"""A letter alone, or the first one of a word that places are named with."""


def starts(plain: str, latin: bool, most: int) -> list[int]:
    """The first `most` positions, in order; never inside a number, and at a numeral only where it counts
    homes. `latin`: whether there are letters."""
    first = _START.search(plain)
    if first is None:
        found = []
    else:
        found = [first.start(), *islice(map(re.Match.start, _START.finditer(plain, first.end())), most - 1)]
    if not latin:
        return found
    return sorted([*found, *map(re.Match.start, _LETTER.finditer(plain))])[:most]
