"""What is understood again and again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from nlp.understand import Understander

_MESSAGES = Path(__file__).parent.parent / "data" / "bench" / "messages.txt"
_READ_AT = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
_ZONE = ZoneInfo("Asia/Shanghai")


def messages() -> list[str]:
    """Messages as owners write them, longer than twenty-five characters on average."""
    return _MESSAGES.read_text(encoding="utf-8").splitlines()


def understanding(understander: Understander) -> Callable[[str], object]:
    """The work that is measured: one message."""
    return lambda text: understander.understand(text, _READ_AT, _ZONE)
