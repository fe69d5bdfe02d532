"""YAML as a manager writes it: 14:00 is a time of day, `on` is a word, and a key may not stand twice."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import yaml
from typing_extensions import override


class _Loader(yaml.CSafeLoader):
    """YAML 1.1 would read 14:00 as 840, on as true and 01012 as 522; here only the plain forms mean something else than text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way

    @override
    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"{key.value} 写了两遍", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _means(tag: str, pattern: str, first: str) -> None:
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


_means("bool", r"^(?:true|false)$", "tf")
_means("int", r"^-?(?:0|[1-9][0-9]{0,17})$", "-0123456789")
_means("float", r"^-?[0-9]+\.[0-9]+$", "-0123456789")
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])


def read(text: str) -> Any:
    """JSON too, which a program that writes thousands of communities prefers: YAML takes 0.9 s a megabyte, JSON 0.05.

    Raises yaml.YAMLError.
    """
    if text.lstrip().startswith("{"):
        with suppress(json.JSONDecodeError):
            return json.loads(text)
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader by inheritance


def line_of(text: str, path: Sequence[str | int]) -> int | None:
    """The line (from 1) of a key, or of the deepest part of its path that is there; None where nothing is."""
    node = yaml.compose(text, Loader=_Loader)
    line = None
    for part in path:
        step = _step(node, part)
        if step is None:
            break
        line, node = step
    return line


def _step(node: yaml.Node | None, part: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        child = node.value[part]
        return child.start_mark.line + 1, child
    return None
