"""The few words that this channel adds of its own, in the language of the message that they stand under."""

from __future__ import annotations

import re
from typing import Literal

Language = Literal["zh-Hans", "zh-Hant", "en"]
_TRADITIONAL = frozenset("確認進辦補轉報價決沒題書問為這請覆數滿單號樓師會時間處經電話簡體語說")

_HAN = re.compile("[\u4e00-\u9fff]")

_WORDS: dict[str, dict[Language, str]] = {
    "choose": {"zh-Hans": "回复数字：", "zh-Hant": "回覆數字：", "en": "Reply with a number: "},
    "score": {"zh-Hans": "请直接回复：", "zh-Hant": "請直接回覆：", "en": "Just reply: "},
    "touch": {
        "zh-Hans": "点一下，或回复数字。",
        "zh-Hant": "點一下，或回覆數字。",
        "en": "Touch one, or reply with its number.",
    },
    "tap": {
        "zh-Hans": "点一下，或直接回复。",
        "zh-Hant": "點一下，或直接回覆。",
        "en": "Touch one, or just reply.",
    },
    "more": {
        "zh-Hans": "（还有内容，发任意消息继续看）",
        "zh-Hant": "（還有內容，發任意訊息繼續看）",
        "en": "(More to come: send anything to read on.)",
    },
    "later": {
        "zh-Hans": "收到，正在办。发任意消息查看进度。",
        "zh-Hant": "收到，正在辦。發任意訊息查看進度。",
        "en": "Received. Send anything to see how it stands.",
    },
    "photo": {
        "zh-Hans": "（有 {n} 张照片，这里显示不了，请到物业服务中心查看）",
        "zh-Hant": "（有 {n} 張照片，這裡顯示不了，請到物業服務中心查看）",
        "en": "({n} photo(s) that cannot be shown here; please ask at the service centre)",
    },
    "file": {
        "zh-Hans": "（附件：{name}，请到物业服务中心领取）",
        "zh-Hant": "（附件：{name}，請到物業服務中心領取）",
        "en": "(Attachment: {name}; please ask at the service centre)",
    },
}


def language_of(text: str) -> Language:
    """What a text of ours is written in; the channel is told the words only, not whose language they are in."""
    if not _TRADITIONAL.isdisjoint(text):
        return "zh-Hant"
    return "zh-Hans" if _HAN.search(text) else "en"


def word(key: str, language: Language, **values: object) -> str:
    return _WORDS[key][language].format(**values)
