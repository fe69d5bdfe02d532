"""docs/ticket-life.md prints the transition table; here it is held to the code."""

import re
from pathlib import Path

from bot.desk.states import MOVES
from bot.texts.words import Words

PAGE = Path(__file__).parent.parent / "docs" / "ticket-life.md"
_ROW = re.compile(r"^\| (\w+) \| (\S+) \| ([^|]+) \|$", re.MULTILINE)


def rows() -> list[tuple[str, str, str]]:
    """State, its Chinese name, what it may become, in the order of the page."""
    found: list[tuple[str, str, str]] = _ROW.findall(PAGE.read_text(encoding="utf-8"))
    return [row for row in found if row[0] != "state"]


def test_the_page_prints_the_transition_table() -> None:
    table = {state: ", ".join(following) or "–" for state, following in MOVES.items()}
    assert {state: following for state, _, following in rows()} == table
    assert len(rows()) == len(table)


def test_states_have_the_names_that_people_read() -> None:
    words = Words()
    for state, name, _ in rows():
        assert name == words.label("zh-Hans", f"state.{state}")
