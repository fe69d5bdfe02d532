"""YAML files of the lexicon: fast to load, and able to say on which line something stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from typing_extensions import override

from nlp.lexicon.errors import LexiconError

_TEXT = "tag:yaml.org,2002:str"


@dataclass(frozen=True, slots=True)
class Source:
    """One file's content with its path, to report errors against."""

    path: Path
    content: Any

    def error(self, problem: str, advice: str, *needles: str) -> LexiconError:
        """`needles` are looked for one after another; the line of the last one found is reported."""
        return LexiconError(self.path, self._line_of(needles), problem, advice)

    def _line_of(self, needles: tuple[str, ...]) -> int:
        lines = self.path.read_text(encoding="utf-8").splitlines()
        at = 0
        for needle in needles:
            at = next((n for n in range(at, len(lines)) if needle in lines[n]), at)
        return at + 1


class _Loader(yaml.CSafeLoader):
    """The C loader: ten times faster, and a lexicon is read at every start. Chinese words, nearly all that
    it meets, are no numbers, dates or booleans, so there is no need to compare them with every pattern of those."""

    @override
    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        if kind is yaml.ScalarNode and value > "\x7f":
            return _TEXT
        return str(super().resolve(kind, value, implicit))  # type: ignore[no-untyped-call]

    @override
    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        if node.tag == _TEXT:
            return node.value
        return super().construct_object(node, deep)


def read_file(path: Path) -> Source:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  # it is a safe one
    except yaml.MarkedYAMLError as broken:
        line = broken.problem_mark.line + 1 if broken.problem_mark else 1
        raise LexiconError(
            path, line, f"not YAML: {broken.problem}", "correct the line, mind spaces and colons"
        ) from None
    return Source(path, content)


def read_folder(folder: Path) -> list[Source]:
    return [read_file(path) for path in sorted(folder.glob("*.yaml"))]
