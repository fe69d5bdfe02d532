"""What communities have in common. A section that a community does not touch is one shared object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from bot.config.community import Community
from bot.config.frozen import Frozen
from bot.config.reading import Reading


def _sections() -> dict[str, type[BaseModel]]:
    """The keys of a community that are written as a group of keys of their own."""
    kinds = {key: field.annotation for key, field in Community.model_fields.items()}
    return {key: kind for key, kind in kinds.items() if isinstance(kind, type) and issubclass(kind, Frozen)}


class Defaults:
    """Each section that stands here must be complete in itself."""

    def __init__(self, reading: Reading, raw: Any) -> None:
        self._raw = reading.keys(raw, ("defaults",))
        self._ready: dict[str, Any] = dict(self._raw)
        for key in self._raw:
            if key not in Community.model_fields:
                known = "、".join(Community.model_fields)
                reading.fault(("defaults", key), f"不认识 {key} 这一项。这里可以写：{known}。")
        for key, kind in _sections().items():
            if key in self._raw:
                self._ready[key] = reading.model(kind, self._raw[key], ("defaults", key))

    def untouched(self, own: Mapping[str, Any]) -> Mapping[str, Any]:
        """The keys that a community leaves as they are here."""
        return {key: value for key, value in self._raw.items() if key not in own}

    def completed(self, own: Mapping[str, Any]) -> dict[str, Any]:
        """A community's own keys over the defaults."""
        return self._ready | {key: laid_over(self._raw.get(key), value) for key, value in own.items()}


def laid_over(below: Any, above: Any) -> Any:
    """Groups of keys are merged, all else is replaced."""
    if not (isinstance(below, Mapping) and isinstance(above, Mapping)):
        return above
    return {**below, **{key: laid_over(below.get(key), value) for key, value in above.items()}}
