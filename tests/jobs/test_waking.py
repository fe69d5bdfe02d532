"""What rings late, after a pause of the machine (policy H: quiet hours)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from bot.desk.ports import Timer
from bot.jobs import timers
from bot.jobs.waking import waits_until
from storage import Storage
from tests.desk.jinxiu import COMMUNITY, at
from tests.jobs.desk import opened
from tests.storage.samples import leak

NIGHT, DAY = at("2026-03-04 23:00"), at("2026-03-05 10:00")


def morning(kind: str, when: datetime = NIGHT, **facts: Any) -> datetime | None:
    return waits_until(kind, leak(**{"urgency": "normal", **facts}), COMMUNITY, when)


@pytest.mark.parametrize("kind", ["visit_ask", "visit_remind", "visit_phone"])
def test_nobody_is_visited_at_night(kind: str) -> None:
    assert morning(kind, urgency="emergency") == at("2026-03-05 09:00")


def test_an_ordinary_escalation_waits_for_the_morning() -> None:
    assert morning("escalate") == at("2026-03-05 08:30")


@pytest.mark.parametrize("facts", [{"urgency": "emergency"}, {"urgency": "urgent"}, {"grade": "major"}])
def test_what_cannot_wait_escalates_by_night(facts: dict[str, Any]) -> None:
    assert morning("escalate", **facts) is None


@pytest.mark.parametrize("kind", ["promise", "draft", "story", "offer"])
def test_the_rest_rings_when_it_rings(kind: str) -> None:
    assert morning(kind) is None


@pytest.mark.parametrize("kind", ["visit_ask", "escalate"])
def test_by_day_nothing_waits(kind: str) -> None:
    assert morning(kind, DAY) is None


def test_a_late_timer_is_put_back_and_says_nothing(storage: Storage) -> None:
    app = opened(storage)
    with storage.begin() as work:
        ticket = work.tickets.add(
            leak(urgency="normal", state="assigned", dispatched_at=at("2026-03-04 17:00"))
        )
        timer = Timer("escalate:1", "escalate", at("2026-03-04 17:30"), {"ticket": ticket.id, "level": 1})
        timers.act(app.conversation, work, timer, NIGHT)
        assert work.timers.next_due() == at("2026-03-05 08:30")
        assert work.queue.unsent()["waiting"] == 0
