"""The wiring: alone knows storage, channels and nlp together."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

import structlog

from bot.config import Settings
from bot.conversation.ear import Ear, Understands
from bot.conversation.handler import Conversation
from bot.jobs import again, left_to_people
from bot.jobs.learned import Learned
from bot.jobs.ringing import ring_due
from bot.legible import legible
from bot.messages import Incoming
from bot.texts.words import Words
from nlp.learning.lesson import Lesson
from storage import Storage, UnitOfWork

log = structlog.get_logger()

TOGETHER = 32
"""So many messages share a commit at most: others wait for the writer."""


def random_id() -> str:
    """A key for buttons and codes: 96 bits, 16 characters of A–Z a–z 0–9 - _."""
    return secrets.token_urlsafe(12)


def learned(storage: Storage) -> Learned:
    """Understands with what this database has learned from corrections (B09)."""

    def in_use() -> Lesson | None:
        with storage.read() as work:
            return work.lessons.active()

    return Learned(in_use)


class App:
    """The desk on a database. One call is one thing that a person did, or one tick of the clock."""

    def __init__(
        self,
        settings: Settings,
        storage: Storage,
        understander: Understands,
        ids: Callable[[], str] = random_id,
        words: Words | None = None,
    ) -> None:
        self.settings = settings
        self.storage = storage
        self.conversation = Conversation(settings, words or Words(), Ear(understander), ids)

    def take(self, batch: Sequence[Incoming], now: datetime) -> None:
        """Handles what a door received, a few in one transaction with their inbox rows; where one fails, each alone.

        What cannot be handled is kept in the inbox and tried again: after this call nothing that was given is lost.
        """
        for first in range(0, len(batch), TOGETHER):
            few = batch[first : first + TOGETHER]
            if len(few) == 1 or not self._handled_together(few, now):
                self._take_each(few, now)

    def _handled_together(self, few: Sequence[Incoming], now: datetime) -> bool:
        """A durable commit costs about as much as a message."""
        arrived = [legible(incoming) for incoming in few]
        try:
            for incoming in arrived:
                self.conversation.listen_ahead(incoming, now)
            with self.storage.begin() as work:
                for incoming in arrived:
                    self._hear(work, incoming, now)
                work.commit()
        except Exception:  # which of them it was shows when each is handled alone
            log.warning("incoming_split", action="incoming_split", messages=len(few))
            return False
        return True

    def _take_each(self, few: Sequence[Incoming], now: datetime) -> None:
        for incoming in few:
            try:
                again.unless_stale(partial(self.handle, incoming, now))
            except Exception:  # a fault of ours must not lose the owner's message
                log.exception("incoming_failed", action="incoming_failed", key=incoming.key)
                self._keep(incoming, now)

    def handle(self, incoming: Incoming, now: datetime) -> bool:
        """One message, one transaction: inbox, session, ticket, timers, outbox. False for a redelivery."""
        incoming = legible(incoming)
        self.conversation.listen_ahead(incoming, now)
        with self.storage.begin() as work:
            if not self._hear(work, incoming, now):
                return False
            work.commit()
        return True

    def _hear(self, work: UnitOfWork, incoming: Incoming, now: datetime) -> bool:
        if not work.inbox.take(incoming, now, handled=True):
            return False
        work.queue.release(incoming.address, now)
        self.conversation.hear(work, incoming, now)
        return True

    def _keep(self, incoming: Incoming, now: datetime) -> None:
        with self.storage.begin() as work:
            work.inbox.take(legible(incoming), now)
            work.commit()

    def retry_inbox(self, now: datetime, limit: int = 20) -> int:
        """Messages that were kept but not handled; given up after some attempts, for people to look at."""
        with self.storage.begin() as work:
            waiting = list(work.inbox.waiting(limit))
        done = 0
        for inbox_id, incoming in waiting:
            done += self._retry(inbox_id, incoming, now)
        return done

    def _retry(self, inbox_id: int, incoming: Incoming, now: datetime) -> bool:
        try:
            return again.unless_stale(partial(self._handle_kept, inbox_id, incoming, now))
        except Exception:
            log.exception("incoming_failed_again", action="incoming_failed_again", inbox_id=inbox_id)
        with self.storage.begin() as work:
            tried_again = work.inbox.failed(inbox_id)
            work.commit()
        if not tried_again:
            # What is left to people: `huiyin inbox list`, huiyin_inbox{state="given_up"} in /metrics.
            log.error("incoming_given_up", action="incoming_given_up", inbox_id=inbox_id)
            self._leave_to_people(inbox_id, incoming, now)
        return False

    def _leave_to_people(self, inbox_id: int, incoming: Incoming, now: datetime) -> None:
        """Whoever wrote hears that a person goes on, and that person hears of it."""
        try:
            with self.storage.begin() as work:
                left_to_people.tell(self.conversation, work, incoming, now, inbox_id=inbox_id)
                work.commit()
        except Exception:  # it stays in `huiyin inbox list` all the same
            log.exception("giving_up_not_told", action="giving_up_not_told", inbox_id=inbox_id)

    def _handle_kept(self, inbox_id: int, incoming: Incoming, now: datetime) -> bool:
        """As `handle`, for a message that is in the inbox already. False where another process was quicker."""
        self.conversation.listen_ahead(incoming, now)
        with self.storage.begin() as work:
            if not work.inbox.handled(inbox_id):
                return False
            work.queue.release(incoming.address, now)
            self.conversation.hear(work, incoming, now)
            work.commit()
        return True

    def ring(self, now: datetime, most: int | None = None) -> int:
        """Timers that are due, all of them or about so many."""
        return ring_due(self.storage.begin, self.conversation, now, most=most)

    def end_stories(self, now: datetime) -> int:
        """The pause passes for every open story, the clock unmoved (transcripts)."""
        longest = max(c.policy.story_pause for c in self.settings.communities)
        return ring_due(self.storage.begin, self.conversation, now, kind="story", until=now + longest)

    def next_due(self) -> datetime | None:
        with self.storage.begin() as work:
            return work.timers.next_due()
