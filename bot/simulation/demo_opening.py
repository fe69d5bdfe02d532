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

_PACKAGED = Path(__file__).parents[1] / "scenarios"
_CHECKOUT = Path(__file__).parents[2] / "tests" / "flows"
CHOSEN = (
    "d03_solved_and_scores",
    "a06_emergency_is_dispatched_first",
    "a05_pieces_are_one_story",
    "a03_first_contact_at_home",
    "b01_unclear_asks_with_four_buttons",
    "a13_two_problems_two_groups",
    "c01_card_to_finished",
    "c04_nobody_accepts_an_ordinary_repair",
    "c05_promise_is_kept",
    "c07_complaint_waits_for_approval",
    "c10_handed_over_to_a_colleague",
    "d04_silence_reminder_phone_task",
    "d05_not_solved_reopens",
    "d07_urge_and_cool_down",
    "a07_talk_to_a_person",
    "a11_night_emergency",
    "a01_english",
    "a01_traditional_chinese",
)
"""What the picker offers, in the order in which one gets to know the desk."""


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
    """The chosen transcripts: the packaged ones, in a checkout the flow tests themselves."""
    folder = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
    return [path for name in CHOSEN if (path := folder / f"{name}.txt").is_file()]


def _remove(database: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)
