"""The API server's bad moments."""

from __future__ import annotations


class Gateway(Exception):
    """An error page of whatever stands before the API."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Outage:
    """`next(3)`: the next three requests, whatever they ask, end in a gateway's error page."""

    def __init__(self) -> None:
        self._statuses: list[int] = []

    def next(self, requests: int, status: int = 502) -> None:
        self._statuses += [status] * requests

    def hit(self) -> None:
        if self._statuses:
            raise Gateway(self._statuses.pop(0))
