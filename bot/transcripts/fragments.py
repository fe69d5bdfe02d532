"""Recognising a message by pieces of its text."""

from __future__ import annotations

from collections.abc import Iterable


def in_order(fragments: Iterable[str], text: str) -> bool:
    """Whether the text has these fragments, one behind the other."""
    at = 0
    for fragment in fragments:
        at = text.find(fragment, at)
        if at < 0:
            return False
        at += len(fragment)
    return True
