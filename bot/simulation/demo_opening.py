"""Opens the demo's own database beside the working directory, and finds its scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.app import App, learned
from bot.config import Settings
from bot.simulation.clock_file import ClockFile
from bot.simulation.demo_desk import DemoDesk
from bot.simulation.opening import seat
from bot.simulation.stage import Simulation
from storage import Storage

_PACKAGED = Path(__file__).parents[1] / "scenarios"
_CHECKOUT = Path(__file__).parents[2] / "tests" / "flows"
CHOSEN = {
    "d03_solved_and_scores": "报修到打分，走完一圈 · From a repair to its scores",
    "a06_emergency_is_dispatched_first": "水管爆了，先派人再说 · An emergency goes out first",
    "a05_pieces_are_one_story": "分几句说，是一件事 · Several lines, one story",
    "a03_first_contact_at_home": "头一次来的新住户 · First contact",
    "b01_unclear_asks_with_four_buttons": "没听懂，问一问 · When unsure, it asks",
    "a13_two_problems_two_groups": "一句话两件事 · Two problems, two groups",
    "c01_card_to_finished": "师傅三点一句就办完 · Three taps and a sentence",
    "c10_handed_over_to_a_colleague": "转给同事 · Handed over",
    "c04_nobody_accepts_an_ordinary_repair": "没人接单，逐级催 · Nobody accepts",
    "c05_promise_is_kept": "说好几点就几点 · A promise is kept",
    "c07_complaint_waits_for_approval": "投诉，经理先过目 · A complaint waits for approval",
    "d04_silence_reminder_phone_task": "回访没回音 · The visit is not answered",
    "d05_not_solved_reopens": "没修好，再来一次 · Not solved",
    "d07_urge_and_cool_down": "催一催 · The owner urges",
    "a07_talk_to_a_person": "找人工 · Talk to a person",
    "a11_night_emergency": "半夜出急事 · An emergency at night",
    "a01_english": "英文来，英文回 · In English",
    "a01_traditional_chinese": "繁體來，繁體回 · In Traditional Chinese",
}
"""What the picker offers and how it calls it, in the order in which one gets to know the desk."""


def open_demo(settings: Settings, database: Path, *, start: datetime, fresh: bool, moved: bool) -> DemoDesk:
    """`moved`: the clock was named, so it is set even where an earlier demo left it elsewhere."""
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
        app = App(settings, storage, learned(storage))
        seat(app, settings.communities[0])
        return Simulation(app, settings.communities[0])

    return DemoDesk(open_simulation, start, clock, database.parent / "huiyin-demo-media", scenarios())


def scenarios() -> Sequence[tuple[str, Path]]:
    """Title and transcript: the packaged ones, in a checkout the flow tests themselves."""
    folder = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
    return [(title, folder / f"{name}.txt") for name, title in CHOSEN.items()]


def _remove(database: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)
