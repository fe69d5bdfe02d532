"""Typed values to JSON values and back: nested dataclasses, tuples and times, the plan made once from the hints."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from storage.scalars import Codec, from_ms, to_ms


class Hint(NamedTuple):
    """A type without its `| None`: what it is, and what it is made of."""

    name: Literal["scalar", "bool", "datetime", "dict", "tuple", "dataclass"]
    inner: Any = None


def plain_hint(hint: Any) -> Hint:
    """Raises TypeError for a type that has no stored form."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (hint,) = (arg for arg in get_args(hint) if arg is not type(None))
        origin = get_origin(hint)
    if hint in (str, int, float) or origin is Literal:
        return Hint("scalar")
    if hint is bool:
        return Hint("bool")
    if hint is datetime:
        return Hint("datetime")
    if origin in (dict, Mapping):
        return Hint("dict")
    if origin is tuple and get_args(hint)[1:] == (...,):
        return Hint("tuple", get_args(hint)[0])
    if is_dataclass(hint):
        return Hint("dataclass", hint)
    raise TypeError(f"{hint} has no stored form")


def json_codec(hint: Any) -> Codec:
    """Writes a value as JSON values and reads it back; both None where it is one already."""
    name, inner = plain_hint(hint)
    if name == "datetime":
        return Codec(to_ms, from_ms)
    if name == "tuple":
        return _tuple_codec(inner)
    if name == "dataclass":
        return _dataclass_codec(inner)
    return Codec(None, None)


def _tuple_codec(inner: Any) -> Codec:
    write, read = json_codec(inner)
    if write is None or read is None:
        return Codec(list, tuple)
    return Codec(
        lambda values: [write(value) for value in values],
        lambda values: tuple([read(value) for value in values]),
    )


def is_flat(hint: Any) -> bool:
    """Whether it is a frozen dataclass of nothing but scalars: equal ones have equal texts and can be shared."""
    name, kind = plain_hint(hint)
    if name != "dataclass" or not kind.__dataclass_params__.frozen:
        return False
    return all(plain_hint(inner).name in ("scalar", "bool") for inner in get_type_hints(kind).values())


def _dataclass_codec(kind: Any) -> Codec:
    """Fields that have their default are left out: rows stay short, and a field that is added later has its default."""
    hints = get_type_hints(kind)
    names = tuple(field.name for field in fields(kind))
    defaults = tuple(field.default for field in fields(kind))
    codecs = {name: json_codec(hints[name]) for name in names}
    writers = [(name, codec.write) for name, codec in codecs.items() if codec.write]
    readers = [(name, codec.read) for name, codec in codecs.items() if codec.read]
    values = attrgetter(*names)

    def write(value: Any) -> dict[str, Any]:
        found = zip(names, values(value), defaults, strict=True)
        return _apply(writers, {name: v for name, v, default in found if v != default})

    def read(data: dict[str, Any]) -> Any:
        try:
            return kind(**_apply(readers, data))
        except TypeError:  # written by an older version that had more fields
            return kind(**{name: data[name] for name in names if name in data})

    return Codec(write, read)


def _apply(converters: list[tuple[str, Callable[[Any], Any]]], data: dict[str, Any]) -> dict[str, Any]:
    for name, convert in converters:
        if data.get(name) is not None:
            data[name] = convert(data[name])
    return data
