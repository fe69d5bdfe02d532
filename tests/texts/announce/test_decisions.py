"""No event of the desk is forgotten."""

from __future__ import annotations

import ast
from pathlib import Path

import bot
from bot.texts.announce.decisions import ANNOUNCED, SILENT

SOURCES = [
    path for name in ("desk", "conversation") for path in (Path(bot.__file__).parent / name).rglob("*.py")
]


def noted(source: Path) -> set[str]:
    """Names of events: the second argument of every `happened` and `note`."""
    calls = [
        node for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]
    named = [
        call
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("happened", "note")
    ]
    words = [call.args[1] for call in named if len(call.args) > 2]
    return {word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str)}


def test_every_event_of_the_desk_is_announced_or_silent_on_purpose() -> None:
    events = set().union(*map(noted, SOURCES))
    assert len(events) > 25
    assert sorted(events - ANNOUNCED.keys() - SILENT) == []


def test_nothing_is_both_announced_and_silent() -> None:
    assert ANNOUNCED.keys() & SILENT == set()
