"""The words of time, as pieces of patterns over plain text (Simplified, half-width)."""

from __future__ import annotations

from nlp.numerals import HAN

NUMBER = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})"
_WEEK = r"(?:周|星期|礼拜)"
_ENGLISH_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_NOT_OF_PLACE = (
    r"(?!楼|栋|幢|门|线|[客货]?电?梯|房|院|店|机|厅|桌|车|库|口|别|商|公|码|井|泵|柜|充|岗|[\d单室])"
)

DAY_WORD = (
    r"(?:大后[天日]|今[天日](?!们)|今儿个?|明[天日]|明儿个?|听日|后[天日](?!线|性|的)|今(?=早|晚|晨|夜|下午|上午|中午|下昼)|[明听](?=早|晚|晨|朝|下午|上午|中午))"
    r"|(?:(?:下个?|这个?|本)?(?:周末|双休日?|周六日|星期六日))"
    rf"|(?:(?:下下?个?|这个?|本)?{_WEEK}(?:[一二三四五六日天]|[1-6](?![\d个天点号次])))"
    rf"|(?:明年{NUMBER}月{NUMBER}(?:[号日]|(?![\d个])))"
    rf"|(?:(?:这个月|本月|下个?月)(?:\d{{1,2}}|[{HAN}]{{1,3}})[号日]{_NOT_OF_PLACE})"
)
"""今天, 下周三, 周末: what begins with a word."""
DAY_NUMBER = (
    rf"(?:(?<!\d)20\d\d[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}[号日]?(?![\d\-]))"
    rf"|(?:(?<![\d.]){NUMBER}月{NUMBER}(?:[号日]|(?![\d个]))|(?<![\d/.\-])\d{{1,2}}/\d{{1,2}}(?![\d/%])|(?<![\d/.\-])\d{{1,2}}\.\d{{1,2}}(?:[号日]|(?=\s?(?:上午|下午|中午|早上|晚上))))"
    rf"|(?:(?<![\d#A-Za-z.月{HAN}])(?:\d{{1,2}}|[{HAN}]{{1,3}})[号日]{_NOT_OF_PLACE})"
)
"""3月8号, 8号, 3/8: what begins with a number."""
DAY_ENGLISH = (
    rf"\b(?:the\sday\safter\stomorrow|this(?=\s(?:morning|afternoon|evening))|today|tonight|tomorrow|tmrw?|(?:(?:this|next)\s)?(?:weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat)\b)"
    rf"|(?<=\bon\s)the\s\d{{1,2}}(?:st|nd|rd|th)(?!\sfloor)|{_ENGLISH_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_ENGLISH_MONTH})\b"
)
PART_WORD = (
    r"大清早|清早|清晨|早晨|早上|早间|朝早|上午|上昼|中午|正午|午间|午后|下午|下昼|晏昼|傍晚|晚上|晚间|夜晚|夜里|夜间|半夜|凌晨|深夜"
    r"|(?<=[今明听天日])[早晚朝晨夜](?![饭餐报高班会])|(?<=[周期拜][一二三四五六日])[早晚](?![饭餐])"
    rf"|[早晚](?!一点)(?=\s?(?:\d{{1,2}}|[{HAN}]{{1,2}})\s?[点:])"
    r"|整天|全天|全日|整日|白天|下班(?:以后|之后|后)"
)
PART_NUMBER = r"一大?早|一整天"
PART_ENGLISH = r"\b(?:morning|afternoon|evening|night)\b"
_MINUTES = rf"(?:半|[一三]刻|\d{{1,2}}分?(?![个次栋户天小钟楼号\d:-])|[零〇]?[{HAN}]{{1,3}}分?(?![个次栋户天小钟楼号点]))"
_NOT_A_CLOCK = r"(?!\d|建议|意见|要求|原因|问题|请求|水|点|儿|疑)"
_ENGLISH_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
CLOCK_ENGLISH = (
    rf"\b(?:half|quarter)\s(?:past|to)\s(?:{_ENGLISH_HOUR}|\d{{1,2}})\b|\b{_ENGLISH_HOUR}\s?(?:o'?clock|thirty)\b|"
    rf"(?:(?<=\bat\s)|(?<=\bafter\s)|(?<=\bbefore\s)|(?<=\baround\s)|(?<=\bby\s)){_ENGLISH_HOUR}\b(?!\s(?:of|or|days?|weeks?|hours?|months?|minutes?|times?|people|floors?|units?))|"
    r"(?:\b(?:between|from)\s|(?<=\bbetween\s)|(?<=\bfrom\s))\d{1,2}(?::[0-5]\d)?\s?(?:and|to|-|~|until|till)\s?\d{1,2}(?::[0-5]\d)?(?!\d|[:%]|\s?[ap]\.?m|\s?(?:days|units|floors|towers|blocks|flats))|"
    r"(?<![\d\-/:])\d{1,2}-\d{1,2}(?=\s(?:tomorrow|today|tonight|on\b))|"
    r"(?<![\d\-/:])\d{1,2}(?::[0-5]\d)?\s?(?:to|-|~|until|till)\s?\d{1,2}(?::[0-5]\d)?(?=\s(?:in\sthe\s)?(?:morning|afternoon|evening)\b)"
)
"""Tried before numbers alone."""
CLOCK_NUMBER = (
    r"(?<![\d:.])[0-2]?\d:[0-5]\d(?!\d)(?::[0-5]\d(?!\d))?(?:\s?[ap]\.?m\b\.?)?"
    r"|(?<![\d:.])\d{1,2}(?:[:.][0-5]\d)?\s?[ap]\.?m\b\.?"
    rf"|(?<![\d:.第])(?:\d{{1,2}}|(?<![第{HAN}几])[{HAN}]{{1,3}}|(?<=[周期拜][一二三四五六])[{HAN}]{{1,2}})\s?(?:点(?:钟|整|{_MINUTES})?{_NOT_A_CLOCK}|时(?:整|半(?!会)|\d{{1,2}}分|(?=[,。!?吗吧到至\-~前以之后来可得]|上门|左右|派|\s|$)))"
    rf"|(?<![\d:.\-第])(?:\d{{1,2}}|[{HAN}]{{1,2}})(?=\s?(?:-|~|到|至)\s?(?:上午|下午|晚上)?{NUMBER}\s?点)"
)
CLOCK_BESIDE_ENGLISH = (
    r"(?<![\d:.\-/])\d{1,2}(?=\s?(?:-|to|until|till)\s?noon\b)|\bnoon\b|\b\d{1,2}\s?o'?clock\b"
    r"|(?:(?<=\bat\s)|(?<=\bafter\s)|(?<=\bbefore\s)|(?<=\baround\s)|(?<=\bby\s))\d{1,2}(?!\d|[:/%.]\d|\s?(?:days?|hours?|min|am|pm|a\.m|p\.m|o'|floor|st|nd|rd|th|units?|blocks?|towers?))"
    r"|(?<![\d:.\-/])\d{1,2}(?=\s?(?:-|~|to|and)\s?\d{1,2}(?:[:.][0-5]\d)?\s?[ap]\.?m\b)"
)
_LENGTH = r"(?:小时|钟头|分钟|天)"
_SOON = rf"{_LENGTH}(?:之后|以后|后)"
LATER_WORD = rf"过(?!两天|一天)(?:(?:\d{{1,3}}|[{HAN}]{{1,3}})个?半?|半个?){_LENGTH}(?!了)|半个?{_SOON}"
LATER_NUMBER = rf"(?:\d{{1,3}}|[{HAN}]{{1,3}})个?半?{_SOON}"
LATER_ENGLISH = r"\bin\s(?:about\s)?(?:\d{1,3}|an?|half\san|two|three)\s(?:hours?|minutes?|mins?|days?)\b"
LINK = r"\s?(?:到|至|-|~|\bto\b|\band\b|\buntil\b|或者?|和|、|\bor\b)\s?"
AFTER = r"\s?(?:以后|之后|过后|后(?!天)|起(?![来床]))"
BEFORE = r"\s?(?:以前|之前|前(?![天台门面往]))"
AFTER_WORD = r"\bafter\s(?:about\s)?"
BEFORE_WORD = r"\b(?:before|(?<!come\s)(?<!drop\s)(?<!stop\s)(?<!pass\s)by)\s"
