"""A changed card in a line, for where nothing can be edited; and texts that must not be taken for markup."""

from __future__ import annotations

import re

from bot.channels.tencent.parts import prefix, size

LINE = 600
"""Bytes of a short line."""
_NUMBER = re.compile(r"[A-Z]{2}\d{6}-\d{3,}")
_MARKUP = (("<", "＜"), ("`", "'"), ("**", "＊＊"), ("](", "］("))
_HEAD = re.compile(r"^(\s*)([#>])", re.MULTILINE)
_WIDE = {"#": "＃", ">": "＞"}


def number_in(text: str) -> str:
    """The first ticket number, "" where there is none."""
    found = _NUMBER.search(text)
    return found[0] if found else ""


def change(old: str, new: str) -> str:
    """What is new about a card, in one line: the state, if that is new, else every line that is. "" for nothing."""
    before = {line.strip() for line in old.splitlines()}
    lines = [line.strip() for line in new.splitlines() if line.strip()]
    fresh = [line for line in lines if line not in before]
    if not fresh:
        return ""
    said = fresh[-1] if not old or fresh[-1] == lines[-1] else "；".join(fresh)
    number = number_in(new)
    line = said if not number or number in said else f"{number} {said}"
    return line if size(line) <= LINE else prefix(line, LINE - 3) + "…"


def tail(text: str, most: int) -> str:
    """The text, or its last lines that fit into so many characters, behind "…"."""
    if len(text) <= most:
        return text
    kept: list[str] = []
    room = most - 1
    for line in reversed(text.splitlines()):
        if len(line) + 1 > room:
            break
        kept.insert(0, line)
        room -= len(line) + 1
    return "…" + ("\n".join(kept) or text[-(most - 1) :])


def unmarked(text: str) -> str:
    """The text so that WeCom reads no markup in it: no mention, link, heading or quotation that somebody typed."""
    for mark, plain in _MARKUP:
        text = text.replace(mark, plain)
    return _HEAD.sub(lambda found: found[1] + _WIDE[found[2]], text)


def unmentioned(text: str) -> str:
    """The same for a text message, where only a mention means something."""
    return text.replace("<@", "＜@")
