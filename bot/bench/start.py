"""`huiyin serve` with a large database: seconds until it is ready, and how much memory it holds then."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bot.bench import process, tickets
from bot.bench.figure import Figure
from bot.config import Settings
from bot.roster import roster_of, sync
from storage import Storage

TICKETS = 100_000
READY_WITHIN = 3.0
MEGABYTES = 260.0
STARTS = 3
ONLY_FOR_PAGES = ("nicegui", "matplotlib")
"""Heavy, and of no use before somebody opens a page."""
_LOADED = """
import json, sys
import bot.cli.serving, bot.cli.http, bot.cli.logs, bot.check, bot.server, bot.web.doors, bot.app, nlp.understand
print(json.dumps(sorted(sys.modules)))
"""


def measure(
    settings: Settings, progress: Callable[[int], None], *, count: int = TICKETS, starts: int = STARTS
) -> list[Figure]:
    """Three figures: start (seconds, the median of some starts), start_memory, start_pages (modules loaded too early)."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'desk.db'}"
        _prepare(settings, url, count, progress)
        runs = [_run(settings.path, url, folder) for _ in range(starts)]
    seconds = [ready for ready, _, _ in runs]
    memory = [megabytes for _, megabytes, _ in runs]
    detail = {"tickets": count, "seconds": [round(each, 2) for each in seconds]}
    detail["processor_seconds"] = [spent for _, _, spent in runs]
    early = [name for name in ONLY_FOR_PAGES if name in loaded_modules()]
    return [
        Figure("start", round(median(seconds), 2), "at_most", READY_WITHIN, "s", detail),
        Figure("start_memory", max(memory), "at_most", MEGABYTES, "MB", {"tickets": count}),
        Figure("start_pages", len(early), "at_most", 0, "modules", {"loaded": early}),
    ]


def _prepare(settings: Settings, url: str, count: int, progress: Callable[[int], None]) -> None:
    storage = Storage(url)
    storage.create()
    with storage.begin() as work:
        for community in settings.communities:
            sync(work, community, roster_of(community))
        work.commit()
    tickets.fill(storage, settings.communities[0], count, progress)
    storage.close()


def _run(config: Path, url: str, folder: Path) -> tuple[float, float, float | None]:
    with process.serving(config, url, folder) as (server, ready):
        return ready, process.resident_megabytes(server.pid), process.processor_seconds(server.pid)


def loaded_modules() -> frozenset[str]:
    """What a process has loaded that imported everything `huiyin serve` imports without a channel."""
    asked = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", _LOADED], cwd=process.ROOT, capture_output=True, check=True, encoding="utf-8"
    )
    return frozenset(json.loads(asked.stdout))
