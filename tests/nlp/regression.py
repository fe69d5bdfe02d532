"""The messages of `nlp/data/regression`: written by us, with what must be understood of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nlp

FOLDER = Path(nlp.__file__).parent / "data" / "regression"


def rows() -> list[dict[str, Any]]:
    return [
        json.loads(line)
        for path in sorted(FOLDER.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]


def texts() -> list[str]:
    return [row["text"] for row in rows()]


def accepted(row: dict[str, Any], label: str, others: str) -> list[str]:
    """The label and what else may be understood."""
    return [row[label], *row.get(others, ())]
