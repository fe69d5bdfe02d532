from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.config.yaml_text import line_of, read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 14:00", "14:00"),
        ("a: 08:30", "08:30"),
        ("a: on", "on"),
        ("a: no", "no"),
        ("a: 01012345678", "01012345678"),
        ("a: 2026-10-01", "2026-10-01"),
        ("a: 10", 10),
        ("a: 0.5", 0.5),
        ("a: true", True),
        ("a:", None),
        ("a: null", None),
        ('{"a": "x"}', "x"),
    ],
)
def test_only_plain_numbers_and_true_false_are_more_than_text(text: str, value: object) -> None:
    assert read(text) == {"a": value}


def test_off_and_on_are_keys() -> None:
    assert read("off: []\non: [x]") == {"off": [], "on": ["x"]}


def test_the_line_of_a_key_or_of_what_stands_above_it() -> None:
    text = "a:\n  b:\n    - x: 1\n    - y: 2\n"
    assert line_of(text, ("a", "b", 1, "y")) == 4
    assert line_of(text, ("a", "b", 1, "missing")) == 4
    assert line_of(text, ("a", "missing", "c")) == 1
    assert line_of(text, ("missing",)) is None


@given(st.text())
def test_any_text_is_read_or_refused_as_yaml(text: str) -> None:
    with suppress(yaml.YAMLError):
        read(text)


@pytest.mark.parametrize("text", ["a: [", "a: b: c", "a: 1\na: 2", "\0"])
def test_what_is_no_yaml_is_refused(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        read(text)
