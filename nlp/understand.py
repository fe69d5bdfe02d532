"""A message → Understanding: everything below put together."""

from __future__ import annotations

from datetime import datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from nlp.appointments import find_appointment
from nlp.blame import find_about
from nlp.classify import Classifier
from nlp.clauses import split
from nlp.demands import find_demand
from nlp.intents import intent_of
from nlp.languages import language_of
from nlp.lexicon import Lexicon, load_lexicon
from nlp.names import find_name
from nlp.normalise import normalise
from nlp.phones import find_phone
from nlp.places import find_places, home_of
from nlp.segment import Engine
from nlp.understanding import Understanding


class Understander:
    """Ready to understand any number of messages; immutable, so threads may share it."""

    def __init__(self, lexicon: Lexicon | None = None, engine: Engine | None = None) -> None:
        self.lexicon = lexicon or load_lexicon()
        self._classifier = Classifier(self.lexicon, engine)

    def understand(self, text: str, now: datetime, zone: tzinfo | str) -> Understanding:
        """`now` is aware; `zone` is the community's, in which 明天 and 三点 are meant."""
        tz = ZoneInfo(zone) if isinstance(zone, str) else zone
        said = normalise(text)
        places = find_places(said)
        home = home_of(places, said)
        problems = self._classifier.classify(said, split(said), places, home)
        language, clear = language_of(text)
        phone = find_phone(said)
        return Understanding(
            intent_of(said, bool(problems)),
            problems,
            home.place if home else None,
            phone[0] if phone else None,
            find_appointment(said, now, tz),
            find_about(said) if problems else None,
            find_demand(said) if problems else None,
            language,
            find_name(said),
            clear,
        )


@lru_cache(maxsize=1)
def load() -> Understander:
    """The packaged lexicon's understander, built once in a process."""
    return Understander()
