"""Dataclasses to rows and back. The plan is made once, from the type hints.

datetime → integer milliseconds since the epoch, UTC · bool → 0 or 1 · tuple, dict, dataclass → JSON text ·
the rest as it is. None stays None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any, Generic, TypeVar, get_type_hints

from storage.json_values import is_flat, json_codec, plain_hint
from storage.scalars import Codec, from_ms, to_ms
from storage.text import decode, encode

T = TypeVar("T")
Convert = Callable[[Any], Any]
_SHARED = 4096


def column_codec(hint: Any) -> Codec:
    """How a value of this type is written to and read from a column."""
    plain = plain_hint(hint)
    if plain.name == "datetime":
        return Codec(to_ms, from_ms)
    if plain.name == "bool":
        return Codec(int, bool)
    if plain.name == "scalar":
        return Codec(None, None)
    return _text_codec(hint)


def _text_codec(hint: Any) -> Codec:
    write, read = json_codec(hint)
    if write is None or read is None:
        return Codec(encode, decode)

    def to_text(value: Any) -> str:
        return encode(write(value))

    def from_text(text: str) -> Any:
        return read(decode(text))

    if not is_flat(hint):
        return Codec(to_text, from_text)
    # An owner's address and home come back with every row of hers; as immutable values they can be the same ones.
    return Codec(lru_cache(_SHARED)(to_text), lru_cache(_SHARED)(from_text))


class JsonText(Generic[T]):
    """A dataclass kept whole in one column."""

    def __init__(self, kind: type[T]) -> None:
        codec = column_codec(kind)
        if codec.write is None or codec.read is None:
            raise TypeError(f"{kind} is no dataclass")
        self.write: Callable[[T], str] = codec.write
        self.read: Callable[[str], T] = codec.read


class Shape(Generic[T]):
    """The row of one dataclass. `names` are its columns, in the order of its fields."""

    def __init__(self, kind: type[T], *, skip: Sequence[str] = ()) -> None:
        hints = get_type_hints(kind)
        self._kind = kind
        self.names = tuple(f.name for f in fields(kind) if f.name not in skip)  # type: ignore[arg-type]
        self._values = attrgetter(*self.names)
        codecs = [column_codec(hints[name]) for name in self.names]
        self._writers = [(i, codec.write) for i, codec in enumerate(codecs) if codec.write]
        self._readers = [(i, codec.read) for i, codec in enumerate(codecs) if codec.read]

    def row(self, value: T) -> list[Any]:
        """The columns' values, in the order of `names`."""
        row = list(self._values(value))
        for i, write in self._writers:
            if row[i] is not None:
                row[i] = write(row[i])
        return row

    def fields(self, row: Sequence[Any]) -> dict[str, Any]:
        """A row's values by field name, for a dataclass some of whose fields are kept elsewhere."""
        return dict(zip(self.names, self._read(row), strict=True))

    def value(self, row: Sequence[Any]) -> T:
        """The dataclass of a row that has all its fields."""
        return self._kind(*self._read(row))

    def _read(self, row: Sequence[Any]) -> list[Any]:
        found = list(row)
        for i, read in self._readers:
            if found[i] is not None:
                found[i] = read(found[i])
        return found
