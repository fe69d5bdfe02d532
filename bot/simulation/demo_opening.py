"""Opens the demo's own database beside the working directory, and finds its scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.app import App
from bot.config import Settings
from bot.simulation.clock_file import ClockFile
from bot.simulation.demo_desk import DemoDesk
from bot.simulation.opening import seat
from bot.simulation.stage import Simulation
from nlp.understand import load as load_understander
from storage import Storage

FLOWS = Path(__file__).parents[1] / "scenarios"


def open_demo(settings: Settings, database: Path, *, start: datetime, fresh: bool, moved: bool) -> DemoDesk:
    """`moved`: the clock was named, so it is set even where an earlier demo left it elsewhere."""
    understander = load_understander()
    clock = ClockFile(database.with_suffix(".clock"))
    if fresh:
        _remove(database)
    if fresh or moved:
        clock.forget()

    def open_simulation(anew: bool) -> Simulation:
        if anew:
            _remove(database)
        storage = Storage(f"sqlite:///{database}")
        storage.migrate()
        app = App(settings, storage, understander)
        seat(app, settings.communities[0])
        return Simulation(app, settings.communities[0])

    return DemoDesk(open_simulation, start, clock, database.parent / "huiyin-demo-media", scenarios())


def scenarios() -> Sequence[Path]:
    return sorted(FLOWS.glob("*.txt"))


def _remove(database: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)
