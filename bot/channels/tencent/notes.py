"""What a channel keeps between messages, in the database, so that it outlives a restart and all replicas see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol


class Notes(Protocol):
    """Small JSON objects by channel, account, kind and key: an access token, a quota, the choices last offered."""

    def get(self, channel: str, account: str, kind: str, key: str = "") -> Mapping[str, Any] | None: ...

    def put(
        self, channel: str, account: str, kind: str, key: str, data: Mapping[str, Any], at: datetime
    ) -> None:
        """Inserts or replaces. `at` says when it was written."""
        ...

    def drop(self, channel: str, account: str, kind: str, key: str) -> bool:
        """Whether there was one: of several who drop it, one is told so."""
        ...


class Noting(Protocol):
    """The part of a unit of work that channels use."""

    @property
    def notes(self) -> Notes: ...
    def commit(self) -> None: ...


Begin = Callable[[], AbstractContextManager[Noting]]
