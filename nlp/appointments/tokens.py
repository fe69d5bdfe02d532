"""Time words that stand side by side are one expression."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from string import digits
from typing import NamedTuple

from nlp.appointments import words
from nlp.appointments.starts import goes_on
from nlp.later import Later
from nlp.numerals import HAN


class Token(NamedTuple):
    """`word` is in small letters."""

    kind: str
    word: str
    start: int
    end: int


# Three patterns, compiled with the first time that needs them: it takes a while.
@cache
def _beginning_with_word() -> re.Pattern[str]:
    return re.compile(rf"(?P<day>{words.DAY_WORD})|(?P<part>{words.PART_WORD})|(?P<later>{words.LATER_WORD})")


@cache
def _beginning_with_number() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<day>{words.DAY_NUMBER})|(?P<part>{words.PART_NUMBER})|(?P<clock>{words.CLOCK_NUMBER})|(?P<later>{words.LATER_NUMBER})"
    )


@cache
def _beside_english() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<day>{words.DAY_NUMBER}|{words.DAY_ENGLISH})|(?P<part>{words.PART_NUMBER}|{words.PART_ENGLISH})"
        rf"|(?P<clock>{words.CLOCK_ENGLISH}|{words.CLOCK_NUMBER}|{words.CLOCK_BESIDE_ENGLISH})|(?P<later>{words.LATER_NUMBER}|{words.LATER_ENGLISH})"
        rf"|(?P<after_word>{words.AFTER_WORD})|(?P<before_word>{words.BEFORE_WORD})"
    )


_NUMERALS = frozenset(digits + HAN)
_NEXT = Later(
    rf"(?P<after>{words.AFTER})|(?P<before>{words.BEFORE})|(?P<link>{words.LINK})"
    r"|(?P<gap>\s?(?:的|[那当]天的?|,|:|吧,?|\(|\)|(?:at|in|on|the|between|from|about|around)\b\s?(?:the\s)?)?\s?)",
)
_JOINS = frozenset("以之过后起前到至-~或和、的那当,:吧() \n\u2028tauoibf")
"""Letters with which `_NEXT` can begin, where it is not empty."""
_LEADING = frozenset({"after_word", "before_word"})
_LONGEST_RUN = 12


def expressions(plain: str, latin: bool, likely: Iterable[int]) -> Iterator[list[Token]]:
    """Each a run of tokens: day, part and clock, with link, after and before between and behind them; they begin
    at some of the `likely` positions."""
    if latin and len(small := plain.lower()) == len(plain):
        plain = small
    done = 0
    for start in likely:
        if start < done or (match := _token_at(plain, start, latin)) is None:
            continue
        run = [_token(match)]
        _extend(run, plain, latin)
        yield run
        done = run[-1].end


def _token_at(plain: str, at: int, latin: bool) -> re.Match[str] | None:
    letter = plain[at]
    if letter in _NUMERALS:
        return (_beside_english() if latin else _beginning_with_number()).match(plain, at)
    return (_beside_english() if letter.isascii() else _beginning_with_word()).match(plain, at)


def _extend(run: list[Token], plain: str, latin: bool) -> None:
    """Takes what goes on with the run; no "before" or "after" that nothing follows."""
    _take(run, plain, latin)
    while latin and len(run) > 1 and run[-1].kind in _LEADING:
        run.pop()


def _take(run: list[Token], plain: str, latin: bool) -> None:
    while len(run) < _LONGEST_RUN:
        end = run[-1].end
        joint = _NEXT.match(plain, end) if plain[end : end + 1] in _JOINS else None
        if joint is not None and (joint.lastgroup == "after" or joint.lastgroup == "before"):
            run.append(Token(joint.lastgroup, joint.group(), end, joint.end()))
            return
        begin = end if joint is None else joint.end()
        following = _token_at(plain, begin, latin) if goes_on(plain, begin) else None
        if following is None:
            return
        if joint is not None and joint.lastgroup == "link":
            run.append(Token("link", joint.group().strip(), end, begin))
        run.append(_token(following))


def _token(match: re.Match[str]) -> Token:
    start, end = match.span()
    return Token(match.lastgroup or "", match.group(), start, end)
