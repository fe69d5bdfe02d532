"""Takes the events of the desk and lets everybody concerned know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.config import Community
from bot.desk.calendar import Calendar
from bot.desk.ports import Work
from bot.desk.ticket import Event
from bot.texts.announce.cards import Cards
from bot.texts.announce.decisions import ANNOUNCED
from bot.texts.announce.post import Post
from bot.texts.words import Words


class Announcer:
    """Writes into one unit of work. `ids` gives the keys of buttons: at most 24 characters, unguessable."""

    def __init__(
        self,
        work: Work,
        community: Community,
        calendar: Calendar,
        words: Words,
        ids: Callable[[], str],
        now: datetime,
    ) -> None:
        self._post = Post(work, community, calendar, words, ids, now)
        self._cards = Cards(self._post)

    def announce(self, events: Sequence[Event]) -> None:
        """Messages in the order of the events; then every card that shows their tickets is brought up to date, once."""
        for event in events:
            tell = ANNOUNCED.get(event.what)
            if tell is not None:
                self._post.begin(_once(event))
                tell(self._post, self._cards, event)
        self._post.begin("")
        self._cards.refresh()
        self._post.flush()


def _once(event: Event) -> str:
    """What the clock brings is said once, even where its timer rings twice."""
    if event.by.kind != "clock":
        return ""
    ticket, data = event.ticket, event.data
    since = int(ticket.dispatched_at.timestamp()) if ticket.dispatched_at else 0
    which = data.get("visit", data.get("level", ""))
    return f"{event.what}:{ticket.id}:{ticket.round}:{since}:{ticket.promises}:{which}"
