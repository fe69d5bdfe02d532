"""Where in a text a place can begin: cheap to find, so that the patterns of places are only tried there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import digits

from nlp.alternatives import by_first_letter
from nlp.numerals import HAN

_NAMES = (
    "中区 中心 中央 中庭 中单元 负 地下 地面停 地库 小区 小花园 小广场 园区 社区 大院 大堂 正门 后门 侧门 后花园 露天 立体 机械 停车 车库 车位 车棚 第 "
    "屋顶花 空中花 文化广 人工湖 景观 喷泉 喷水 凉亭 游泳 泳池 儿童乐 儿童游 游乐 健身 篮球 足球 网球 羽毛 乒乓 会所 活动室 活动中 "
    "垃圾房 垃圾站 垃圾屋 垃圾库 垃圾中 垃圾投 垃圾分 垃圾收 岗亭 保安亭 门岗 门卫 门牌 监控室 消控 消防通 传达室 配电 水泵 泵房 发电 电梯机 充电 自行车棚 非机动车库 快递柜 快递架 "
    "架空 前台大 商业街 步行街 美食广 服务中心门 物业办 物业中 物业服 房间 房号 室号 幼儿园 楼栋 楼号 栋号 幢号 单元: 单元是 单元号 别墅 顶楼 顶层 首层 底楼 底层 "
    "甲栋 乙栋 丙栋 丁栋 甲座 乙座 丙座 丁座 甲幢 乙幢 甲单 乙单 丙单 # "
)
_SIDES = [f"{side}{what}" for side in "东南西北" for what in ("南", "北", *"区苑门大侧栋幢座单")]
CHINESE_STARTS = ["-1", "-2", "-3", *digits, *HAN, *_NAMES.split(), *_SIDES]
_COUNTS_HOMES = rf"[{HAN}]{{0,4}}(?=\s?[栋幢座楼层室号单梯期区门房#、和及与\-~到至])"
_START = re.compile(
    by_first_letter(
        [
            *(rf"{digit}\d*+(?!\s?[点月日年个元块天次多万])" for digit in digits),
            *(f"{numeral}{_COUNTS_HOMES}" for numeral in HAN),
            *_NAMES.split(),
            *_SIDES,
            r"-[1-3]\s?[楼层]",
        ]
    )
)
_LETTER = re.compile(r"(?<![A-Za-z])[A-Za-z]")


def may_begin(plain: str) -> bool:
    """Whether a place can begin anywhere in a text without letters."""
    return _START.search(plain) is not None


def starts(plain: str, latin: bool) -> Iterator[int]:
    """Positions in order; never inside a number, and at a Chinese numeral only where it counts homes."""
    candidates = [match.start() for match in _START.finditer(plain)]
    if latin:
        candidates += [match.start() for match in _LETTER.finditer(plain)]
        candidates.sort()
    for at in candidates:
        if at and plain[at] in HAN and plain[at - 1] in HAN:
            continue
        yield at
