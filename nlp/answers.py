"""Short typed answers to a question: yes, no, cancel, change, a number; and ticket numbers."""

from __future__ import annotations

import re
from typing import Literal

from nlp.later import Later
from nlp.normalise import Text
from nlp.numerals import HAN, value_of

Answer = Literal["yes", "no", "cancel", "change"]

_LONGEST = 24
_PARTICLES = r"[\s,。!?~.、…的了啦呀啊哦噢喔吧呢哈嘞哒滴]*"
_YES = (
    r"对|对对对?|对头|没错|冇错|是|是的|是滴|是啊|系|系呀|系啊|嗯|嗯嗯+|恩|恩恩|唔错|好|好的|好滴|好嘞|好哒|好呀|好啊|行|行的|可以|可|确认|确定|确认无误|没问题|冇问题|无误|正确|同意|就这样|就是这样|"
    r"OK|okay|okey|k|yes|yep|yeah|yup|ye|y|sure|correct|right|confirm|confirmed|that's right|that's correct|yes please|fine|looks good|good|ok好?的?|no problem|got it|"
    r"知道|明白|清楚|了解|收到|按这个来|就按这个来?|就这么办|就这么定|就这样吧"
)
_NO = r"不对|不是|唔系|唔系呀|不|否|错|错了|不正确|有误|不准确|搞错了?|弄错了?|写错了?|不同意|不行|没有|唔啱|no|nope|wrong|incorrect|not right|that's wrong|not correct|n|nah"
_CANCEL = r"取消|取消吧|算了|算了吧|不用|不用了|不需要|不需要了|不要了?|撤销|撤回|不报了|不修了|不弄了|不搞了|作废|不用麻烦|唔使|唔使喇|cancel|never ?mind|forget it|no need|cancel it"
_CHANGE = r"修改|修改一下|改|改一下|改下|更改|更正|要改|我要改|我要修改|想改一下|需要修改|有个地方要改|change|edit|modify|change it|let me change"
_WORDS: dict[Answer, str] = {"cancel": _CANCEL, "change": _CHANGE, "no": _NO, "yes": _YES}


def _repeated(words: str) -> Later:
    """嗯嗯知道了, 算了不用了; the longest word first, so that nothing is tried twice."""
    longest = "|".join(sorted(words.split("|"), key=len, reverse=True))
    return Later(rf"(?:(?>{longest})(?>{_PARTICLES}))+", re.IGNORECASE)


_ANSWERS = {answer: _repeated(words) for answer, words in _WORDS.items()}
_PIECES = re.compile(r"[,。!;、/\n]+")
# What may stand beside an answer without changing it.
_BESIDE = re.compile(
    r"(?:谢谢你?们?|谢了|多谢|感谢|辛苦了?|麻烦了?|唔该晒?|thanks|thank you|thx|please|师傅|您|你|我们?自己(?:弄|修|来|处理|解决|搞|换)(?:就行|好了|吧|了)?|没事)"
    + _PARTICLES,
    re.IGNORECASE,
)
_WEIGHT: tuple[Answer, ...] = ("cancel", "change", "no", "yes")
_YES_SIGNS = frozenset("👍👌🆗✅☑✔⭕👏🙆")
_NO_SIGNS = frozenset("👎❌✖🚫🙅")
_THANKED = re.compile(
    r"[\s,。!]*(?:谢谢你?们?|谢了|多谢|感谢|辛苦了?|麻烦了?|唔该|thanks|thank you|thx|师傅|您|你)+$",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    rf"(?:选|第|我选|打|给|我给|选择|选项|答案是?|评)?\s?(?P<number>\d{{1,2}}|[{HAN}])\s?(?:个|项|分|号|星|颗星|条|种|吧|\.|、|。|st|nd|rd|th|stars?|points?)*",
    re.IGNORECASE,
)
_WORDED = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "满分": 5,
}
_NUMBER = re.compile(r"(?<![A-Za-z\d])(?:BX|TS|JY|ZX|XC|JT)[\s-]?\d{6}-?\d{3,4}(?!\d)", re.IGNORECASE)


def answer_of(text: Text) -> Answer | None:
    """What a short message answers; `None` where it says more than that."""
    plain = text.plain.strip()
    if len(plain) > _LONGEST:
        return None
    if not plain:
        return _signed(text.written)
    if len(plain) > 3 and (thanks := _THANKED.search(plain)) and thanks.start() > 0:
        plain = plain[: thanks.start()]
    return _single(plain) or _together(plain)


def _single(plain: str) -> Answer | None:
    return next((answer for answer, pattern in _ANSWERS.items() if pattern.fullmatch(plain)), None)


def _together(plain: str) -> Answer | None:
    """Of several answers in one message the weightiest (不对,改一下); `None` where anything else is said."""
    pieces = [piece for piece in map(str.strip, _PIECES.split(plain)) if piece]
    said = [_single(piece) for piece in pieces if not _BESIDE.fullmatch(piece)]
    return next((answer for answer in _WEIGHT if answer in said), None) if None not in said else None


def _signed(written: str) -> Answer | None:
    signs = frozenset(written)
    if signs & _NO_SIGNS:
        return "no"
    return "yes" if signs & _YES_SIGNS else None


def choice_of(text: Text) -> int | None:
    """The number that a message consists of: 1, 选2, 第一个, 五分, "third"."""
    plain = text.plain.strip().lower()
    if not plain or len(plain) > 12:
        return None
    if (match := _CHOICE.fullmatch(plain)) is not None:
        return value_of(match["number"])
    return _WORDED.get(plain.removeprefix("the ").removesuffix(" one"))


def find_number(text: Text) -> str | None:
    """The first ticket number, in the form in which it was given out."""
    if not text.latin or (match := _NUMBER.search(text.plain)) is None:
        return None
    compact = re.sub(r"[\s-]", "", match.group()).upper()
    return f"{compact[:8]}-{compact[8:]}"
