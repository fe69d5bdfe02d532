"""The small language of combined patterns.

<水管> <爆>            the second follows the first within eight characters
<水管> & <爆>          either order, within fourteen characters
<水管> ~3 <爆>         within three characters
停|断 <水> = 5         literal words, and the pattern's weight
<电> 没 with <整栋>    only where the sentence also says it;  `unless <X>`: only where it does not
"""

from __future__ import annotations

import re

from nlp.lexicon.model import Pattern, Term

DEFAULT_WEIGHT = 4.0
DEFAULT_GAP = 8
LOOSE_GAP = 14

_TERM = r"(?:<[^<>]+>|[^\s<>&~=|]+)(?:\|(?:<[^<>]+>|[^\s<>&~=|]+))*"
_PATTERN = re.compile(
    rf"^(?P<first>{_TERM})(?:\s+(?P<join>&|~\d+)\s+|\s+)(?P<second>{_TERM})"
    rf"(?:\s+with\s+(?P<present>{_TERM}))?(?:\s+unless\s+(?P<absent>{_TERM}))?(?:\s*=\s*(?P<weight>\d+(?:\.\d+)?))?$"
)

_ALTERNATIVE = re.compile(r"\|\s+")
"""A long pattern goes on in the next line after a |."""


class BrokenPattern(ValueError):
    """A pattern that does not follow the language above."""


def parse_pattern(text: str, weight: float = DEFAULT_WEIGHT) -> Pattern:
    found = _PATTERN.match(_ALTERNATIVE.sub("|", text.strip()))
    if found is None:
        raise BrokenPattern(text)
    join = found["join"]
    gap = LOOSE_GAP if join == "&" else int(join[1:]) if join else DEFAULT_GAP
    return Pattern(
        first=parse_term(found["first"]),
        second=parse_term(found["second"]),
        ordered=join != "&",
        gap=gap,
        weight=float(found["weight"]) if found["weight"] else weight,
        present=parse_term(found["present"]) if found["present"] else None,
        absent=parse_term(found["absent"]) if found["absent"] else None,
        text=text,
    )


def parse_term(text: str) -> Term:
    if "<" not in text:
        return Term((), tuple(_spelled(text).split("|")))
    parts = text.split("|")
    groups = [part[1:-1] for part in parts if part.startswith("<")]
    words = [_spelled(part) for part in parts if not part.startswith("<")]
    return Term(tuple(groups), tuple(words))


def _spelled(words: str) -> str:
    return words.replace("_", " ").lower()
