"""Figures for Prometheus: what waits, what could not be delivered, what could not be acted on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge

Counts = Callable[[], Mapping[str, int]]
"""How many, by state."""


class Figures:
    """A registry of our own, so that two servers in one process (tests) do not share counts."""

    def __init__(self, outbox: Counts, inbox: Counts) -> None:
        self.registry = CollectorRegistry()
        self._outbox = outbox
        self._inbox = inbox
        self._unhandled = Gauge(
            "huiyin_inbox", "Messages not acted on, by state", ["state"], registry=self.registry
        )
        self._unsent = Gauge(
            "huiyin_outbox", "Messages not sent, by state", ["state"], registry=self.registry
        )
        self.taken = Counter("huiyin_incoming", "Messages taken in", ["channel"], registry=self.registry)
        self.rung = Counter("huiyin_timers", "Timers rung", registry=self.registry)

    def refresh(self) -> None:
        for state, count in self._outbox().items():
            self._unsent.labels(state).set(count)
        for state, count in self._inbox().items():
            self._unhandled.labels(state).set(count)
