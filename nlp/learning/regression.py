"""The messages that must go on being understood (`nlp/data/regression`): written by us, labelled by us."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PACKAGED = Path(__file__).parent.parent / "data" / "regression"


@dataclass(frozen=True, slots=True)
class Message:
    """`categories` and `urgencies` hold all that is accepted; the first is the label itself."""

    id: str
    text: str
    categories: tuple[str, ...]
    urgencies: tuple[str, ...]

    @property
    def emergency(self) -> bool:
        return self.urgencies[0] == "emergency"


def load_messages(folder: Path = PACKAGED) -> tuple[Message, ...]:
    return tuple(
        _message(json.loads(line))
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )


def _message(raw: Mapping[str, Any]) -> Message:
    return Message(
        id=raw["id"],
        text=raw["text"],
        categories=(raw["category"], *raw.get("also", ())),
        urgencies=(raw["urgency"], *raw.get("urgency_alt", ())),
    )
