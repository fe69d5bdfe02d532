"""A progress bar, for what takes longer than two seconds on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

UNSEEN = 2.0
"""Seconds that nobody minds waiting."""


@contextmanager
def progress(what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """Gives a function that is told how many more are done. Draws on standard error, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    bar = _Bar(what, total)
    try:
        yield bar.advance
    finally:
        bar.end()


class _Bar:
    def __init__(self, what: str, total: int | None) -> None:
        self._what, self._total = what, total
        self._done = 0
        self._start = monotonic()
        self._shown: Progress | None = None

    def advance(self, more: int) -> None:
        self._done += more
        if self._shown is None and monotonic() - self._start > UNSEEN:
            self._shown = self._drawn()
        if self._shown is not None:
            self._shown.update(self._shown.task_ids[0], completed=self._done)

    def _drawn(self) -> Progress:
        from rich.console import Console
        from rich.progress import Progress

        shown = Progress(console=Console(stderr=True), transient=True)
        shown.add_task(self._what, total=self._total)
        shown.start()
        return shown

    def end(self) -> None:
        if self._shown is not None:
            self._shown.stop()
