"""What a check of a platform finds."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override


@dataclass(frozen=True, slots=True)
class Finding:
    """`blocking`: the platform, or this part of it, will not work before it is mended."""

    sentence: str
    blocking: bool = False

    @override
    def __str__(self) -> str:
        return self.sentence
