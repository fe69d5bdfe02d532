"""The owner's words with those marked that decided, and what each of them spoke for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.web.demo.desk import Evidence
from bot.web.demo.pieces import box, text
from bot.web.demo.words import Words

_LOUD = ("emergency", "urgent", "紧急", "急")


def show_evidence(said: str, found: Sequence[Evidence], words: Words) -> None:
    if not said:
        return
    text(words.why, "part")
    with box("evidence"):
        with box("quote"):
            for piece, mark in pieces(said, found):
                classes = f"mark {_tone(mark)}" if mark else ""
                text(piece, classes, "mark" if mark else "span")
        if not found:
            text(words.no_evidence, "no-evidence")
        heaviest = max((one.weight for one in found), default=1.0) or 1.0
        for one in sorted(found, key=lambda one: -one.weight):
            _reason(one, one.weight / heaviest, words)


def pieces(said: str, found: Sequence[Evidence]) -> Iterator[tuple[str, Evidence | None]]:
    """The whole text in order, cut where evidence begins and ends; of overlapping evidence the heavier is marked."""
    marked: list[Evidence] = []
    for one in sorted(found, key=lambda one: -one.weight):
        inside = 0 <= one.start < one.end <= len(said)
        if inside and all(one.end <= other.start or other.end <= one.start for other in marked):
            marked.append(one)
    at = 0
    for one in sorted(marked, key=lambda one: one.start):
        if at < one.start:
            yield said[at : one.start], None
        yield said[one.start : one.end], one
        at = one.end
    if at < len(said):
        yield said[at:], None


def _reason(one: Evidence, share: float, words: Words) -> None:
    with box("reason"):
        text(one.text, f"reason-text {_tone(one)}")
        text("→", "arrow")
        text(words.of_code(one.says), "reason-says")
        box(f"weight {_tone(one)}").style(f"--share: {100 * share:.0f}%").props["title"] = f"{one.weight:g}"


def _tone(one: Evidence) -> str:
    return "loud" if one.says in _LOUD else "mild"
