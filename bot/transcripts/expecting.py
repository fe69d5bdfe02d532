"""Does a message contain what a line of a transcript expects of it?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from bot.transcripts.fragments import in_order as fragments_in_order
from bot.transcripts.lines import Expect
from bot.transcripts.stage import Received

_BUTTON = re.compile(r"\[([^\[\]]+)\]")
_BLANKS = re.compile(r"\s+")
# A blank beside a Chinese character is typesetting: 3月5日 15:00 and 3月5日15:00 say the same.
_CJK_BLANK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) | (?=[\u3000-\u9fff\uff00-\uffef])")


def fragments_of(expected: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """`1501 … [接单]` → (("1501",), ("接单",)): the texts in their order, and the buttons."""
    buttons = tuple(label.strip() for label in _BUTTON.findall(expected))
    texts = (piece.strip() for piece in _BUTTON.sub("…", expected).split("…"))
    return tuple(text for text in texts if text), buttons


def fits(expect: Expect, message: Received) -> bool:
    """True if this one message (or edit) has the fragments in order, and every button asked for."""
    return has_buttons(expect.buttons, message.buttons) and any(
        in_order(expect.fragments, text) for text in readings(message)
    )


def has_buttons(wanted: Sequence[str], labels: Sequence[str]) -> bool:
    return all(any(label in each for each in labels) for label in wanted)


def in_order(fragments: Sequence[str], text: str) -> bool:
    return fragments_in_order(map(plain, fragments), plain(text))


def readings(message: Received) -> tuple[str, str]:
    """Its attachments may be read before its text or after it: chats differ in where they show them."""
    attached = " ".join(message.attachments)
    return f"{message.text} {attached}", f"{attached} {message.text}"


def contains(message: Received, text: str) -> bool:
    return any(in_order((text,), reading) for reading in readings(message))


def plain(text: str) -> str:
    """Widths are folded: whether a comma is , or ， is the typesetter's choice."""
    text = unicodedata.normalize("NFKC", text)
    return _CJK_BLANK.sub("", _BLANKS.sub(" ", text)).strip()
