"""Several days in one expression, of which one is meant."""

from __future__ import annotations

import re

from nlp.appointments.tokens import Token

_OR = frozenset({"or", "或", "或者"})


def first_choice(run: list[Token]) -> list[Token]:
    """周四上午或周五下午: the first; but 周六或周日, 明天上午或下午 are one span."""
    for at, token in enumerate(run):
        if token.kind == "link" and token.word in _OR and run[at + 1].kind == "day":
            return run[:at] if any(each.kind != "day" for each in run[:at]) else run
    return run


def other_day(run: list[Token]) -> list[Token] | None:
    """别周六来,周日上午: what begins with the second day."""
    at = next((at for at, token in enumerate(run) if at and token.kind == "day"), None)
    return run[at:] if at is not None and run[at - 1].kind != "link" else None


_MOVES = re.compile(
    r"\b(?:switch|chang|mov|reschedul|push|postpon)\w*\b[^.!?\n]{0,50}\bfrom\s$", re.IGNORECASE
)
_BEFORE_MOVE = 80


_ARRIVES_BY = re.compile(r"\b(?:home|back)\s$", re.IGNORECASE)


def meant(run: list[Token], plain: str) -> list[Token]:
    """move it from Friday to Saturday at nine: what stands behind "to"; home by six: from six on."""
    start = run[0].start
    if run[0].kind == "before_word" and len(run) > 1 and _ARRIVES_BY.search(plain, max(0, start - 8), start):
        return run[1:]
    link = next((at for at, token in enumerate(run) if token.kind == "link"), None)
    if link is None or not _MOVES.search(plain, max(0, start - _BEFORE_MOVE), start):
        return run
    return run[link + 1 :] or run
