"""Faults that the person at the keyboard can mend, said in one line."""

from __future__ import annotations


class Mendable(Exception):
    """`code` is the exit code: 1 it did not hold, 2 wrong use."""

    def __init__(self, sentence: str, code: int = 2) -> None:
        super().__init__(sentence)
        self.code = code
