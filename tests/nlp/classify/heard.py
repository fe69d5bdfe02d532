"""What is heard in a message, in short, for tests."""

from __future__ import annotations

from datetime import UTC, datetime

from nlp.understand import load
from nlp.understanding import Problem, Understanding

READ_AT = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)


def understood(text: str) -> Understanding:
    return load().understand(text, READ_AT, "Asia/Shanghai")


def problem(text: str) -> Problem:
    """The only problem of a message."""
    (found,) = understood(text).problems
    return found


def topics(text: str) -> list[str]:
    return [found.topic for found in understood(text).problems]
