"""YAML text → plain values, at the least cost: a lexicon of thousands of words is read at every start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a build of PyYAML without libyaml: the same values, ten times slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

__all__ = ["Loader", "read_values"]

_TEXT = "tag:yaml.org,2002:str"


def read_values(text: bytes, loader: type[yaml.CSafeLoader | yaml.SafeLoader] = Loader) -> Any:
    """The document in lists, tables and scalars. Raises yaml.YAMLError, also for a key that is written twice,
    of which YAML would forget the first."""
    return _Reading(loader(text)).document()


class _Reading:
    """The parser's events become values as they come, with no tree of nodes between: a third of the time went into it."""

    def __init__(self, loader: yaml.CSafeLoader | yaml.SafeLoader) -> None:
        self._loader = loader
        self._next: Callable[[], Any] = loader.get_event
        self._ambiguous = frozenset(loader.yaml_implicit_resolvers)
        """What numbers, dates and booleans begin with."""

    def document(self) -> Any:
        self._next()
        first = self._next()
        if isinstance(first, yaml.StreamEndEvent):
            return None
        value = self._value(self._next())
        self._next()
        end = self._next()
        if not isinstance(end, yaml.StreamEndEvent):
            _refuse("a second document begins", "take the line with --- out", end)
        return value

    def _value(self, event: Any) -> Any:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            text = event.value
            if text[:1] in self._ambiguous or event.tag:
                return self._typed(event)
            return text
        if kind is yaml.SequenceStartEvent and event.tag is None:
            return self._items()
        if kind is yaml.MappingStartEvent and event.tag is None:
            return self._table()
        return _refuse("a word that begins with * or !", "put it in quotes", event)

    def _typed(self, event: Any) -> Any:
        text, resolve = event.value, self._loader.resolve
        tag = event.tag or resolve(yaml.ScalarNode, text, event.implicit)  # type: ignore[no-untyped-call]
        if tag == _TEXT:
            return text
        try:
            return self._loader.construct_object(yaml.ScalarNode(tag, text, event.start_mark, event.end_mark))
        except ValueError:  # 2026-13-45
            return _refuse(f"{text} looks like a number or a date and is none", "put it in quotes", event)

    def _items(self) -> list[Any]:
        items = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            items.append(self._value(event))
        return items

    def _table(self) -> dict[Any, Any]:
        table: dict[Any, Any] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            if not isinstance(event, yaml.ScalarEvent):
                _refuse("a list where a name should stand", "write 'name: [word, word]'", event)
            key = self._value(event)
            if key in table:
                _refuse(f"{key} is written twice", "put all of it in one place", event)
            table[key] = self._value(self._next())
        return table


def _refuse(problem: str, advice: str, event: Any) -> NoReturn:
    raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark, note=advice)
