from __future__ import annotations

from pathlib import Path

import pytest

from bot.bench import process, start, tickets
from bot.config import load
from storage import Storage

CONFIG = Path(__file__).parents[2] / "config.yaml"


def test_pages_are_not_loaded_before_somebody_wants_one() -> None:
    loaded = start.loaded_modules()
    assert "bot.server" in loaded
    assert loaded.isdisjoint(start.ONLY_FOR_PAGES)


def test_database_is_filled_with_tickets_of_every_state(tmp_path: Path) -> None:
    storage, told = Storage.fresh(tmp_path / "desk.db"), list[int]()
    tickets.fill(storage, load(CONFIG, {}).communities[0], 120, told.append)
    with storage.read() as work:
        states = {ticket.state for ticket in work.tickets.recent("jinxiu", 1000)}
    storage.close()
    assert states == {"closed", "assigned"}
    assert sum(told) == 120


@pytest.mark.slow
def test_server_is_ready_and_ends_cleanly_when_it_is_told_to(tmp_path: Path) -> None:
    with process.serving(CONFIG, f"sqlite:///{tmp_path / 'desk.db'}", tmp_path) as (server, _):
        assert 20 < process.resident_megabytes(server.pid) < start.MEGABYTES
    assert server.returncode == 0


@pytest.mark.slow
def test_server_that_cannot_start_is_not_waited_for(tmp_path: Path) -> None:
    with (
        pytest.raises(process.NotReady, match="config"),
        process.serving(tmp_path / "config.yaml", "sqlite:///desk.db", tmp_path),
    ):
        pytest.fail("it cannot be ready")
