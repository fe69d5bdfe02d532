"""Where the demo's clock stood, in a small file beside its database."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path


class ClockFile:
    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> datetime | None:
        """None where there is none, or it cannot be read."""
        try:
            return datetime.fromisoformat(self._path.read_text(encoding="ascii").strip())
        except (OSError, ValueError):
            return None

    def write(self, now: datetime) -> None:
        self._path.write_text(now.isoformat(), encoding="ascii")

    def forget(self) -> None:
        self._path.unlink(missing_ok=True)
