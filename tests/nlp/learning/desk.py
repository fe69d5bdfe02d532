"""A small lexicon with its own messages, and corrections to learn from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nlp.learning.regression import Message
from nlp.lexicon import load_lexicon
from nlp.understand import Understander
from tests.nlp.lexicon.small import TOPICS, write_lexicon

_MORE = """\
- id: pipe.burst
  name: 水管爆裂
  category: facilities
  kind: repair
  cause: equipment
  urgency: emergency
  words: [水管爆]
- id: rubbish.heap
  name: 垃圾未清
  category: cleaning
  kind: complaint
  cause: quality
  words: [垃圾, 垃圾桶]
- id: parcel
  name: 快递
  category: service
  kind: inquiry
  cause: range
  words: [快递]
  hints: [柜子]
"""
MESSAGES = (
    Message("m1", "水管爆了", ("facilities",), ("emergency",)),
    Message("m2", "厨房水管爆了,快来", ("facilities",), ("emergency",)),
    Message("m3", "垃圾桶满了", ("cleaning",), ("normal",)),
    Message("m4", "快递放哪里了", ("service",), ("normal",)),
    Message("m5", "厨房漏水", ("facilities",), ("urgent",)),
    Message("m6", "你好", ("none",), ("normal",)),
)


@dataclass(frozen=True, slots=True)
class Correction:
    ticket_id: int
    text: str
    field: str
    new: str
    by_kind: str = "staff"


def understander(folder: Path) -> Understander:
    return Understander(load_lexicon(write_lexicon(folder, TOPICS + _MORE)))


def by_staff(category: str, *texts: str) -> list[Correction]:
    return list(_corrections(category, texts, "staff"))


def by_owners(category: str, *texts: str) -> list[Correction]:
    return list(_corrections(category, texts, "resident"))


def _corrections(category: str, texts: Iterable[str], kind: str) -> Iterable[Correction]:
    for number, text in enumerate(texts, 1):
        yield Correction(number, text, "category", category, kind)
