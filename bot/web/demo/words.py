"""The words of the page itself, in Chinese and English. What the desk says comes from the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Part = Literal["owner", "staff", "manager", "ticket"]


@dataclass(frozen=True, slots=True)
class Words:
    tagline: str
    parts: dict[Part, str]
    tabs: dict[Part, str]
    hints: dict[Part, tuple[str, str]]
    examples: tuple[str, ...]
    next_event: str
    nothing_next: str
    hour: str
    day: str
    scenarios: str
    scenarios_hint: str
    paces: tuple[tuple[str, float], ...]
    stop: str
    finished: str
    stopped: str
    channels: str
    start_over: str
    start_over_sure: str
    yes: str
    no: str
    private: str
    you_are: str
    elsewhere: str
    say: str
    send: str
    photo: str
    upload: str
    pictures: tuple[tuple[str, str], ...]
    not_a_picture: str
    failed: str
    updated: str
    earlier: str
    see_ticket: str
    why: str
    no_evidence: str
    timeline: str
    handler: str
    weekdays: tuple[str, ...]
    month_day: str
    other_language: tuple[str, str]
    codes: dict[str, str]

    def of_code(self, code: str) -> str:
        """The word for a state, category or urgency; what is no code is a word already."""
        return self.codes.get(code, code)
