"""Traditional → Simplified, character for character, so that positions stay."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# OpenCC leaves 著 alone because it is also Simplified (著名); in Traditional text it mostly is 着.
_ZHE = re.compile(r"(?<![名显专])著(?![名作者称])")


@cache
def _converter() -> Any:
    """Loaded with the first text that is not plain Simplified: it takes 50 ms."""
    import opencc

    return opencc.OpenCC("t2s")


def to_simplified(text: str) -> str:
    """The same number of characters, in Simplified script."""
    converter = _converter()
    simplified = str(converter.convert(text))
    if len(simplified) != len(text):  # no phrase of today's tables does this; a later one may
        simplified = "".join(_one(c) for c in text)
    return _ZHE.sub("着", simplified)


@cache
def _one(character: str) -> str:
    simplified = str(_converter().convert(character))
    return simplified if len(simplified) == 1 else character
