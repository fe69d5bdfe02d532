"""The wiring: alone knows storage, channels and nlp together."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime

import structlog

from bot.config import Settings
from bot.conversation.ear import Ear, Understands
from bot.conversation.handler import Conversation
from bot.jobs.ringing import ring_due
from bot.legible import legible
from bot.messages import Incoming
from bot.texts.words import Words
from storage import Storage

log = structlog.get_logger()


def random_id() -> str:
    """A key for buttons and codes: 96 bits, 16 characters of A–Z a–z 0–9 - _."""
    return secrets.token_urlsafe(12)


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
        """Handles what a door received, each in one transaction with its inbox row.

        What cannot be handled is kept in the inbox and tried again: after this call nothing that was given is lost.
        """
        for incoming in batch:
            try:
                self.handle(incoming, now)
            except Exception:  # a fault of ours must not lose the owner's message
                log.exception("incoming_failed", action="incoming_failed", key=incoming.key)
                self._keep(incoming, now)

    def handle(self, incoming: Incoming, now: datetime) -> bool:
        """One message, one transaction: inbox, session, ticket, timers, outbox. False for a redelivery."""
        incoming = legible(incoming)
        self.conversation.listen_ahead(incoming, now)
        with self.storage.begin() as work:
            if not work.inbox.take(incoming, now, handled=True):
                return False
            work.queue.release(incoming.address, now)
            self.conversation.hear(work, incoming, now)
            work.commit()
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
            with self.storage.begin() as work:
                self.conversation.hear(work, incoming, now)
                work.inbox.handled(inbox_id)
                work.commit()
        except Exception:
            log.exception("incoming_failed_again", action="incoming_failed_again", inbox_id=inbox_id)
            with self.storage.begin() as work:
                work.inbox.failed(inbox_id)
                work.commit()
            return False
        return True

    def ring(self, now: datetime) -> int:
        """Timers that are due."""
        return ring_due(self.storage.begin, self.conversation, now)

    def end_stories(self, now: datetime) -> int:
        """The pause passes for every open story, the clock unmoved (transcripts)."""
        longest = max(c.policy.story_pause for c in self.settings.communities)
        return ring_due(self.storage.begin, self.conversation, now, kind="story", until=now + longest)

    def next_due(self) -> datetime | None:
        with self.storage.begin() as work:
            return work.timers.next_due()
