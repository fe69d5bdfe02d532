"""Patterns that are compiled with the first text that needs them."""

from __future__ import annotations

import re

import pytest

from nlp.later import Later


def test_pattern_finds_what_the_compiled_one_finds() -> None:
    later, compiled = Later("a+(b)?", re.IGNORECASE), re.compile("a+(b)?", re.IGNORECASE)
    for text in ("", "xAAb", "b", "aab aab"):
        assert str(later.search(text)) == str(compiled.search(text))
        assert str(later.match(text)) == str(compiled.match(text))
        assert later.findall(text) == compiled.findall(text)


def test_broken_pattern_is_refused_at_its_first_use() -> None:
    broken = Later("(a")
    with pytest.raises(re.error):
        broken.search("a")


def test_pattern_is_compiled_once() -> None:
    later = Later("a")
    assert later.search("a")
    compiled = later.search
    assert later.match("a")
    assert later.search == compiled
