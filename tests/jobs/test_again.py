"""Pauses after failures, and what is tried again at once."""

from __future__ import annotations

import pytest

from bot.desk.errors import Stale
from bot.jobs.again import AT_ONCE, pause, unless_stale


def test_pauses_grow_to_an_hour() -> None:
    assert [pause(n).total_seconds() for n in range(1, 8)] == [5, 30, 120, 600, 3600, 3600, 3600]


class Touched:
    """A row that somebody else changes so many times."""

    def __init__(self, times: int) -> None:
        self.times = times

    def act(self) -> str:
        self.times -= 1
        if self.times >= 0:
            raise Stale("row")
        return "done"


def test_who_was_only_later_looks_again_at_once() -> None:
    assert unless_stale(Touched(AT_ONCE - 1).act) == "done"


def test_it_is_not_tried_for_ever() -> None:
    with pytest.raises(Stale):
        unless_stale(Touched(AT_ONCE).act)
