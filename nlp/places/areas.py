"""Public places: those that an estate has once stand alone (北门), the others need a number (3号楼电梯)."""

from __future__ import annotations

from nlp.numerals import HAN

_SIDE = r"(?:东南|东北|西南|西北|[东南西北])"
_NUMBERED_GATE = r"(?<!\d)(?:\d|[一二三四五六七八九])号门(?!禁|店)"
_GATE = (
    rf"(?:(?:小区|园区|社区|大院){_SIDE}?(?:大|正|后|前|侧)?门(?!禁|诊|票|店|面)"
    rf"|{_SIDE}(?:大|侧)?门(?!子|禁|诊|票|店|面|窗)|(?<!走)(?:正|后|侧)门(?!禁))"
)
_GARAGE = (
    r"(?:(?:地下|地面|露天|立体|机械)\s?(?:停车场|停车库|车库|车场)|停车场|停车库|地下室|地库|车库)"
    r"(?:\s?(?:[Bb]\d\s?层?|负(?:\d|[一二三])[层楼]|(?:\d|[一二三])[层楼]))?(?:\s?[A-Za-z]\d{0,2}区)?(?:\s?[A-Za-z]?\d{0,2}-?\d{2,4}号?车位)?"
)
_ONCE = (
    r"中心花园|中央花园|小花园|后花园|屋顶花园|空中花园|中心广场|中央广场|小广场|文化广场|中庭|人工湖|景观湖|景观池|喷泉池?|喷水池|凉亭|"
    r"游泳池|泳池|儿童乐园|儿童游乐(?:场|区)|游乐场|健身房|健身区|健身广场|篮球场|足球场|网球场|羽毛球场|乒乓球[室台场]|会所|活动室|活动中心|"
    r"垃圾(?:中转站|投放点|分类[亭点站]|收集点|[房站屋库])|岗亭|保安亭|门岗|门卫室|监控室|消控室|传达室|"
    r"配电[房室]|(?:水)?泵房|发电机房|电梯机房|充电棚|充电桩区|自行车棚|车棚|非机动车库|快递柜|快递架|"
    r"消防通道|大堂(?!经理)|架空层|前台大厅|商业街|步行街|美食广场|服务中心门口|幼儿园(?:门口|旁边|附近|对面)|物业(?:办公室|中心|服务中心)门口"
)
_ENGLISH = (
    r"\b(?:(?:north|south|east|west|main|back|front|side)\s(?:gate|entrance)|(?:underground\s)?(?:car\s?park|parking\slot|garage)(?:\s[Bb]\d)?"
    r"|(?:bay|space|spot)\s(?:no\.?\s?)?(?:[A-Za-z]\d?-?)?\d{2,4}|lobby|swimming\spool|playground|clubhouse|tennis\scourt|basketball\scourt|central\sgarden|guard\s?house|refuse\sroom"
    r"|(?:lift|elevator|lobby|corridor|hallway|staircase|stairwell|stairs|entrance|roof)(?=\s(?:in|of|at)\s(?:the\s)?(?:tower|block|blk|building|bldg)\b))\b"
)
_TAIL = r"(?:\s?的?(?:岗亭|保安亭|门岗|出入口|入口|出口|坡道|门口|口|旁边|附近|对面|电梯间?|卫生间|洗手间|厕所|通道))?"

NAMED = rf"(?:(?:{_GATE}|{_GARAGE}|{_ONCE}){_TAIL})"
"""Enough to find the place without a number."""
ENGLISH = rf"(?i:{_ENGLISH})"

_SHARED = (
    r"(?:电梯|升降机|客梯|货梯|扶梯|消防梯)(?:间|厅|口|井|机房|轿厢|门口)?|楼道口?|走廊|过道|楼梯[间口]?|大堂|大厅|门厅|入户大堂|前厅|单元门口?|单元口|入户门口|防火门|"
    r"天台|楼顶|屋顶|屋面|平台|楼下|门口|门前|架空层|连廊|外墙|消防通道|消防楼梯|地下室|车库|地库|[男女]?(?:卫生间|洗手间|厕所|公厕)|茶水间|会议室|"
    r"旁边|附近|对面|后面|前面|前方|后方|西侧|东侧|南侧|北侧|东边|西边|绿化带|草坪|"
    r"(?i:lift|elevator|lobby|corridor|hallway|staircase|stairwell|stairs|entrance|roof|rooftop)\b"
)
_NUMBERED_LIFT = (
    rf"(?<!\d)(?:\d{{1,2}}|[{HAN}]{{1,2}})\s?[号\#]\s?(?:客|货|消防|观光|电)?(?:电?梯|扶梯)(?:间|厅|口)?"
)
NUMBERED = rf"(?:{_NUMBERED_GATE}{_TAIL}|{_NUMBERED_LIFT})"
"""1号门, 2号电梯: stands alone as well as behind a building."""

BEHIND_NUMBER = (
    rf"(?:(?:(?:左边|右边|左侧|右侧|东边|西边|南边|北边|东侧|西侧|那[个部]|里面?|内)\s?的?)?(?:{_SHARED}))"
)
"""What needs the building, unit or floor that stands before it."""
PARKING_SPACE = r"(?:(?<![0-9A-Za-z\-])(?:[A-Za-z]\d?区?-?)?\d{2,4}\s?号?车位|车位号?[:是]?\s?[A-Za-z]?\d?-?\d{2,4}(?![\d元块个]))"
