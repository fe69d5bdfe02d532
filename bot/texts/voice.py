"""Who is spoken to: a language, with the moment and the zone in which times are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from bot.texts import times
from bot.texts.words import Words
from nlp.understanding import Appointment, Language


@dataclass(frozen=True, slots=True)
class Voice:
    """`now` is aware UTC; `zone` is the community's."""

    words: Words
    language: Language
    now: datetime
    zone: tzinfo

    def say(self, id: str, /, **vars: Any) -> str:
        return self.words.say(self.language, id, **vars)

    def label(self, id: str) -> str:
        return self.words.label(self.language, id)

    def time(self, at: datetime | None) -> str:
        """`15:00` or `3月5日 15:00`; nothing for None."""
        return times.show(at, self.now, self.zone, self.language) if at else ""

    def appointment(self, appointment: Appointment | None) -> str:
        """As a full date; nothing for None."""
        if appointment is None:
            return ""
        return times.show_appointment(appointment, self.now, self.zone, self.language)
