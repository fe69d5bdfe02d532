"""What the platforms' documentation demands of whoever talks to them."""

from __future__ import annotations


class NotAsDocumented(AssertionError):
    """The desk did something that the platform would not take in any sensible way: a fault of ours, not an answer."""


def documented(holds: object, what: str) -> None:
    """Raises NotAsDocumented."""
    if not holds:
        raise NotAsDocumented(what)
