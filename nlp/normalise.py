"""One plain form of whatever people type, with the way back to the text as written.

Full-width becomes half-width, invisible characters go, Traditional becomes Simplified, emoji become a
space, repeated punctuation is folded. Letters keep their case. 。、… stay; ，！？：；（） become ASCII.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from nlp.characters import GB2312, none_of
from nlp.simplifying import to_simplified
from nlp.values import value

_PUNCTUATION = dict(
    zip("，！？：；（）～＃－–‐‑‒−—―’‘＋／．＆＂　\t", ",!?:;()~#--------''+/.&\"  ", strict=True)
)
_COMMON = frozenset("，！？：；（）")
_RARE = re.compile("[" + re.escape("".join(_PUNCTUATION.keys() - _COMMON)) + "]")
_KEPT = "。、…“”《》【】「」·〇\n" + "".join(map(chr, range(0x20, 0x7F)))
_ORDINARY = frozenset(_KEPT) | frozenset(_PUNCTUATION) | GB2312
UNUSUAL = none_of(_ORDINARY)
"""Anything that everyday Simplified text does not hold: emoji, Traditional, letters of other scripts."""
_DIGITS = re.compile("[0-9]")
_LATIN_OR_DIGITS = re.compile("[A-Za-z0-9]")
LATIN = re.compile("[A-Za-z]")
_REPEATED = re.compile(r"([!?。,、…~;:.\-=*#_ \n])\1+")
_CIRCLED = {chr(0x2460 + i): f"\n{i + 1}、" for i in range(20)}
_SPACE = "\0"  # an emoji, until it is known whether a space is needed there


@value
class Text:
    """`plain` is what rules read; `origin[i]` is where `plain[i]` stands in `written`."""

    written: str
    plain: str
    origin: Sequence[int]
    latin: bool
    """Whether `plain` has letters, and"""
    digits: bool
    """Arabic digits; most rules need not run where it has none."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text as written of a span in plain."""
        if start >= end:
            at = self.origin[start] if start < len(self.origin) else len(self.written)
            return at, at
        return self.origin[start], self.origin[end - 1] + 1

    def as_written(self, start: int, end: int) -> str:
        """The words as written of a span in plain."""
        first, last = self.span(start, end)
        return self.written[first:last]


def normalise(text: str) -> Text:
    """Any string at all; linear time."""
    if UNUSUAL.search(text) is None:
        plain = _half_width(text)
        if _REPEATED.search(plain) is None:
            return _text(text, plain, range(len(text)))
        origin: Sequence[int] = range(len(text))
    else:
        plain, origin = _mapped(text)
    plain, origin = _folded(plain, origin)
    return _text(text, plain, tuple(origin))


def _text(written: str, plain: str, origin: Sequence[int]) -> Text:
    if _LATIN_OR_DIGITS.search(plain) is None:
        return Text(written, plain, origin, False, False)
    return Text(written, plain, origin, LATIN.search(plain) is not None, _DIGITS.search(plain) is not None)


def _half_width(text: str) -> str:
    """One replacement a sign is ten times faster than a translation table, and no loop faster still."""
    text = text.replace("，", ",").replace("！", "!").replace("？", "?").replace("：", ":")
    text = text.replace("；", ";").replace("（", "(").replace("）", ")")
    if _RARE.search(text):
        for full, half in _PUNCTUATION.items():
            text = text.replace(full, half)
    return text


def _mapped(text: str) -> tuple[str, Sequence[int]]:
    """Character by character: NFKC, without what nobody sees; then Simplified."""
    pieces: list[str] = []
    origin: list[int] = []
    foreign = False
    for at, character in enumerate(text):
        if character in _ORDINARY:
            piece = _PUNCTUATION.get(character, character)
        else:
            piece = _plain_of(character)
            foreign = True
        pieces.append(piece)
        if len(piece) == 1:
            origin.append(at)
        else:
            origin.extend([at] * len(piece))
    plain = "".join(pieces)
    if foreign and UNUSUAL.search(plain.replace(_SPACE, " ")):
        plain = to_simplified(plain)
    return _without_emoji(plain, origin)


@lru_cache(maxsize=8192)
def _plain_of(character: str) -> str:
    """What one unusual character becomes; the empty string where it is dropped."""
    if character in "\u2028\u2029\x85\x0b\x0c":
        return "\n"
    if character in _CIRCLED:
        return _CIRCLED[character]
    category = unicodedata.category(character)
    if category in {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"}:
        return ""
    if category in {"So", "Sk"} and ord(character) > 0x2000:
        compatible = unicodedata.normalize("NFKC", character)
        return compatible if compatible != character and len(compatible) <= 4 else _SPACE
    compatible = unicodedata.normalize("NFKC", character)
    if len(compatible) > 4:  # one Arabic ligature would become eighteen letters
        return character
    return "".join(_PUNCTUATION.get(c, c) for c in compatible)


def _without_emoji(plain: str, origin: list[int]) -> tuple[str, Sequence[int]]:
    """Emoji end sentences as punctuation does, so each becomes a space; at both ends nothing."""
    if _SPACE not in plain:
        return plain, origin
    first = len(plain) - len(plain.lstrip(_SPACE))
    last = len(plain.rstrip(_SPACE))
    return plain[first:last].replace(_SPACE, " "), origin[first : max(first, last)]


def _folded(plain: str, origin: Sequence[int]) -> tuple[str, Sequence[int]]:
    """！！！ → !, and so with spaces and empty lines."""
    if _REPEATED.search(plain) is None:
        return plain, origin
    pieces: list[str] = []
    kept: list[int] = []
    done = 0
    for match in _REPEATED.finditer(plain):
        pieces.append(plain[done : match.start() + 1])
        kept.extend(origin[done : match.start() + 1])
        done = match.end()
    pieces.append(plain[done:])
    kept.extend(origin[done:])
    return "".join(pieces), kept
