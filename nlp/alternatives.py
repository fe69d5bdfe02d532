"""Many alternatives as one pattern that is searched fast."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable


def by_first_letter(alternatives: Iterable[str]) -> str:
    """A pattern for any of these; each begins with a plain letter, which the engine looks for at once,
    and only those with the letter that stands there are tried, in the order given."""
    rest: dict[str, list[str]] = defaultdict(list)
    for alternative in alternatives:
        rest[alternative[0]].append(alternative[1:])
    return "|".join(
        f"{re.escape(letter)}(?:{'|'.join(tails)})" if any(tails) else re.escape(letter)
        for letter, tails in rest.items()
    )


def beginnings(alternatives: Iterable[str]) -> str:
    """A pattern that is found wherever one of these is, and seldom elsewhere: their first two letters."""
    return by_first_letter(dict.fromkeys(_beginning(alternative) for alternative in alternatives))


def _beginning(alternative: str) -> str:
    """Its first two letters, or one where the second need not stand there."""
    certain = alternative[1:2].isalnum() and alternative[2:3] not in {"?", "*", "{"}
    return alternative[: 2 if certain else 1]
