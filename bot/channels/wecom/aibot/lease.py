"""Which replica holds the connection: a second one would throw the first out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

SPAN = timedelta(seconds=45)


class Leases(Protocol):
    def take(self, name: str, owner: str, now: datetime, until: datetime) -> bool:
        """Takes or prolongs. False while it is somebody else's."""
        ...

    def give_back(self, name: str, owner: str) -> bool: ...

    def holder(self, name: str, now: datetime) -> str:
        """ "" where nobody holds it."""
        ...


class Leasing(Protocol):
    """The part of a unit of work that is used here."""

    @property
    def leases(self) -> Leases: ...
    def commit(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Lease:
    """`owner` names this process."""

    begin: Callable[[], AbstractContextManager[Leasing]]
    name: str
    owner: str
    now: Callable[[], datetime]

    def take(self) -> bool:
        """Ours for the next 45 seconds. May raise what the database raises."""
        now = self.now()
        with self.begin() as work:
            ours = work.leases.take(self.name, self.owner, now, now + SPAN)
            work.commit()
        return ours

    def give_back(self) -> None:
        with self.begin() as work:
            work.leases.give_back(self.name, self.owner)
            work.commit()

    def is_elsewhere(self) -> bool:
        """Whether another process holds it."""
        with self.begin() as work:
            return work.leases.holder(self.name, self.now()) not in ("", self.owner)
