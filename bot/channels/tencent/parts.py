"""A long text in parts of so many bytes, cut where a reader would pause."""

from __future__ import annotations

import re

# Best first: after a line, after a sentence, after a clause or a word.
_PAUSES = (re.compile(r"\n"), re.compile(r"[。!?！？…]+[”』」）)]*|\.(?=\s)"), re.compile(r"[;；,，、\s]"))


def size(text: str) -> int:
    """Bytes of UTF-8."""
    return len(text.encode("utf-8", "surrogatepass"))


def parts(text: str, limit: int) -> list[str]:
    """Parts of at most `limit` bytes, none blank; [] for a blank text. No character is cut in two."""
    found, rest = [], text.strip()
    while rest:
        cut = len(rest) if size(rest) <= limit else _cut(prefix(rest, limit))
        part, rest = rest[:cut].rstrip(), rest[cut:].lstrip()
        found.append(part)
    return [part for part in found if part]


def prefix(text: str, limit: int) -> str:
    """The longest beginning of at most `limit` bytes."""
    return text.encode("utf-8", "replace")[:limit].decode("utf-8", "ignore")


def _cut(beginning: str) -> int:
    """Where to cut: the last good pause in the second half, else the end."""
    half = len(beginning) // 2
    for pause in _PAUSES:
        ends = [match.end() for match in pause.finditer(beginning, half)]
        if ends:
            return ends[-1]
    return max(1, len(beginning))
