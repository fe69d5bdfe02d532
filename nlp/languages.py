"""Which language a message is in, and whether that is clear enough to remember."""

from __future__ import annotations

import re

from nlp.characters import GB2312, simplified_only, traditional_only
from nlp.later import Later
from nlp.normalise import LATIN, UNUSUAL
from nlp.understanding import Language

# Written Cantonese uses these whatever the script; whoever writes them reads Traditional.
_CANTONESE = Later(
    "|".join("冇咗嘅喺嚟哋噉嗰啲佢睇攞冚") + "|唔(?!知)|乜嘢|边度|点解|听日|下昼|下晝|依家|几时整"
)
# The same, among characters of everyday Simplified text; each alternative begins with its rarer letter.
_CANTONESE_IN_SIMPLIFIED = Later("唔(?!知)|解(?<=点解)|听日|昼(?<=下昼)|依家|整(?<=几时整)|度(?<=边度)|睇")
_EVERYDAY = GB2312 - frozenset("唔解听昼依整度睇")
_DOUBTFUL = Later(f"[^{''.join(sorted(_EVERYDAY))}0-9 \\n,.!?:;()/+，。！？：；（）、…-]")
"""Not found: neither letters, nor Traditional, nor a character that Cantonese writes much."""
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z']*+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# Words that Chinese messages borrow, and letters of rooms and lots: no sign of English.
_BORROWED = frozenset(
    [
        "ok",
        "okay",
        "wifi",
        "app",
        "vip",
        "ktv",
        "pos",
        "atm",
        "hello",
        "hi",
        "hey",
        "bye",
        "pm",
        "am",
        "ac",
        "led",
        "tv",
        "bug",
        "call",
        "kpi",
        "gps",
        "id",
        "no",
        "yes",
        "thx",
        "pls",
        "emo",
        "pdf",
        "wx",
        "qq",
        "sos",
        "usb",
        "up",
        "kg",
        "cm",
        "mm",
        "pvc",
        "ppt",
        "dr",
        "mr",
        "mrs",
        "ms",
        "tower",
        "block",
        "flat",
        "room",
        "unit",
    ]
)
_CLEAR_ENGLISH_WORDS = 3


def language_of(text: str) -> tuple[Language, bool]:
    """The language, and whether it is clear. Neutral texts (漏水, OK, 👍, digits) are ("zh-Hans", False)."""
    if _DOUBTFUL.search(text) is None:
        return "zh-Hans", simplified_only().search(text) is not None
    if text.isascii():
        return _latin(text)
    if LATIN.search(text) and _mostly_english(text):
        return "en", True
    if UNUSUAL.search(text) is None and _CANTONESE_IN_SIMPLIFIED.search(text) is None:
        return "zh-Hans", simplified_only().search(text) is not None
    traditional = len(set(traditional_only().findall(text)))
    simplified = len(set(simplified_only().findall(text)))
    if traditional != simplified:
        return ("zh-Hant" if traditional > simplified else "zh-Hans"), True
    if _CANTONESE.search(text):
        return "zh-Hant", True
    return ("zh-Hant" if traditional else "zh-Hans"), False


def _mostly_english(text: str) -> bool:
    """An English sentence with a Chinese name or address in it."""
    words = _english_words(text)
    return len(words) >= _CLEAR_ENGLISH_WORDS and sum(map(len, words)) > 3 * len(_HAN.findall(text))


def _latin(text: str) -> tuple[Language, bool]:
    words = _english_words(text)
    if len(words) >= 2 or (words and len(words[0]) >= 4):
        return "en", True
    return "zh-Hans", False


def _english_words(text: str) -> list[str]:
    return [w for w in _LATIN_WORD.findall(text.lower()) if w not in _BORROWED and len(w) > 1]
