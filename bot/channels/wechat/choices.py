"""Buttons as numbered choices, and what a typed number means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.channels.tencent.notes import Begin, Noting
from bot.channels.wechat.inbound import NAME
from bot.channels.wechat.words import Language, word
from bot.messages import Button

LONGEST_ANSWER = 40
_KIND = "choices"
_TYPED = re.compile(r"(\d{1,2})\s*[.、,，)）:：]?\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Choice:
    label: str
    token: str


def choices_of(rows: Iterable[Sequence[Button]]) -> list[Choice]:
    """The buttons that can be chosen. One that asks for the phone number has no counterpart here."""
    return [Choice(b.label, b.token) for row in rows for b in row if b.token and not (b.contact or b.url)]


def links_of(rows: Iterable[Sequence[Button]]) -> list[str]:
    """Buttons that open a page, a line each."""
    return [f"{b.label}：{b.url}" for row in rows for b in row if b.url]


def spoken(choices: Sequence[Choice], language: Language) -> str:
    """`回复数字：1 确认　2 修改　3 取消`; scores are their own numbers."""
    if not choices:
        return ""
    if _are_numbers(choices):
        return word("score", language) + "　".join(choice.label for choice in choices)
    listed = "　".join(f"{n} {choice.label}" for n, choice in enumerate(choices, 1))
    return word("choose", language) + listed


def chosen(text: str, choices: Sequence[Choice]) -> Choice | None:
    """What was meant: a number, a number with its label, or a label. None for ordinary words."""
    said = unicodedata.normalize("NFKC", text).strip()
    for choice in choices:
        if said == unicodedata.normalize("NFKC", choice.label):
            return choice
    typed = _TYPED.fullmatch(said)
    if typed is None or _are_numbers(choices):
        return None
    number, rest = int(typed[1]), typed[2].strip()
    if not 1 <= number <= len(choices):
        return None
    found = choices[number - 1]
    return found if rest in ("", found.label) else None


def _are_numbers(choices: Sequence[Choice]) -> bool:
    """A label that is a number goes before its place in the list."""
    return any(choice.label.isdecimal() for choice in choices)


class Offered:
    """What each person was last offered, kept in the database: a number typed after a restart still counts."""

    def __init__(self, begin: Begin, account: str, now: Callable[[], datetime]) -> None:
        self._begin = begin
        self._account = account
        self._now = now

    def keep(self, work: Noting, chat: str, choices: Sequence[Choice]) -> None:
        """Inside the caller's unit of work."""
        data = {"choices": [[choice.label, choice.token] for choice in choices]}
        work.notes.put(NAME, self._account, _KIND, chat, data, self._now())

    def meant(self, chat: str, text: str, menu_id: str = "") -> str:
        """The token of the button that the person means, "" for ordinary words."""
        if ":" in menu_id:  # a touched choice brings its own token, also one of long ago
            return menu_id
        if not 0 < len(text.strip()) <= LONGEST_ANSWER:
            return ""
        with self._begin() as work:
            kept = work.notes.get(NAME, self._account, _KIND, chat)
        found = chosen(text, _read(kept)) if kept else None
        return found.token if found else ""


def _read(kept: Mapping[str, Any]) -> list[Choice]:
    return [Choice(label, token) for label, token in kept["choices"]]
