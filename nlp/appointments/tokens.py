"""Time words that stand side by side are one expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from nlp.appointments import words
from nlp.appointments.starts import goes_on, starts


class Token(NamedTuple):
    """`word` is in small letters."""

    kind: str
    word: str
    start: int
    end: int


@cache
def _token_pattern() -> re.Pattern[str]:
    """Compiled with the first time that anybody names: it takes a while."""
    return re.compile(
        rf"(?P<day>{words.DAY})|(?P<part>{words.PART})|(?P<clock>{words.CLOCK})|(?P<later>{words.LATER})"
        rf"|(?P<after_word>{words.AFTER_WORD})|(?P<before_word>{words.BEFORE_WORD})"
    )


_NEXT = re.compile(
    rf"(?P<after>{words.AFTER})|(?P<before>{words.BEFORE})|(?P<link>{words.LINK})"
    r"|(?P<gap>\s?(?:的|[那当]天的?|,|:|吧,?|\(|\)|(?:at|in|on|the|between|from|about|around)\b\s?(?:the\s)?)?\s?)",
)
_LONGEST_RUN = 12


def expressions(plain: str, latin: bool) -> Iterator[list[Token]]:
    """Each a run of tokens: day, part and clock, with link, after and before between and behind them."""
    if latin and len(small := plain.lower()) == len(plain):
        plain = small
    done = 0
    for start in starts(plain, latin):
        if start < done or (match := _token_pattern().match(plain, start)) is None:
            continue
        run = [_token(match)]
        _extend(run, plain)
        yield run
        done = run[-1].end


def _extend(run: list[Token], plain: str) -> None:
    while len(run) < _LONGEST_RUN:
        end = run[-1].end
        joint = _NEXT.match(plain, end)
        if joint is None:
            return
        if joint.lastgroup in {"after", "before"}:
            run.append(Token(joint.lastgroup, joint.group(), end, joint.end()))
            return
        following = _token_pattern().match(plain, joint.end()) if goes_on(plain, joint.end()) else None
        if following is None:
            return
        if joint.lastgroup == "link":
            run.append(Token("link", joint.group().strip(), end, joint.end()))
        run.append(_token(following))


def _token(match: re.Match[str]) -> Token:
    return Token(match.lastgroup or "", match.group(), match.start(), match.end())
