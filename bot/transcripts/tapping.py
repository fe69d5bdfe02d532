"""Which button a line of a transcript means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.transcripts.expecting import contains
from bot.transcripts.lines import Tap
from bot.transcripts.stage import Received


@dataclass(frozen=True, slots=True)
class Found:
    token: str
    key: str
    """Of the message that has the button."""


def find_button(tap: Tap, received: Iterable[Received]) -> Found | None:
    """The button on the newest message of that chat; None if there never was such a button.

    An exact label goes before a containing one, and a button that is still there before one that
    a later edit took away (which is how late taps are tried).
    """
    messages = _newest_first(tap, received)
    for fits in (_exact(tap.label), _containing(tap.label)):
        for versions_of in (_still_there, _taken_away):
            for message in messages:
                for version in versions_of(message):
                    for label, token in zip(version.buttons, version.tokens, strict=True):
                        if fits(label):
                            return Found(token, version.key)
    return None


def _newest_first(tap: Tap, received: Iterable[Received]) -> list[list[Received]]:
    """The chat's messages, each with all its versions, oldest version first. An edit makes nothing newer."""
    messages: dict[str, list[Received]] = {}
    for each in received:
        if each.to == (tap.group or tap.person) and each.kind != "notice":
            messages.setdefault(each.key, []).append(each)
    meant = (each for each in messages.values() if not tap.on or any(contains(v, tap.on) for v in each))
    return list(meant)[::-1]


def _still_there(versions: Sequence[Received]) -> Iterator[Received]:
    yield versions[-1]


def _taken_away(versions: Sequence[Received]) -> Iterator[Received]:
    yield from reversed(versions[:-1])


def _exact(wanted: str) -> Callable[[str], bool]:
    return lambda label: label == wanted


def _containing(wanted: str) -> Callable[[str], bool]:
    return lambda label: wanted in label
