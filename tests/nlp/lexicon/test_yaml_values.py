"""YAML as PyYAML's safe loader understands it, whichever parser is installed; what no lexicon needs is refused."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from nlp.lexicon.reading import PACKAGED
from nlp.lexicon.yaml_values import Loader, read_values

TEXTS = [
    "",
    "# nothing\n",
    "水管",
    "- 水管\n- pipe\n- 'no'\n- no\n- 119\n- '119'\n- 1.5\n- ~\n- 2026-03-04\n- !!str 119\n",
    "水管: [水管, 'it''s', \"a\\nb\",\n  喉]\n空: {}\n无: []\n开: true\n",
    "- id: a\n  patterns:\n    - <水管> & <爆> = 6\n    - 停|断 <水>\n",
    "\ufeff- 水管\n",
    "# as in a: [b, c]\n水管: [水管]  # or b: [c]\n",
    "水管: 'as in a: [b, c]'\n",
    '水管: "as in a: [b, c]"\n',
    "水管: |\n  as in a: [b, c]\n",
    "水管: [水管,\r\n  pipe, no, 119,\r\n]\r\n",
    "水管: [burst pipe\n  in the wall, \n\n 喉]\n",
    "水管: [-1, - , 喉]\n",
    "水管: [, 喉]\n",
    "水管: [喉,, 管]\n",
    "水管: [=, 喉]\n",
    "{水管: [喉], 电: [a: b]}\n",
]
PIECES = ["a: [水管, 爆]\n", "b: [no, 1]\n", "- ", "  ", ": [", "]", "# ", "|\n", "c: ", "2026-13-45"]
SIGNS = "a1水管，爆, \n:-?[]{}'\"#&*!|>%@`~=<.\\\t\r"


def read(text: str, read_bytes: Any) -> Any:
    """The values, or that it was refused."""
    try:
        return read_bytes(text.encode())
    except (yaml.YAMLError, ValueError):  # the safe loader's for a thirteenth month
        return "refused"


def safely(raw: bytes) -> Any:
    return yaml.load(raw, Loader)  # noqa: S506 - a safe one by another name


@pytest.mark.parametrize("text", TEXTS)
def test_values_are_those_of_the_safe_loader(text: str) -> None:
    assert read(text, read_values) == read(text, safely)


@pytest.mark.parametrize("text", TEXTS)
def test_without_the_fast_parser_the_values_are_the_same(text: str) -> None:
    assert read(text, lambda raw: read_values(raw, yaml.SafeLoader)) == read(text, read_values)


@given(st.lists(st.sampled_from(PIECES) | st.text(SIGNS, max_size=4), max_size=12).map("".join))
def test_whatever_is_read_is_what_the_safe_loader_reads(text: str) -> None:
    found = read(text, read_values)
    assert found == "refused" or found == read(text, safely)


def test_packaged_files_are_read_as_the_safe_loader_reads_them() -> None:
    for path in PACKAGED.glob("**/*.yaml"):
        text = path.read_bytes()
        assert read_values(text) == safely(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n",
        "- *a\n",
        "- &a 1\n- *a\n",
        "? [a]\n: 1\n",
        "- 2026-13-45\n",
        "- !水管 爆\n",
        "- !水管 [爆]\n",
        "--- 1\n--- 2\n",
        "[",
        "- !!python/name:os.system\n",
    ],
)
def test_anything_that_a_lexicon_does_not_need_is_refused(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        read_values(text.encode())
