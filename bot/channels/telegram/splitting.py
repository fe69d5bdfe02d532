"""A long text in parts that Telegram takes, cut where a reader would pause."""

from __future__ import annotations

import re

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ANSWER_LIMIT = 200

# Best first: after a line, after a sentence, after a clause or a word.
_PAUSES = (re.compile(r"\n"), re.compile(r"[。!?！？…]+[”』」）)]*|\.(?=\s)"), re.compile(r"[;；,，、\s]"))


def units(text: str) -> int:
    """Length as Telegram's clients count it: UTF-16 units, so an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fits(text: str, limit: int) -> bool:
    """Whether the text is at most `limit` units long."""
    return len(text) <= limit and units(text) <= limit


def pieces(text: str, limit: int = TEXT_LIMIT) -> list[str]:
    """Parts of at most `limit` units, none blank; [] for a blank text."""
    parts, rest = [], text.strip()
    while rest:
        cut = len(rest) if fits(rest, limit) else _cut(_prefix(rest, limit))
        part, rest = rest[:cut].rstrip(), rest[cut:].lstrip()
        parts.append(part)
    return [part for part in parts if part]


def shortened(text: str, limit: int) -> str:
    """The text, or its beginning with "…"."""
    return text if fits(text, limit) else _prefix(text, limit - 1).rstrip() + "…"


def _prefix(text: str, limit: int) -> str:
    prefix = text[:limit]
    while (over := units(prefix) - limit) > 0:
        prefix = prefix[: len(prefix) - (over + 1) // 2]
    return prefix


def _cut(prefix: str) -> int:
    """Where to cut: the last good pause in the second half, else the end."""
    half = len(prefix) // 2
    for pause in _PAUSES:
        ends = [match.end() for match in pause.finditer(prefix, half)]
        if ends:
            return ends[-1]
    return len(prefix)
