"""Listens: what was said, remembered for the texts just heard (understanding is the costly part of a message)."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, tzinfo
from typing import Protocol

from nlp.understanding import Understanding


class Understands(Protocol):
    def understand(self, text: str, now: datetime, zone: tzinfo) -> Understanding: ...


class Ear:
    """`hear` may be called before a unit of work begins, so that nothing slow happens inside one."""

    def __init__(self, understander: Understands, remembered: int = 64) -> None:
        self._understander = understander
        self._heard: OrderedDict[tuple[str, datetime, str], Understanding] = OrderedDict()
        self._remembered = remembered

    def hear(self, text: str, now: datetime, zone: tzinfo) -> Understanding:
        key = (text, now, str(zone))
        known = self._heard.get(key)
        if known is None:
            known = self._heard[key] = self._understander.understand(text, now, zone)
            if len(self._heard) > self._remembered:
                self._heard.popitem(last=False)
        return known
