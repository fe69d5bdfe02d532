"""Patterns that are compiled with the first text that needs them: all at once would be a third of the start."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any


class Later:
    """A pattern; after its first use as fast as any other, for then these are its own methods."""

    __slots__ = ("_flags", "findall", "finditer", "fullmatch", "match", "pattern", "search")

    findall: Callable[..., list[str]]
    finditer: Callable[..., Iterator[re.Match[str]]]
    fullmatch: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags
        for method in ("findall", "finditer", "fullmatch", "match", "search"):
            setattr(self, method, partial(self._first, method))

    def _first(self, method: str, *asked: Any) -> Any:
        """Compiles it; from then on nobody comes here (a hook for missing attributes would cost every use)."""
        compiled = re.compile(self.pattern, self._flags)
        self.findall, self.finditer, self.fullmatch = compiled.findall, compiled.finditer, compiled.fullmatch
        self.match, self.search = compiled.match, compiled.search
        return getattr(compiled, method)(*asked)
