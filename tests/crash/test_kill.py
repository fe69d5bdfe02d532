"""The desk is killed at random moments of intake, timers and delivery; afterwards nothing is missing or double."""

from __future__ import annotations

import json
import signal
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest

from bot.desk.ticket import Ticket
from bot.outbox.ports import Envelope, OutboxState
from storage import Storage
from tests.crash.desk import AFTERWARDS
from tests.crash.lives import Lives
from tests.crash.platform import fingerprint

KILLS = 40
SEED = 20260304
LONGEST_LIFE = 1500
"""Steps: a few dozen messages with what they cause."""


@dataclass(frozen=True)
class Afterwards:
    """What the platform's files and the database say at the end."""

    deeds: list[dict[str, Any]]
    acknowledged: set[str]
    delivered: list[dict[str, Any]]
    taken: set[str]
    waiting: int
    tickets: list[Ticket]
    timelines: list[list[str]]
    outbox: list[Envelope]
    next_timer: datetime | None
    endings: list[int]

    @property
    def end(self) -> datetime:
        return datetime.fromisoformat(self.deeds[-1]["at"]) + AFTERWARDS

    def keys(self, *kinds: str) -> set[str]:
        return {deed["key"] for deed in self.deeds if deed["do"] in kinds}


@pytest.fixture(scope="module")
def afterwards(tmp_path_factory: pytest.TempPathFactory) -> Afterwards:
    folder = tmp_path_factory.mktemp("crash")
    moments = Random(SEED)  # noqa: S311 - repeatable on purpose
    with Lives(folder, SEED) as lives:
        endings = [lives.cut_short(moments.randint(1, LONGEST_LIFE)) for _ in range(KILLS)]
        endings.append(lives.to_the_end())
    return _read(folder, endings)


def _read(folder: Path, endings: list[int]) -> Afterwards:
    storage = Storage(f"sqlite:///{folder / 'desk.db'}")
    with storage.read() as work:
        tickets = list(work.tickets.recent("jinxiu", 10_000))
        found = Afterwards(
            deeds=_lines(folder / "deeds.jsonl"),
            acknowledged={row["key"] for row in _lines(folder / "acknowledged.jsonl")},
            delivered=_lines(folder / "delivered.jsonl"),
            taken={incoming.key for _, incoming in work.inbox.latest("console", 100_000)},
            waiting=len(work.inbox.waiting(10_000)),
            tickets=tickets,
            timelines=[[row.what for row in work.tickets.timeline(ticket.id)] for ticket in tickets],
            outbox=list(work.queue.listing(get_args(OutboxState), 100_000)),
            next_timer=work.timers.next_due(),
            endings=endings,
        )
    storage.close()
    return found


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.slow
class TestAfterManyKills:
    def test_every_desk_but_the_last_was_killed(self, afterwards: Afterwards) -> None:
        assert afterwards.endings == [-signal.SIGKILL] * KILLS + [0]

    def test_people_did_enough_to_prove_something(self, afterwards: Afterwards) -> None:
        assert len(afterwards.keys("write")) > 50
        assert len(afterwards.keys("tap")) > 25

    def test_every_acknowledged_message_is_there(self, afterwards: Afterwards) -> None:
        assert afterwards.acknowledged - afterwards.keys("wait") <= afterwards.taken
        assert afterwards.taken == afterwards.keys("write", "tap")
        assert afterwards.waiting == 0

    def test_every_report_is_one_ticket(self, afterwards: Afterwards) -> None:
        reported = [deed["text"] for deed in afterwards.deeds if deed["do"] == "write"]
        assert Counter(ticket.text for ticket in afterwards.tickets) == Counter(reported)

    def test_nothing_happened_to_a_ticket_twice(self, afterwards: Afterwards) -> None:
        for steps in afterwards.timelines:
            assert [steps.count(once) for once in ("registered", "dispatched")] == [1, 1]
            assert steps.count("accepted") <= 1

    def test_every_timer_that_was_due_has_rung(self, afterwards: Afterwards) -> None:
        assert afterwards.next_timer is None or afterwards.next_timer > afterwards.end

    def test_every_message_that_was_due_went_out(
        self, afterwards: Afterwards, capsys: pytest.CaptureFixture[str]
    ) -> None:
        late = [e for e in afterwards.outbox if e.state in ("waiting", "held") and e.due_at <= afterwards.end]
        assert late == []
        assert [e for e in afterwards.outbox if e.state in ("dead", "dropped")] == []
        assert {e.message.sort for e in afterwards.outbox if e.state == "expired"} <= {"notice"}
        wanted = _marks(afterwards.outbox, "sent")
        given = Counter(_mark(row) for row in afterwards.delivered)
        assert wanted - given == Counter()
        # Killed between sending and marking, a notice can be too late and an edit overtaken when it is looked at again.
        known = _marks(afterwards.outbox, "sent", "expired", "merged")
        assert set(given) <= set(known)
        _tell(capsys, afterwards, (given - known).total())

    def test_edit_that_was_left_out_was_followed_by_a_newer_one(self, afterwards: Afterwards) -> None:
        last = {
            (e.message.to, e.message.edits): e.id
            for e in sorted(afterwards.outbox, key=lambda e: e.id)
            if e.state == "sent"
        }
        for merged in (e for e in afterwards.outbox if e.state == "merged"):
            assert last[merged.message.to, merged.message.edits] > merged.id


def _marks(outbox: list[Envelope], *states: str) -> Counter[str]:
    return Counter(_mark(fingerprint(e.message)) for e in outbox if e.state in states)


def _mark(row: dict[str, Any]) -> str:
    return json.dumps({key: row[key] for key in sorted(row) if key != "id"}, ensure_ascii=False)


def _tell(capsys: pytest.CaptureFixture[str], afterwards: Afterwards, twice: int) -> None:
    with capsys.disabled():
        sys.stdout.write(
            f"\nseed {SEED}: {KILLS} kills, {len(afterwards.deeds)} deeds, {len(afterwards.tickets)} tickets, "
            f"{len(afterwards.delivered)} deliveries, {twice} of them twice\n"
        )
