"""One transaction with everything that is kept behind it."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self

from bot.desk import ports
from storage.buttons import Buttons
from storage.driver import Driver
from storage.inbox import Inbox
from storage.leases import Leases
from storage.lessons import Lessons
from storage.notes import Notes
from storage.outbox import Outbox
from storage.people import People
from storage.queue import Queue
from storage.retention import Retention
from storage.sessions import Sessions
from storage.tickets import Tickets
from storage.timers import Slots, Timers
from storage.visits import Visits


class UnitOfWork:
    """Implements bot.desk.ports.Work and bot.outbox.ports.Post. Leaving the block undoes what was not committed."""

    def __init__(self, driver: Driver, ended: Callable[[UnitOfWork], None] | None = None) -> None:
        self.driver = driver
        self._ended = ended
        self.tickets: ports.Tickets = Tickets(driver)
        self.visits: ports.Visits = Visits(driver)
        self.people: ports.People = People(driver)
        self.sessions: ports.Sessions = Sessions(driver)
        self.timers: ports.Timers = Timers(driver)
        self.outbox: ports.Outbox = Outbox(driver)
        self.buttons: ports.Buttons = Buttons(driver)
        self.inbox: ports.Inbox = Inbox(driver)
        self.queue = Queue(driver)
        self.slots = Slots(driver)
        self.notes = Notes(driver)
        self.leases = Leases(driver)
        self.lessons = Lessons(driver)
        self.old = Retention(driver)

    def __enter__(self) -> Self:
        try:
            self.driver.begin()
        except Exception:  # the server has left: the connection is not ours to keep
            self._let_go()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self.driver.rollback()
        finally:
            self._let_go()

    def _let_go(self) -> None:
        if self._ended is not None:
            self._ended(self)

    def commit(self) -> None:
        self.driver.commit()

    def rollback(self) -> None:
        self.driver.rollback()
