"""What a check of WeCom finds."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override


@dataclass(frozen=True, slots=True)
class Finding:
    """`blocking`: this part of WeCom will not work before it is mended."""

    sentence: str
    blocking: bool = False

    @override
    def __str__(self) -> str:
        return self.sentence
