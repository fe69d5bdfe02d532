"""JSON as it is stored: compact, Chinese readable."""

from __future__ import annotations

import json
from typing import Any

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
_scan = json.JSONDecoder().raw_decode


def encode(value: Any) -> str:
    """JSON text of a value made of JSON types."""
    if not value and (empty := _EMPTY.get(type(value))):
        return empty
    return _encoder.encode(value)


_EMPTY: dict[type, str] = {list: "[]", tuple: "[]", dict: "{}"}


def decode(text: str) -> Any:
    """The value of a text that `encode` made: the blanks that json.loads looks for around it cannot be there."""
    return _scan(text)[0]
