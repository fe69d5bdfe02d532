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


def by_two_letters(alternatives: Iterable[str], *others: tuple[str, str]) -> str:
    """A pattern that is found where any of these is: most begin with two plain letters, the second of which
    is compared before anything else, so that a frequent first letter costs nothing. `others` are pairs of
    some first letters and a pattern for what follows. It tells where one begins, not which.
    """
    seconds: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    rest = list(others)
    for alternative in alternatives:
        if _is_certain(alternative):
            seconds[alternative[1]][alternative[0]].append(alternative[2:])
        else:
            rest.append((alternative[0], alternative[1:]))
    firsts = {first for tails in seconds.values() for first in tails}.union(*(letters for letters, _ in rest))
    known = "|".join(_behind(second, tails) for second, tails in seconds.items())
    branches = [f"(?={_one_of(seconds)})(?:{known})"] if known else []
    branches += [f"(?<={_one_of(letters)})(?:{tail})" for letters, tail in rest]
    return f"{_one_of(firsts)}(?:{'|'.join(branches)})"


def _behind(second: str, tails: dict[str, list[str]]) -> str:
    """What may begin with this second letter, by its first one."""
    firsts: dict[str, list[str]] = defaultdict(list)
    for first, ends in tails.items():
        firsts["|".join(ends) if all(ends) else ""].append(first)
    letter = re.escape(second)
    cases = "|".join(
        f"(?<={_one_of(letters)}{letter}){f'(?:{ends})' if ends else ''}" for ends, letters in firsts.items()
    )
    return f"{letter}(?:{cases})"


def _one_of(letters: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(letters)))}]"


def _is_certain(alternative: str) -> bool:
    """Whether its second letter must stand there."""
    return alternative[1:2].isalnum() and alternative[2:3] not in {"?", "*", "{"}
