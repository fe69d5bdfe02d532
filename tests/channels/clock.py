"""A clock that stands until somebody moves it."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.simulation.platforms.wechat.double import NOON


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **span: float) -> None:
        self.now += timedelta(**span)
