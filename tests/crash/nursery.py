"""Has everything loaded, and forks a desk for each life: a start from nothing would take longer than all the lives.

`python -m tests.crash.nursery FOLDER SEED FD`: for each line on standard input, `live` or `finish`, a child is forked;
its process id is answered, and after its end how it ended. Each step of a child is a byte on the pipe FD.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import structlog

from bot.app import App
from bot.bench import town
from bot.config import load
from bot.simulation.opening import seat
from nlp.understand import load as load_understander
from storage import Storage
from tests.crash import world
from tests.crash.desk import Desk

CONFIG = Path(__file__).parents[2] / "config.yaml"


def main(folder: Path, seed: int, pipe: int) -> None:
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )
    settings, understander = load(CONFIG, {}), load_understander()
    storage = Storage.fresh(folder / "desk.db")
    seat(App(settings, storage, understander), settings.communities[0])
    town.settle(storage, settings.communities[0].id, world.OWNERS)
    storage.close()
    for order in sys.stdin:
        child = os.fork()
        if not child:
            desk = Desk(folder, settings, understander, seed, lambda: _beat(pipe))
            _live(desk, order.strip())
        _answer(child)
        _answer(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _live(desk: Desk, order: str) -> None:
    """Never returns: a life ends by being killed, or after the last one's work is done."""
    try:
        desk.come_back()
        while order == "live":
            desk.live_on()
        desk.finish()
    except BaseException:
        logging.getLogger(__name__).exception("the desk fell over by itself")
        os._exit(1)
    os._exit(0)


def _answer(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _beat(pipe: int) -> None:
    os.write(pipe, b".")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
