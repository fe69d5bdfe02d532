"""WeChat's signed and encrypted texts over HTTP into filed tickets, beside WeRoBot echoing plain ones from memory.

One `huiyin serve` with a durable database and no pause for further pieces; both servers run from the first round to
the last and are asked in turn, so that whatever else the machine does meets both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from bot.bench import echo, letters, load, process, town
from bot.bench.figure import Figure
from bot.clock import real_now
from bot.config import Settings, yaml_text
from bot.roster import roster_of, sync
from storage import Storage

GOAL = 0.3
P99 = 0.5
LATEST = 4.5
ROUNDS = 5
ROUND = 600
HALF_SECONDS = 5.0
MOST_AT_HALF = 5000
WARM_UP = 100
PAGE = "/metrics"
"""What is open beside the load: nothing that `huiyin serve` shows costs it more yet."""


class NotFiled(RuntimeError):
    """A message ended somewhere else than in a filed ticket, or without words: the figures would mean nothing."""


@dataclass
class Run:
    """Two servers, as far as they run (`theirs` 0: there is no WeRoBot). `answers` are all of ours."""

    ours: int
    theirs: int
    advance: Callable[[int], None]
    numbers: count[int] = field(default_factory=count)
    answers: list[load.Answer] = field(default_factory=list)

    def take(self, owners: int) -> list[bytes]:
        """Sealed texts of owners who have not written yet."""
        first = next(self.numbers)
        for _ in range(owners - 1):
            next(self.numbers)
        return list(letters.sealed(first, owners, real_now()))

    def our_rate(self, size: int) -> float:
        answers, seconds = load.as_fast_as_it_goes(self.ours, self.take(size))
        self._keep(answers)
        return len(answers) / seconds

    def their_rate(self, size: int) -> float:
        answers, seconds = load.as_fast_as_it_goes(self.theirs, list(letters.plain(0, size, real_now())))
        if any(answer.status != 200 or b"<Content>" not in answer.body for answer in answers):
            raise NotFiled("WeRoBot did not echo every text")
        return len(answers) / seconds

    def at(self, rate: float, owners: int, page: str = "") -> list[load.Answer]:
        """`page` is open meanwhile, if there is one."""
        looking = f"GET {page} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode() if page else b""
        answers = load.at_a_rate(self.ours, self.take(owners), rate, page=looking)
        self._keep(answers)
        return answers

    def _keep(self, answers: Sequence[load.Answer]) -> None:
        self.answers += answers
        self.advance(len(answers))


def measure(
    settings: Settings,
    progress: Callable[[int], None] = lambda done: None,
    *,
    rounds: int = ROUNDS,
    size: int = ROUND,
    half_seconds: float = HALF_SECONDS,
    beside: bool | None = None,
) -> list[Figure]:
    """webhook (× WeRoBot), webhook_p99 and webhook_latest (seconds). Raises NotFiled, NotReady.

    `beside` None: WeRoBot is asked where it is installed.
    """
    with TemporaryDirectory() as name, ExitStack() as servers:
        folder = Path(name)
        url = f"sqlite:///{folder / 'desk.db'}"
        prepare(settings, url, rounds * size + WARM_UP + 2 * MOST_AT_HALF)
        ours = process.free_port()
        config = written(settings, folder)
        servers.enter_context(process.serving(config, url, folder, port=ours, more=letters.ENVIRONMENT))
        compared = echo.is_installed() if beside is None else beside
        theirs = servers.enter_context(echo.serving(folder)) if compared else 0
        run = Run(ours, theirs, progress)
        figures = _measure(run, rounds, size, half_seconds)
        servers.close()
        _all_filed(settings, url, run.answers)
    return figures


def _measure(run: Run, rounds: int, size: int, half_seconds: float) -> list[Figure]:
    run.our_rate(WARM_UP)
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(rounds):
        theirs += [run.their_rate(size)] if run.theirs else []
        ours.append(run.our_rate(size))
    rate = median(ours)
    owners = max(2, min(MOST_AT_HALF, int(rate / 2 * half_seconds)))
    half, beside_a_page = run.at(rate / 2, owners), run.at(rate / 2, owners, PAGE)
    worst = max(load.p(half, 99), load.p(beside_a_page, 99))
    detail: dict[str, Any] = {
        "requests_per_second": round(rate),
        "rounds": [round(each) for each in ours],
        "at_half_of_it": _spread(half),
        "with_a_page_open": _spread(beside_a_page),
        "page": f"{PAGE}, {load.LOOKS} times a second",
    }
    figures = [
        Figure("webhook_p99", round(worst, 4), "at_most", P99, "s", _compared(detail, theirs)),
        Figure("webhook_latest", round(max(one.seconds for one in run.answers), 3), "at_most", LATEST, "s"),
    ]
    if theirs:
        ratio = median(our / their for our, their in zip(ours, theirs, strict=True))
        figures.insert(0, Figure("webhook", round(ratio, 3), "at_least", GOAL, "× WeRoBot"))
    return figures


def _spread(answers: Sequence[load.Answer]) -> dict[str, float]:
    return {f"p{n}_ms": round(load.p(answers, n) * 1000, 1) for n in (50, 95, 99)}


def _compared(detail: dict[str, Any], theirs: Sequence[float]) -> dict[str, Any]:
    beside = {"werobot_per_second": round(median(theirs))} if theirs else {"werobot": echo.MISSING}
    return {**detail, **beside}


def prepare(settings: Settings, url: str, owners: int) -> None:
    """A new database with the roster and so many owners who are on WeChat."""
    storage = Storage(url)
    storage.create()
    with storage.begin() as work:
        for community in settings.communities:
            sync(work, community, roster_of(community))
        work.commit()
    town.settle(storage, settings.communities[0].id, owners, channel="wechat", account=letters.APP_ID)
    storage.close()


def written(settings: Settings, folder: Path) -> Path:
    """The settings' file once more, with WeChat as its only channel and no pause for pieces of a story."""
    config = yaml_text.read(settings.path.read_text(encoding="utf-8"))
    for part in (config.setdefault("defaults", {}), *config["communities"]):
        if part is config["defaults"] or "policy" in part:
            part.setdefault("policy", {})["story_pause"] = "0 s"
        if isinstance(part.get("roster"), str):
            part["roster"] = str((settings.path.parent / part["roster"]).resolve())
    config["channels"] = {
        "telegram": {"run": False},
        "wechat": {"run": True, "community": settings.communities[0].id},
        "wecom": {"run": False},
    }
    path = folder / "config.yaml"
    path.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return path


def _all_filed(settings: Settings, url: str, answers: Sequence[load.Answer]) -> None:
    silent = sum(answer.status != 200 or b"<Encrypt>" not in answer.body for answer in answers)
    if silent:
        raise NotFiled(f"{silent} of {len(answers)} requests were not answered with words")
    storage = Storage(url)
    with storage.read() as work:
        states = [each.state for each in work.tickets.recent(settings.communities[0].id, len(answers) + 1)]
    storage.close()
    if states != ["new"] * len(answers):
        raise NotFiled(f"{states.count('new')} of {len(answers)} messages were filed")
