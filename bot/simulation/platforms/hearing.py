"""Waiting for a message that somebody is to receive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from bot.simulation.platforms.bell import Bell
from bot.transcripts.fragments import in_order


class Shown(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def buttons(self) -> list[str]: ...


Seen = TypeVar("Seen", bound=Shown)


async def newest(
    heard: Callable[[], Sequence[Seen]], changes: Bell, fragments: tuple[str, ...], button: str, within: float
) -> Seen:
    """The newest message that is `heard` with these fragments in this order, and that button if one is named.
    Raises AssertionError after `within` seconds."""

    def matching() -> list[Seen]:
        return [seen for seen in heard() if _has(seen, fragments, button)]

    found = await changes.until(matching, within)
    if not found:
        among = [(seen.text, seen.buttons) for seen in heard()]
        raise AssertionError(f"nothing like {fragments} [{button}] among {among}")
    return found[-1]


def _has(seen: Shown, fragments: tuple[str, ...], button: str) -> bool:
    return in_order(fragments, seen.text) and (not button or any(button in label for label in seen.buttons))
